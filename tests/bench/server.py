"""Servers that a bench starts: a free port, the wait until they answer, and what they cost."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 60
TICKS = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """A port on which nobody listens."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port: int = free.getsockname()[1]
        return port


@contextmanager
def running(
    command: Sequence[str | Path], port: int, probe: str, folder: Path | None = None
) -> Iterator[tuple[str, int]]:
    """A server's address and process, from its first answer to `probe`; it is ended afterwards."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address + probe)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _wait(address: str) -> None:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, ConnectionError):
            time.sleep(0.01)
    raise SystemExit(f"{address} gave no answer")


def cpu_seconds(pid: int) -> float:
    """Processor time of a process and of all below it, in seconds."""
    parents, spent = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        one = int(stat.parent.name)
        parents[one], spent[one] = int(fields[1]), (int(fields[11]) + int(fields[12])) / TICKS
    return sum(time for one, time in spent.items() if _below(one, pid, parents))


def _below(one: int, pid: int, parents: dict[int, int]) -> bool:
    while one and one != pid:
        one = parents.get(one, 0)
    return one == pid

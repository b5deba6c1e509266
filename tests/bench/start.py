"""From the command to the first answer of the web, and to the help text."""

import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.bench.contest import CACHE, Contender, Contest, Goal, module
from tests.bench.measure import tell

PROGRAM = str(Path(sys.executable).with_name("yangguang"))
PATIENCE = 30


def bench(quick: bool) -> None:
    """Two measures of one contender; no peer."""
    goals = (Goal("help_s", 0.5), Goal("first_answer_s", 2))
    rounds = 3 if quick else 7
    Contest("start", (Contender("yangguang", module("tests.bench.start")),), goals, rounds).run()


def main() -> None:
    """Run once and tell."""
    begun = time.perf_counter()
    subprocess.run([PROGRAM, "--help"], check=True, capture_output=True, timeout=PATIENCE)
    help_s = time.perf_counter() - begun
    with office() as home:
        begun = time.perf_counter()
        with served(home, ("serve",)) as address:
            first_answer(address)
            tell("", help_s=help_s, first_answer_s=time.perf_counter() - begun)


@contextmanager
def office() -> Iterator[Path]:
    """A folder with an empty database."""
    home = CACHE / "start"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    subprocess.run([PROGRAM, "init"], cwd=home, check=True, capture_output=True, timeout=60)
    yield home
    shutil.rmtree(home)


@contextmanager
def served(home: Path, command: tuple[str, ...]) -> Iterator[str]:
    """The program serving on a free port."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [PROGRAM, *command, "--port", str(port)],
        cwd=home,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(PATIENCE)


def first_answer(address: str) -> None:
    """Wait until the office says that it is well."""
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        try:
            with urlopen(f"{address}/health", timeout=5) as answer:
                json.load(answer)
                return
        except (URLError, ConnectionError):
            time.sleep(0.01)
    raise SystemExit("the web gave no answer")


if __name__ == "__main__":
    main()

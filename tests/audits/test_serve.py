"""The server: pages on the loopback address, an end when told, and a sentence when the port is taken."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def command(port: int) -> list[str]:
    return [sys.executable, "-m", "audits", "serve", "--port", str(port)]


@pytest.fixture
def environment(database_url: str) -> dict[str, str]:
    return os.environ | {"YANGGUANG_DATABASE_URL": database_url, "PYTHONPATH": str(ROOT)}


@pytest.fixture
def served(environment: dict[str, str], tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    port = free_port()
    (tmp_path / "config.toml").write_text("[web]\nworkers = 1\n")
    with subprocess.Popen(command(port), cwd=tmp_path, env=environment, stderr=subprocess.DEVNULL) as server:
        try:
            yield server, port
        finally:
            server.kill()


def status(port: int, path: str) -> int:
    """The answer's status, as soon as somebody listens."""
    end = time.monotonic() + 60
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("GET", path)
            return connection.getresponse().status
        except ConnectionError:
            assert time.monotonic() < end
            time.sleep(0.1)
        finally:
            connection.close()


def test_pages_are_served_until_told_to_stop(served: tuple[subprocess.Popen[bytes], int]) -> None:
    server, port = served
    assert status(port, "/account/sign-in") == 200
    server.send_signal(signal.SIGTERM)
    assert server.wait(timeout=60) == 0


def test_a_port_that_is_taken_is_said(environment: dict[str, str], tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        taken = command(listening.getsockname()[1])
        done = subprocess.run(
            taken, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
    assert done.returncode == 2
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr

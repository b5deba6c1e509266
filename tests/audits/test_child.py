"""Children for strangers' bytes: one job each, limited, the next one already waiting."""

import os
import signal
import time
from collections.abc import Iterator

import pytest

from audits import child
from audits.child import Died, keep_waiting, limited
from audits.config import Upload

PATIENCE = 20


def whoami(content: bytes, _limits: Upload) -> bytes:
    return str(os.getpid()).encode() + b" " + content


def hungry(_content: bytes, limits: Upload) -> bytes:
    return bytes(2 * limits.memory_bytes)


def restless(_content: bytes, _limits: Upload) -> bytes:
    time.sleep(PATIENCE)
    return b""


@pytest.fixture
def waiting() -> Iterator[None]:
    keep_waiting(whoami, b"practice")
    one_waits()
    yield
    one_waits()
    child.PRACTICE.clear()
    child.USED.put(child.WAITING.get())


def one_waits() -> None:
    until = time.monotonic() + PATIENCE
    while child.WAITING.empty():
        assert time.monotonic() < until, "no child was started in place of the one used"
        time.sleep(0.01)


def test_every_job_has_a_child_of_its_own() -> None:
    first, second = (limited(whoami, b"1", Upload()) for _ in range(2))
    assert first.split()[0] != second.split()[0]
    assert str(os.getpid()).encode() not in (first.split()[0], second.split()[0])


@pytest.mark.usefixtures("waiting")
def test_a_waiting_child_does_one_job_and_another_takes_its_place() -> None:
    seen = set()
    for number in range(3):
        one_waits()
        pid, said = limited(whoami, b"%d" % number, Upload()).split()
        assert said == b"%d" % number
        seen.add(pid)
    assert len(seen) == 3


@pytest.mark.usefixtures("waiting")
def test_a_waiting_child_has_the_limits_of_its_job() -> None:
    one_waits()
    with pytest.raises(Died) as died:
        limited(hungry, b"", Upload())
    assert not died.value.slow
    one_waits()
    with pytest.raises(Died) as died:
        limited(restless, b"", Upload(wall_seconds=1))
    assert died.value.slow


@pytest.mark.usefixtures("waiting")
def test_a_waiting_child_that_was_killed_costs_no_upload() -> None:
    one_waits()
    gone = child.WAITING.get()
    os.kill(gone.process.pid or 0, signal.SIGKILL)
    gone.process.join()
    child.WAITING.put(gone)
    assert limited(whoami, b"still", Upload()).endswith(b"still")

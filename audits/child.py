"""A job on a stranger's bytes in a child process with little memory and little time, killed beyond them.

Every child does one job. A server keeps the next one waiting, practised, so that no upload waits for its start.
"""

import gc
import os
import resource
import signal
import struct
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from queue import Empty, SimpleQueue
from typing import NamedTuple

from audits.config import Upload

Job = Callable[[bytes, Upload], bytes]
SERVER = get_context("forkserver")
PRELOAD = ["audits.workbook.read", "audits.pdf.read"]
LENGTH, CHUNK = struct.Struct(">Q"), 1 << 20
MOST_ANSWER = 1 << 28
"""Bytes: no answer of a child is longer."""
AFTER = 0.05
"""Seconds after an answer until the next child is started: whoever waits for the answer comes first."""
BEGUN = b""
"""What a child says when it has its job."""


class Died(Exception):
    """The child gave no answer. `slow`: it was stopped for taking too long."""

    def __init__(self, slow: bool) -> None:
        super().__init__("slow" if slow else "died")
        self.slow = slow


class Child(NamedTuple):
    """A process that waits for its job, and the way to it."""

    process: ForkServerProcess
    pipe: Connection

    def end(self) -> None:
        """No child outlives its job."""
        self.pipe.close()
        self.process.kill()
        self.process.join()
        self.process.close()


Practice = tuple[Job, bytes]
WAITING: SimpleQueue[Child] = SimpleQueue()
USED: SimpleQueue[Child] = SimpleQueue()
PRACTICE: list[Practice] = []


def keep_waiting(job: Job, content: bytes) -> None:
    """From now on keep a child waiting, which has done `job` on `content` once."""
    PRACTICE[:] = [(job, content)]
    threading.Thread(target=_keep, name="children", daemon=True).start()


def limited(job: Job, content: bytes, limits: Upload) -> bytes:
    """What `job` answers on `content`. Died if it runs out of memory or time, or falls over."""
    child = _waiting(job, content, limits) or _begun(_started(), job, content, limits)
    if child is None:
        raise Died(False)
    try:
        return _heard(child, time.monotonic() + limits.wall_seconds)
    finally:
        child.process.kill()
        USED.put(child)
        if not PRACTICE:
            _renew()


def _waiting(job: Job, content: bytes, limits: Upload) -> Child | None:
    try:
        return _begun(WAITING.get_nowait(), job, content, limits)
    except Empty:
        return None


def _keep() -> None:
    """For ever: see to it that a child waits, and that those used are gone."""
    while PRACTICE:
        with suppress(Died):
            if WAITING.empty():
                WAITING.put(_started())
        _renew()


def _renew() -> None:
    used = USED.get()
    time.sleep(AFTER if PRACTICE else 0)
    used.end()


def _started() -> Child:
    SERVER.set_forkserver_preload(PRELOAD)
    here, there = SERVER.Pipe()
    process = SERVER.Process(target=_serve, args=(there, *PRACTICE[:1]), daemon=True)
    try:
        process.start()
    except OSError as error:
        here.close()
        raise Died(False) from error
    finally:
        there.close()
    return Child(process, here)


def _begun(child: Child, job: Job, content: bytes, limits: Upload) -> Child | None:
    """The child at its job; None if it was gone already, which says nothing of the content."""
    try:
        child.pipe.send((job, limits))
        child.pipe.send_bytes(content)
        child.pipe.recv_bytes(len(BEGUN))
    except (OSError, EOFError):
        child.end()
        return None
    return child


def _heard(child: Child, until: float) -> bytes:
    """The answer. Its length comes first, so that nobody waits beyond `until` for what a child begins to say."""
    said, wanted = bytearray(), LENGTH.size
    while len(said) < wanted:
        if not child.pipe.poll(max(0.0, until - time.monotonic())):
            raise Died(True)
        piece = os.read(child.pipe.fileno(), CHUNK)
        if not piece:
            child.process.join(1)
            raise Died(child.process.exitcode == -signal.SIGXCPU)
        said += piece
        if len(said) >= LENGTH.size:
            wanted = LENGTH.size + min(LENGTH.unpack_from(said)[0], MOST_ANSWER)
    return bytes(said[LENGTH.size :])


def _serve(pipe: Connection, practice: Practice | None = None) -> None:
    """In the child: practise, wait, then limits and the one job; whatever goes wrong is silence."""
    gc.disable()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    with suppress(Exception):
        if practice:
            practice[0](practice[1], Upload())
        job, limits = pipe.recv()
        content = pipe.recv_bytes()
        resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
        pipe.send_bytes(BEGUN)
        _tell(pipe.fileno(), job(content, limits))
    os._exit(0)


def _tell(pipe: int, answer: bytes) -> None:
    left = memoryview(LENGTH.pack(len(answer)) + answer)
    while left:
        left = left[os.write(pipe, left) :]

"""A job on a stranger's bytes in a child process with little memory and little time, killed beyond them."""

import gc
import os
import resource
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess

from audits.config import Upload

Job = Callable[[bytes, Upload], bytes]
SERVER = get_context("forkserver")
PRELOAD = ["audits.workbook.read", "audits.pdf.read"]
MOST_ANSWER = 1 << 28
"""Bytes: no answer of a child is longer."""


class Died(Exception):
    """The child gave no answer. `slow`: it was stopped for taking too long."""

    def __init__(self, slow: bool) -> None:
        super().__init__("slow" if slow else "died")
        self.slow = slow


def warm() -> None:
    """Start the process that children are forked from, so that the first upload does not wait for it."""
    SERVER.set_forkserver_preload(PRELOAD)
    with suppress(Died):
        limited(_nothing, b"", Upload())


def _nothing(_content: bytes, _limits: Upload) -> bytes:
    return b""


def limited(job: Job, content: bytes, limits: Upload) -> bytes:
    """What `job` answers on `content`. Died if it runs out of memory or time, or falls over."""
    SERVER.set_forkserver_preload(PRELOAD)
    here, there = SERVER.Pipe(duplex=False)
    child = SERVER.Process(target=_run, args=(there, job, content, limits), daemon=True)
    expired = threading.Event()
    with here:
        try:
            child.start()
        except OSError as error:
            raise Died(False) from error
        finally:
            there.close()
        return _answer(here, child, limits.wall_seconds, expired)


def _answer(here: Connection, child: ForkServerProcess, seconds: float, expired: threading.Event) -> bytes:
    def stop() -> None:
        expired.set()
        child.kill()

    watch = threading.Timer(seconds, stop)
    watch.start()
    try:
        return here.recv_bytes(MOST_ANSWER)
    except (EOFError, OSError) as error:
        child.join(1)
        raise Died(expired.is_set() or child.exitcode == -signal.SIGXCPU) from error
    finally:
        watch.cancel()
        child.kill()
        child.join()
        child.close()


def _run(there: Connection, job: Job, content: bytes, limits: Upload) -> None:
    """In the child: limits first, then the job; whatever goes wrong is silence."""
    memory, seconds = limits.memory_bytes, limits.cpu_seconds
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    gc.disable()
    with suppress(Exception):
        there.send_bytes(job(content, limits))
    os._exit(0)

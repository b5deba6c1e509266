"""Both sides of the check: the program's own, and calamine alone in the same kind of child."""

import statistics
import time
from collections.abc import Callable
from io import BytesIO

import python_calamine

from audits.child import PRELOAD, limited
from audits.config import Upload

TIMES, PAUSE = 25, 0.2


def calamine(content: bytes, _limits: Upload) -> bytes:
    """Every sheet parsed, nothing done with it."""
    book = python_calamine.load_workbook(BytesIO(content))
    return str(sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)).encode()


def peer(content: bytes) -> None:
    """A child started, the workbook parsed in it."""
    limited(calamine, content, Upload())


def median_ms(job: Callable[[bytes], object], content: bytes) -> float:
    """Milliseconds of one report at a time, with a pause between them as between two uploads."""
    PRELOAD.append("tests.bench.check_sides")
    job(content)
    return statistics.median(_once(job, content) for _ in range(TIMES))


def _once(job: Callable[[bytes], object], content: bytes) -> float:
    time.sleep(PAUSE)
    begun = time.perf_counter()
    job(content)
    return (time.perf_counter() - begun) * 1000

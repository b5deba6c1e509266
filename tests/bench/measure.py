"""What a contender measures of itself; also runs inside a peer's environment (standard library only)."""

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any


def peak_mb() -> float:
    """The most memory that this process has held, in MB."""
    status = Path("/proc/self/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1000


def timed(job: Callable[[], Any], times: int = 3) -> tuple[float, float, Any]:
    """Wall and processor seconds of the quickest of some runs, and what the last one answered."""
    walls, cpus, answer = [], [], None
    for _ in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        answer = job()
        cpus.append(time.process_time() - cpu)
        walls.append(time.perf_counter() - wall)
    return min(walls), min(cpus), answer


def tell(answer: Sequence[int] | str, **measures: float) -> None:
    """Print the reply."""
    print(json.dumps({**measures, "answer": str(answer)}))

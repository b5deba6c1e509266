"""Search by name in a register of a million: the first 50 hits, the query alone."""

import random
import statistics
import sys
import time
from pathlib import Path

from models.db import Database, Session
from models.search import FEW, find_codes
from tests.bench.contest import Contender, Contest, Goal, module
from tests.bench.measure import tell
from tests.bench.register import FIRST, SECOND, made

TIMES = 300


def bench(quick: bool) -> None:
    """Two characters and four, by arguments that differ each time."""
    count = 20_000 if quick else 1_000_000
    ours = Contender("yangguang", module("tests.bench.search", str(made(count))))
    goals = (Goal("two_ms", 1), Goal("four_ms", 1))
    Contest(f"search: first {FEW} of {count:,} names", (ours,), goals, 3 if quick else 5).run()


def main() -> None:
    """Run once and tell."""
    database = Database(f"sqlite:///{Path(sys.argv[1]) / 'var' / 'yangguang.db'}")
    draw = random.Random(7)
    two = [draw.choice(SECOND) + draw.choice(SECOND) for _ in range(TIMES)]
    four = ["".join(draw.choice(part) for part in (FIRST, FIRST, SECOND, SECOND)) for _ in range(TIMES)]
    tell("", two_ms=median_ms(database, two), four_ms=median_ms(database, four))


def median_ms(database: Database, asked: list[str]) -> float:
    """Milliseconds of one search, SQLAlchemy included."""
    with database.read() as db:
        find_codes(db, asked[0], FEW)
        return statistics.median(_once(db, q) for q in asked)


def _once(db: Session, q: str) -> float:
    begun = time.perf_counter()
    find_codes(db, q, FEW)
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()

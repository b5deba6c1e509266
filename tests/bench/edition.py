"""An edition of the ranking over a register in which everybody is ranked: from database to published files."""

import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from audits import ranking
from audits.export import to_disk
from audits.export.files import write
from audits.export.ranking import SOURCES
from audits.ranking_columns import table
from models import migrate
from models.db import Database
from tests.bench.contest import CACHE, Contender, Contest, Goal, module
from tests.bench.measure import peak_mb, tell
from tests.bench.register import YEAR, made

DAY, MOMENT = date(2026, 6, 10), datetime(2026, 6, 10, tzinfo=UTC)
HOME = CACHE / "edition"
MOST_SECONDS = 30


def bench(quick: bool) -> None:
    """Read, score, keep every place and the inputs, publish, write the files; each stage beside the whole."""
    count = 20_000 if quick else 1_000_000
    ours = Contender("yangguang", module("tests.bench.edition", str(made(count))))
    title = f"edition: {count:,} organizations ranked, database to published files"
    Contest(title, (ours,), (Goal("all_s", MOST_SECONDS),), 1 if quick else 3).run()


@contextmanager
def timed(stage: str, into: dict[str, float]) -> Iterator[None]:
    """Keep how long a stage took."""
    begun = time.perf_counter()
    yield
    into[f"{stage}_s"] = time.perf_counter() - begun


def ranked_all(home: Path) -> Database:
    """A copy of the register in which everybody is a charity and no edition is out."""
    shutil.rmtree(HOME, ignore_errors=True)
    (HOME / "files").mkdir(parents=True)
    shutil.copy(home / "var" / "yangguang.db", HOME / "register.db")
    with closing(sqlite3.connect(HOME / "register.db")) as db, db:
        db.execute("UPDATE organization SET charity_since = '2017-01-01'")
        db.execute("UPDATE edition SET published_at = NULL")
    database = Database(f"sqlite:///{HOME / 'register.db'}")
    migrate.upgrade(database)
    os.sync()  # the copy is not part of what is timed
    return database


def main() -> None:
    """Make an edition once; the order of hits in search follows afterwards, and is told apart."""
    database, seconds = ranked_all(Path(sys.argv[1])), dict[str, float]()
    with timed("all", seconds):
        with timed("read", seconds), database.read() as db:
            reports = table(db, YEAR, DAY)
        with timed("keep", seconds), database.write() as db:
            edition, places = ranking.keep(db, reports, YEAR, DAY)
            ranking.publish(db, edition, MOMENT)
        with timed("files", seconds), database.read() as db:
            for one, read in SOURCES:
                write(one, read(db, DAY), HOME / "files")
            to_disk(HOME / "files")
    with timed("search_after", seconds), database.write() as db:
        ranking.order_search(db, edition.id)
    size = sum(path.stat().st_size for path in (HOME / "files").iterdir())
    tell(str(places.height), **seconds, peak_mb=peak_mb(), files_mb=size / 1e6)
    database.close()
    shutil.rmtree(HOME)


if __name__ == "__main__":
    main()

"""A simulated office: a register, years of reports, and a known share of misconduct, by a seed.

Nothing of it imitates a real organization, office or person: codes are of divisions that do not exist.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from audits.refusal import Conflict
from audits.simulate.plan import plan as plan
from audits.simulate.plan import truth_of as truth_of
from audits.simulate.writer import Writer
from models import search
from models.db import Database
from models.organization import any_simulated
from models.publication import touch
from models.registrar import highest


def simulate(
    database: Database, organizations: int, years: Sequence[int], seed: int, day: date
) -> Iterator[tuple[str, int, int]]:
    """Fill an empty database, wholly or not at all; tells what it is at, how far, and of how much.

    Conflict where the database holds an office already.
    """
    drawn = plan(organizations, years, seed, day)
    with database.write() as db:
        if highest(db) is not None or any_simulated(db):
            raise Conflict(
                "数据库中已有登记管理机关，模拟只写入空数据库。",
                "The database is in use: simulate fills empty ones.",
            )
        yield from Writer(db, drawn).write()
        search.rebuild(db)
        touch(db)

"""A simulated office: a register, years of reports, and a known share of misconduct, by a seed.

Nothing of it imitates a real organization, office or person: codes are of divisions that do not exist.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from audits.refusal import Conflict
from audits.simulate.plan import plan as plan
from audits.simulate.plan import truth_of as truth_of
from audits.simulate.writer import Writer
from compliance.facts import Said
from models import search
from models.account import Role, everyone
from models.db import Database
from models.enter import enter_missing
from models.organization import is_empty
from models.publication import touch
from models.registrar import registrars

FIRST = {Role.ADMINISTRATOR}
IN_USE = Said(
    "数据库中已有组织或者账号，模拟数据不与其混存。请另用一个空数据库，例如："
    "YANGGUANG_DATABASE_URL=sqlite:///var/simulated.db yangguang simulate",
    "The database holds organizations or accounts, and simulated ones are never mixed with them. Use an empty one: "
    "YANGGUANG_DATABASE_URL=sqlite:///var/simulated.db yangguang simulate",
)


def simulate(
    database: Database, organizations: int, years: Sequence[int], seed: int, day: date
) -> Iterator[tuple[str, int, int]]:
    """Fill an empty database, wholly or not at all; tells what it is at, how far, and of how much.

    What `init` made (one office, its administrators) is no hindrance: the office becomes the simulated city's.
    Conflict where anything else is there.
    """
    drawn = plan(organizations, years, seed, day)
    with database.write() as db:
        if not is_empty(db) or len(registrars(db)) > 1 or {one.role for one in everyone(db)} - FIRST:
            raise Conflict(IN_USE.zh, IN_USE.en)
        yield from Writer(db, drawn).write()
        enter_missing(db)
        search.rebuild(db)
        touch(db)

"""Cases of the simulated office: made by the acts themselves, so they stand where their moves say."""

from datetime import UTC, date, datetime, timedelta

from audits import fsck
from audits.simulate import simulate
from audits.simulate.cases import WAYS, cases
from audits.simulate.complaints import WAYS as COMPLAINTS
from audits.simulate.complaints import complaints
from audits.simulate.draws import draws
from compliance.complaint import Doing
from models.db import Database

DAY = date(2026, 11, 23)


def test_one_of_each_way_stands_against_who_was_found_at_fault(sqlite_database: Database) -> None:
    database = sqlite_database
    list(simulate(database, 2000, range(2024, 2026), 1, DAY))
    with database.write() as db:
        draws(db, DAY)
        found = [(case.matter, case.moves[-1].move) for case in cases(db, DAY)]
    assert found == [(way.matter, way.moves[-1][0]) for way in WAYS]
    assert not [one for one in fsck.check(database, datetime(2026, 11, 24, tzinfo=UTC)) if "case" in one.row]


def test_complaints_stand_where_their_steps_say(sqlite_database: Database) -> None:
    list(simulate(sqlite_database, 300, range(2024, 2026), 1, DAY))
    with sqlite_database.write() as db:
        found = [(one.topic, one.steps[-1].doing, one.steps[0].on) for one in complaints(db, DAY)]
    steps = [way.steps[-1][0] if way.steps else Doing.RECEIVED for way in COMPLAINTS]
    days = [DAY - timedelta(way.ago) for way in COMPLAINTS]
    assert found == list(zip((way.topic for way in COMPLAINTS), steps, days, strict=True))

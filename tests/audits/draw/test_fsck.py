from audits import fsck
from models.db import Database
from models.draw.asked import plans
from tests import make as made
from tests.audits.draw.course import drawn


def broken(database: Database) -> list[tuple[str, str]]:
    return [(one.invariant, one.row) for one in fsck.check(database, made.MOMENT)]


def test_a_sound_draw_is_called_sound(database: Database) -> None:
    with database.write() as db:
        drawn(db)
    assert broken(database) == []


def test_a_missing_plan_and_a_result_that_cannot_be_repeated_are_found(database: Database) -> None:
    with database.write() as db:
        plan = drawn(db)
        plan.number = "2025-2"
        assert plan.result is not None
        plan.result.sources = ["SSQ 2025031 01 02 03 04 05 06 + 07"]
    assert broken(database) == [("I14.number", "draws of 2025"), ("I14.result", "draw 2025-2")]
    with database.read() as db:
        assert len(plans(db)) == 1

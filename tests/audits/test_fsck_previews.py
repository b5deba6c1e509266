"""Previews against the log and their own periods: what is planted behind the acts is found."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from audits import fsck
from audits.preview.objection import answer, object_to
from audits.preview.prepare import publish, withdraw
from models.db import Database, Session
from models.preview import Preview, objections, preview_of
from tests.audits.preview.course import AFTER, ON, prepared

MOMENT = datetime(2026, 12, 31, 4, tzinfo=UTC)


def broken(database: Database) -> list[tuple[str, str]]:
    found = fsck.check(database, MOMENT)
    return [(one.invariant, one.row) for one in found if "preview" in one.invariant or one.invariant == "I6"]


def published(database: Database) -> int:
    """A preview with an objection, answered, and then published."""
    of, number = prepared(database)
    with database.write() as db:
        one = object_to(db, ON, of.mine, number, "audit", "已审计").id
    with database.write() as db:
        answer(db, ON, of.officer, number, one, accepted=False, why="无审计报告")
    with database.write() as db:
        publish(db, AFTER, of.officer, number)
    return number


def test_what_went_its_way_is_sound(database: Database) -> None:
    published(database)
    assert broken(database) == []


def test_a_withdrawn_one_is_sound(database: Database) -> None:
    of, number = prepared(database)
    with database.write() as db:
        withdraw(db, ON, of.officer, number, "截止日有误")
    assert broken(database) == []


def a_later_period(db: Session, row: Preview) -> None:
    row.until = AFTER


def other_words(db: Session, row: Preview) -> None:
    objections(db, row.id)[0].says = "别的话"


def another_answer(db: Session, row: Preview) -> None:
    found = objections(db, row.id)[0].answer
    assert found is not None
    found.accepted = True


def no_answer(db: Session, row: Preview) -> None:
    db.delete(objections(db, row.id)[0].answer)


def a_late_answer(db: Session, row: Preview) -> None:
    found = objections(db, row.id)[0].answer
    assert found is not None and row.end is not None
    found.at = row.end.at + timedelta(1)


@pytest.mark.parametrize(
    ("planted", "found"),
    [
        (a_later_period, {"I5.preview", "preview"}),
        (other_words, {"I5.preview"}),
        (another_answer, {"I5.preview"}),
        (no_answer, {"preview"}),
        (a_late_answer, {"preview"}),
    ],
)
def test_what_was_changed_behind_the_acts_is_found(
    database: Database, planted: Callable[[Session, Preview], None], found: set[str]
) -> None:
    number = published(database)
    with database.write() as db:
        row = preview_of(db, number)
        assert row is not None
        planted(db, row)
    assert {name for name, _row in broken(database)} == found

"""A job is done once for a day, whole or not at all, and due work does happen."""

from datetime import UTC, date, datetime, timedelta

import pytest

from audits import jobs, night
from audits.refusal import NotFound
from models import attempt, job
from models.db import Database, Facts, Session

DAY = date(2025, 6, 30)
EVENING = datetime(2025, 6, 29, 12, 0, tzinfo=UTC)


def hit(database: Database) -> None:
    with database.write() as db:
        attempt.hit(db, "someone", 1, EVENING, EVENING + timedelta(minutes=10))


def test_a_job_is_done_once_for_a_day(database: Database) -> None:
    hit(database)
    assert jobs.run(database, "forget-attempts", DAY) == {"forgotten": 1}
    assert jobs.run(database, "forget-attempts", DAY) is None


def test_by_hand_a_job_runs_again(database: Database) -> None:
    jobs.run(database, "forget-attempts", DAY)
    hit(database)
    assert jobs.by_hand(database, "forget-attempts", DAY) == {"forgotten": 1}


def test_an_unknown_job_is_refused_by_name(database: Database) -> None:
    with pytest.raises(NotFound, match="no-such-job"):
        jobs.run(database, "no-such-job", DAY)


def test_a_job_that_fails_leaves_nothing_and_may_be_tried_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(db: Session, day: date) -> Facts:
        attempt.hit(db, "half", 1, EVENING, EVENING + timedelta(days=9))
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setitem(night.JOBS, "forget-attempts", night.at_once(broken))
        with pytest.raises(OSError, match="disk full"):
            jobs.run(database, "forget-attempts", DAY)
    with database.read() as db:
        assert attempt.count(db, "half", EVENING) == (0, None)
    assert jobs.run(database, "forget-attempts", DAY) == {"forgotten": 0}


def test_one_who_was_overtaken_keeps_nothing(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(db: Session, day: date) -> Facts:
        mine = db.query(job.JobRun).one()
        mine.attempt += 1
        db.flush()
        return {}

    monkeypatch.setitem(night.JOBS, "forget-attempts", night.at_once(slow))
    with pytest.raises(jobs.Overtaken):
        jobs.run(database, "forget-attempts", DAY)


def test_missed_nights_are_caught_up_oldest_first(database: Database) -> None:
    jobs.run(database, "forget-attempts", DAY - timedelta(days=3))
    days = [day for day, name in jobs.undone(database, DAY) if name == "forget-attempts"]
    assert days == [DAY - timedelta(days=2), DAY - timedelta(days=1), DAY]


def test_before_the_first_night_only_that_night_is_due(database: Database) -> None:
    assert {day for day, _ in jobs.undone(database, DAY)} == {DAY}

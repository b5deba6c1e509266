"""One clock leads; it does what is due and stops when told."""

from datetime import UTC, date, datetime

from audits import jobs, schedule
from audits.config import now
from models import job
from models.db import Database


def test_the_night_comes_at_the_hour_of_the_settings_in_the_legal_time_zone() -> None:
    before, after = datetime(2025, 6, 29, 17, 59, tzinfo=UTC), datetime(2025, 6, 29, 18, 0, tzinfo=UTC)
    assert schedule.night_of(before) == date(2025, 6, 29)
    assert schedule.night_of(after) == date(2025, 6, 30)


def test_of_two_clocks_one_leads_until_it_leaves(database: Database) -> None:
    first, second = schedule.Clock(database), schedule.Clock(database)
    assert first.lead()
    assert not second.lead()
    first.leave()
    assert second.lead()
    assert not first.lead()


def test_who_does_not_lead_does_nothing(database: Database) -> None:
    schedule.Clock(database).lead()
    schedule.Clock(database).catch_up()
    assert list(jobs.undone(database, schedule.night_of(now())))


def test_who_leads_does_everything_due(database: Database) -> None:
    schedule.Clock(database).catch_up()
    assert not list(jobs.undone(database, schedule.night_of(now())))


def test_a_clock_told_to_stop_begins_nothing_more(database: Database) -> None:
    clock = schedule.Clock(database)
    clock.stop.set()
    clock.catch_up()
    with database.read() as db:
        assert all(job.last_finished(db, name) is None for name in jobs.JOBS)

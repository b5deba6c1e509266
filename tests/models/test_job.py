"""Claims and leases: one owner at a time, taken over when it runs out, and a late one is refused."""

from datetime import UTC, datetime, timedelta

from models import job
from models.db import Database

NOW = datetime(2025, 6, 30, 18, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def claimed(database: Database, moment: datetime) -> job.JobRun | None:
    with database.write() as db:
        return job.claim(db, "evaluate", "2025-06-30", moment, moment + MINUTE)


def test_a_period_is_claimed_once(database: Database) -> None:
    assert claimed(database, NOW) is not None
    assert claimed(database, NOW) is None


def test_a_finished_period_is_never_claimed_again(database: Database) -> None:
    run = claimed(database, NOW)
    assert run is not None
    with database.write() as db:
        assert job.finish(db, run, NOW, {"listed": 3})
    assert claimed(database, NOW + 10 * MINUTE) is None
    with database.read() as db:
        assert job.last_finished(db, "evaluate") == "2025-06-30"


def test_an_orphan_is_taken_over_and_its_late_owner_refused(database: Database) -> None:
    late = claimed(database, NOW)
    heir = claimed(database, NOW + MINUTE)
    assert late is not None
    assert heir is not None
    assert heir.attempt == 2
    with database.write() as db:
        assert not job.renew(db, late, NOW + 3 * MINUTE)
        assert not job.finish(db, late, NOW + 2 * MINUTE, {})
        assert job.finish(db, heir, NOW + 2 * MINUTE, {})


def test_a_failed_run_can_be_had_at_once(database: Database) -> None:
    run = claimed(database, NOW)
    assert run is not None
    with database.write() as db:
        assert job.give_up(db, run, NOW, {"error": "disk full"})
    assert claimed(database, NOW) is not None


def test_a_lease_has_one_owner_whose_fence_grows_with_each_new_one(database: Database) -> None:
    def take(owner: str, moment: datetime) -> int | None:
        with database.write() as db:
            return job.take(db, "schedule", owner, moment, moment + MINUTE)

    assert take("a", NOW) == 1
    assert take("a", NOW) == 1
    assert take("b", NOW) is None
    assert take("b", NOW + MINUTE) == 2
    assert take("a", NOW + MINUTE) is None
    with database.write() as db:
        job.release(db, "schedule", "b", NOW + MINUTE)
    assert take("a", NOW + MINUTE) == 3

"""One clock leads; it does what is due and stops when told."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from audits import jobs, night, schedule
from audits.config import now
from audits.log.files import key_file, published, state
from models import job
from models.db import Database, Facts, Session


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


def test_what_fails_is_left_alone_for_a_while(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []

    def broken(db: Session, day: date) -> Facts:
        tries.append(day)
        raise OSError("disk full")

    monkeypatch.setitem(night.JOBS, "forget-attempts", night.at_once(broken))
    clock = schedule.Clock(sqlite_database)
    clock.catch_up()
    clock.catch_up()
    assert len(tries) == 1


def test_a_clock_told_to_stop_begins_nothing_more(database: Database) -> None:
    clock = schedule.Clock(database)
    clock.stop.set()
    clock.catch_up()
    with database.read() as db:
        assert all(job.last_finished(db, name) is None for name in night.JOBS)


@contextmanager
def started(url: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    environment = os.environ | {"YANGGUANG_DATABASE_URL": url}
    command = [sys.executable, "-m", "audits", "schedule"]
    root = Path(__file__).parent.parent.parent
    environment |= {"PYTHONPATH": str(root)}
    with subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.kill()


def done(database: Database) -> bool:
    return not list(jobs.undone(database, schedule.night_of(now())))


def wait_until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_the_process_does_what_is_due_and_ends_when_told(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    with started(database_url, tmp_path) as clock:
        wait_until(lambda: done(database))
        clock.send_signal(signal.SIGTERM)
        assert clock.wait(timeout=60) == 0


def test_after_a_kill_the_next_one_goes_on(database: Database, database_url: str, tmp_path: Path) -> None:
    with database.write() as db:
        job.take(db, schedule.LEASE, "somebody killed", now(), now() + timedelta(seconds=1))
        job.claim(
            db, next(iter(night.JOBS)), str(schedule.night_of(now())), now(), now() + timedelta(seconds=1)
        )
    settings = tmp_path / "config.toml"
    settings.write_text("[schedule]\nlease_seconds = 1\n")
    with started(database_url, tmp_path):
        wait_until(lambda: done(database))


def test_only_the_leader_publishes_the_decision_log(sqlite_database: Database) -> None:
    leader, other = schedule.Clock(sqlite_database), schedule.Clock(sqlite_database)
    assert leader.lead() and not other.lead()
    other.publish()
    assert published().checkpoint() is None
    leader.publish()
    assert published().checkpoint() is not None


def test_a_log_that_is_refused_stops_nothing_else(sqlite_database: Database) -> None:
    clock = schedule.Clock(sqlite_database)
    assert clock.lead()
    clock.publish()
    key_file().unlink()
    clock.publish()
    assert state()["ok"] is False

"""What the clock does: jobs by name. Each is safe to run twice, and done once for a day however many try."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from audits.config import config, now
from audits.diary import log
from audits.night import JOBS
from audits.refusal import Conflict, NotFound
from models import job
from models.db import Database, DatabaseFault, Facts


class Overtaken(Exception):
    """Another took this run over while we slept; nothing of ours was kept."""


def lease() -> timedelta:
    """How long a run is ours without a sign of life."""
    return timedelta(seconds=config().schedule.lease_seconds)


def run(database: Database, name: str, day: date, again: bool = False) -> Facts | None:
    """Run a job for a day, work and entry in one transaction. None if it is done already, or another has it.

    `again` runs it although it is done. NotFound for an unknown name; Overtaken if we came back too late.
    """
    if name not in JOBS:
        known = "、".join(JOBS)
        raise NotFound(
            f"没有任务 {name}；现有：{known}", f"There is no job {name}; there are: {', '.join(JOBS)}"
        )
    with database.write() as db:
        mine = job.claim(db, name, day.isoformat(), now(), now() + lease(), again)
    if mine is None:
        return None
    log.info("job_started", job=name, period=mine.period, attempt=mine.attempt)
    with signs_of_life(database, mine):
        outcome = work(database, mine, day)
    log.info("job_finished", job=name, period=mine.period, **outcome)
    return outcome


def work(database: Database, mine: job.JobRun, day: date) -> Facts:
    """The work of a run; a failure is entered and raised."""
    try:
        todo = JOBS[mine.job](database, day)
        with database.write() as db:
            outcome = todo(db, day)
            if not job.finish(db, mine, now(), outcome):
                raise Overtaken(mine.job, mine.period)
    except Exception as error:
        with database.write() as db:
            job.give_up(db, mine, now(), {"error": type(error).__name__})
        raise
    return outcome


@contextmanager
def signs_of_life(database: Database, mine: job.JobRun) -> Iterator[None]:
    """Renew a run's lease while the work lasts."""
    done = threading.Event()

    def renew() -> None:
        while not done.wait(lease().total_seconds() / 3):
            try:
                with database.write() as db:
                    job.renew(db, mine, now() + lease())
            except DatabaseFault as fault:  # the work itself holds the lock, or will meet the same fault
                log.warning("lease_not_renewed", job=mine.job, why=type(fault).__name__)

    thread = threading.Thread(target=renew, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def by_hand(database: Database, name: str, day: date) -> Facts:
    """Run a job now although the night has done it. Conflict while another is at it."""
    outcome = run(database, name, day, again=True)
    if outcome is None:
        raise Conflict(f"任务 {name} 正在运行", f"The job {name} is running now")
    return outcome


def undone(database: Database, last: date) -> Iterator[tuple[date, str]]:
    """What no night has done up to a day, oldest first. Before the first night there is only that day."""
    with database.read() as db:
        done = {name: job.last_finished(db, name) for name in JOBS}
    first = {name: date.fromisoformat(day) + timedelta(1) if day else last for name, day in done.items()}
    day = min(first.values())
    while day <= last:
        yield from ((day, name) for name in JOBS if first[name] <= day)
        day += timedelta(1)

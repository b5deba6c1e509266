"""The clock: one process that runs the nightly jobs. However many are started, one leads and the others wait."""

import logging
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from threading import Event
from uuid import uuid4

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from audits import jobs
from audits.config import config, now, zone
from audits.diary import log
from audits.log.publish import publish
from audits.refusal import Conflict
from models import job
from models.db import Database, DatabaseFault

LEASE = "schedule"
RETRY = timedelta(hours=1)
logging.getLogger("apscheduler").setLevel(logging.ERROR)


def night_of(moment: datetime) -> date:
    """The latest legal day whose nightly hour has come."""
    here = moment.astimezone(zone())
    return here.date() - timedelta(days=here.hour < config().schedule.nightly_hour)


@dataclass
class Clock:
    """One candidate for the lead. `fence` is the number of our lease while we lead; `rest` says until when what
    failed is left alone.
    """

    database: Database
    owner: str = field(default_factory=lambda: f"{socket.gethostname()}:{uuid4().hex[:8]}")
    stop: Event = field(default_factory=Event)
    fence: int | None = None
    rest: dict[tuple[date, str], datetime] = field(default_factory=dict)

    def lead(self) -> bool:
        """Take or keep the lease; whether we lead."""
        moment = now()
        try:
            with self.database.write() as db:
                fence = job.take(db, LEASE, self.owner, moment, moment + jobs.lease())
        except DatabaseFault as fault:
            log.warning("lease_not_renewed", job=LEASE, why=type(fault).__name__)
            fence = None
        if fence != self.fence:
            log.info("lead", leading=fence is not None, fence=fence)
        self.fence = fence
        return fence is not None

    def catch_up(self) -> None:
        """Everything that is due and not done, oldest first, while we lead."""
        for day, name in jobs.undone(self.database, night_of(now())):
            if self.stop.is_set() or not self.lead():
                return
            if self.rest.get((day, name), now()) <= now():
                self.attempt(day, name)

    def attempt(self, day: date, name: str) -> None:
        """Run one job; what fails is tried again in an hour."""
        try:
            jobs.run(self.database, name, day)
        except Exception:
            log.exception("job_failed", job=name, period=day.isoformat())
            self.rest[day, name] = now() + RETRY

    def publish(self) -> None:
        """Publish what is new in the decision log, while we lead; what is refused is entered and tried again."""
        if self.fence is not None and not self.stop.is_set():
            with suppress(Conflict, OSError):
                publish(self.database, thorough=False)

    def leave(self) -> None:
        """Give the lead back."""
        with self.database.write() as db:
            job.release(db, LEASE, self.owner, now())


def timetable(clock: Clock) -> BackgroundScheduler:
    """The nightly hour; and thrice in the time of a lease it is renewed, and work left undone is looked for."""
    settings = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    scheduler = BackgroundScheduler(timezone=zone(), job_defaults=settings)
    often = IntervalTrigger(seconds=config().schedule.lease_seconds / 3)
    scheduler.add_job(clock.lead, often, id="lead")
    scheduler.add_job(clock.catch_up, often, id="catch-up", next_run_time=now())
    each = IntervalTrigger(seconds=config().log.every_seconds)
    scheduler.add_job(clock.publish, each, id="publish-log")
    scheduler.add_job(clock.catch_up, CronTrigger(hour=config().schedule.nightly_hour), id="nightly")
    return scheduler


@contextmanager
def publishing(database: Database) -> Iterator[None]:
    """Publish the decision log while something else lasts; for the demo, which has no schedule beside it."""
    clock = Clock(database, fence=0)
    scheduler = BackgroundScheduler(timezone=zone())
    scheduler.add_job(clock.publish, IntervalTrigger(seconds=config().log.every_seconds), max_instances=1)
    scheduler.start()
    try:
        yield
    finally:
        clock.stop.set()
        scheduler.shutdown(wait=False)


def keep_time(database: Database) -> None:
    """Run until told to stop (SIGTERM, SIGINT); the job at work is finished first."""
    clock = Clock(database)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: clock.stop.set())
    scheduler = timetable(clock)
    scheduler.start()
    log.info("schedule_started", owner=clock.owner, hour=config().schedule.nightly_hour)
    clock.stop.wait()
    scheduler.shutdown(wait=True)
    clock.leave()
    log.info("schedule_stopped", owner=clock.owner)

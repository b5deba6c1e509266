"""The clock: one process that runs the nightly jobs. However many are started, one leads and the others wait."""

import signal
import socket
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
from models import job
from models.db import Database, DatabaseFault

LEASE = "schedule"


def night_of(moment: datetime) -> date:
    """The latest legal day whose nightly hour has come."""
    here = moment.astimezone(zone())
    return here.date() - timedelta(days=here.hour < config().schedule.nightly_hour)


@dataclass
class Clock:
    """One candidate for the lead. `fence` is the number of our lease while we lead."""

    database: Database
    owner: str = field(default_factory=lambda: f"{socket.gethostname()}:{uuid4().hex[:8]}")
    stop: Event = field(default_factory=Event)
    fence: int | None = None

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
        """Everything that is due and not done, oldest first, while we lead. What fails is tried next hour."""
        if not self.lead():
            return
        for day, name in jobs.undone(self.database, night_of(now())):
            if self.stop.is_set() or not self.lead():
                return
            try:
                jobs.run(self.database, name, day)
            except Exception:
                log.exception("job_failed", job=name, period=day.isoformat())

    def leave(self) -> None:
        """Give the lead back."""
        with self.database.write() as db:
            job.release(db, LEASE, self.owner, now())


def timetable(clock: Clock) -> BackgroundScheduler:
    """The lease is renewed thrice in its time; due work is looked for each hour, and so at the nightly hour."""
    settings = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    scheduler = BackgroundScheduler(timezone=zone(), job_defaults=settings)
    scheduler.add_job(clock.lead, IntervalTrigger(seconds=config().schedule.lease_seconds / 3), id="lead")
    scheduler.add_job(clock.catch_up, CronTrigger(minute=0), id="nightly", next_run_time=now())
    return scheduler


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

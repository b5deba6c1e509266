"""What the clock does: jobs by name. Each is safe to run twice, and done once for a day however many try."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from audits import fsck
from audits.config import config, now, today, zone
from audits.diary import log
from audits.evaluation import evaluate, kept
from audits.export.current import renew
from audits.listing import open_proposals
from audits.log.publish import publish
from audits.paper.issue import papers_left, print_papers
from audits.refusal import Conflict, NotFound
from audits.risk.work import score, watched
from audits.statistics.kept import JOB, count_by_night
from compliance.outcome import OUTCOMES
from models import attempt, job
from models.db import Database, DatabaseFault, Facts, Session
from models.risk import latest_model

Work = Callable[[Session, date], Facts]
"""What a job does in its one transaction; gives what it did, as counts."""
Job = Callable[[Database, date], Work]
"""A job looks at the database at leisure, holding nothing up, and gives the work that is then left to do."""
SHOWN = 20
"""So many broken promises are entered with a nightly check; `yangguang fsck` shows all."""


class Overtaken(Exception):
    """Another took this run over while we slept; nothing of ours was kept."""


def forget_attempts(db: Session, day: date) -> Facts:
    """Drop counters of the rate limiter that have expired."""
    return {"forgotten": attempt.forget_expired(db, datetime.combine(day, time(), zone()))}


def checked(database: Database, day: date) -> Work:
    """Check every promise of the database, and enter what is broken."""
    broken = list(fsck.check(database, now()))
    for one in broken[:SHOWN]:
        log.error("promise_broken", invariant=one.invariant, row=one.row)
    return lambda db, day: {"broken": len(broken), "first": [one.as_json() for one in broken[:SHOWN]]}


def printed(database: Database, day: date) -> Work:
    """Print what was decided, in transactions of its own, and enter what is left."""
    done = print_papers(database, day)
    return lambda db, day: done | papers_left(db, day)


def evaluated(database: Database, day: date) -> Work:
    """Hold the whole register against the law of the day, and keep what was found."""
    found = evaluate(database, day, now(), dry_run=True)

    def keep(db: Session, day: date) -> Facts:
        db.add(kept(found, now()))
        return {"organizations": found.organizations, "findings": found.findings.height}

    return keep


def published(database: Database, day: date) -> Work:
    """Publish the decision log, every old entry held against what was published before."""
    done = publish(database)
    return lambda db, day: done


def exported(database: Database, day: date) -> Work:
    """Write the open data anew; only of the day itself, for nights that were slept through are past."""
    done = renew(database, day) if day == today() else {"past": 1}
    return lambda db, day: done


def risk_watched(database: Database, day: date) -> Work:
    """On the first of a month, see whether the register has drifted from what the models of risk learned."""
    drifted = watched(database, day) if day.day == 1 else {}
    for outcome, columns in drifted.items():
        if columns:
            log.warning("risk_drift", outcome=outcome, columns=columns)
    return lambda db, day: {"drifted": {name: len(columns) for name, columns in drifted.items()}}


def risk_scored(database: Database, day: date) -> Work:
    """Score the register anew by the latest models, where any was trained."""
    with database.read() as db:
        trained = any(latest_model(db, name) for name in OUTCOMES)
    told = score(database, day, now()) if trained else {}
    return lambda db, day: {"scored": {name: one["organizations"] for name, one in told.items()}}


def figures_counted(database: Database, day: date) -> Work:
    """Count the figures of every registrar's desk up to the end of the day before."""
    found = count_by_night(database, day)
    return lambda db, day: found


def at_once(work: Work) -> Job:
    """A job that is all work."""
    return lambda database, day: work


JOBS: Mapping[str, Job] = {
    "evaluate": evaluated,
    "open-proposals": at_once(open_proposals),
    "publish-log": published,
    "print-papers": printed,
    "export": exported,
    "watch-risk": risk_watched,
    "score-risk": risk_scored,
    JOB: figures_counted,
    "forget-attempts": at_once(forget_attempts),
    "fsck": checked,
}
"""Every job, in the order in which the night does them."""


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

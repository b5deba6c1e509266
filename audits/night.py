"""What the night does: a table of jobs by name, in the order in which it does them. Each is safe to run twice."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from audits import fsck
from audits.config import now, today, zone
from audits.diary import log
from audits.evaluate import evaluate, kept
from audits.export.current import renew
from audits.listing import open_proposals
from audits.log.publish import publish
from audits.paper.issue import papers_left, print_papers
from audits.reminder import enter, reminders_for
from audits.risk.work import score, watched
from audits.statistics.kept import JOB, count_by_night
from compliance.outcome import OUTCOMES
from models import attempt
from models.db import Database, Facts, Session
from models.risk import latest_model

Work = Callable[[Session, date], Facts]
"""What a job does in its one transaction; gives what it did, as counts."""
Job = Callable[[Database, date], Work]
"""A job looks at the database at leisure, holding nothing up, and gives the work that is then left to do."""
SHOWN = 20
"""So many broken promises are entered with a nightly check; `yangguang fsck` shows all."""


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


def reminded(database: Database, day: date) -> Work:
    """Remind whoever has a deadline ahead; never of a night that was slept through: its days are over."""
    if day != today():
        return lambda db, day: {"past": 1}
    with database.read() as db:
        fresh = reminders_for(db, day)
    return lambda db, day: enter(db, fresh)


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
    "remind": reminded,
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

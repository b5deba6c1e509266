"""The figures of the first page of the desk: counted by night up to the end of the day before, and kept."""

from datetime import date, timedelta

from audits.statistics import Asked, Found, asked, find
from models.db import Database, Facts, Session
from models.job import last_outcome
from models.registrar import registrars, within
from models.statistics import Counted

JOB = "count-figures"


def yesterday(day: date) -> Asked:
    """The half-year up to the end of the day before: acts of the day itself may still come."""
    return asked("", "", day - timedelta(days=1))


def count_by_night(database: Database, day: date) -> Facts:
    """What is kept of every registrar's figures, by its id."""
    wanted = yesterday(day)
    with database.read() as db:
        found = {one.id: find(db, within(db, one.id), wanted) for one in registrars(db)}
    offices = {str(key): {"now": one.now.figures, "then": one.then.figures} for key, one in found.items()}
    return {"last": wanted.days.last.isoformat(), "offices": offices}


def kept(db: Session, registrar_id: int) -> Found | None:
    """The figures of a registrar as the night kept them last; None before the first night."""
    outcome = last_outcome(db, JOB) or {}
    office = outcome.get("offices", {}).get(str(registrar_id))
    if office is None:
        return None
    wanted = asked("", "", date.fromisoformat(outcome["last"]))
    now, then = (
        Counted(days, office[name], ()) for name, days in (("now", wanted.days), ("then", wanted.other_days))
    )
    return Found(wanted, now, then)

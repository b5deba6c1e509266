"""Home, the statement on accessibility, and the health of the service."""

import time
from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import current_app, render_template
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.web.access import public
from audits.web.asked import deadlines
from audits.web.public.lists import Row, on_lists
from audits.web.public.log import health as log_health
from audits.web.public.organization import conclusion, listing
from audits.web.public.pages import pages
from audits.web.session import database
from compliance.facts import Register
from models.browse import Sought, count_status, counts
from models.db import DatabaseFault, Session
from models.job import lease_until
from models.listed import decision_numbers, latest_conclusions
from models.revision import found as revision

LATEST, MINUTE = 6, 60.0
Figures = tuple[Mapping[str, int], int]


def season(day: date) -> int:
    """The last year on which every report has fallen due."""
    year = day.year - 1
    return year if day > max(deadlines(year).values()) else year - 1


def _latest(db: Session, listed: dict[Register, list[Any]]) -> list[Row]:
    every = [one for entries in listed.values() for one in entries if one[1].removed_on is None]
    latest = sorted(every, key=lambda one: one[1].since, reverse=True)[:LATEST]
    numbers = decision_numbers(db, {row.code for row, _ in latest})
    return [Row(row, listing(entry, row.code, numbers)) for row, entry in latest]


def figures(db: Session, day: date) -> Figures:
    """Counts of the register, and how many reported in time: counted at most once a minute in a process."""
    known: dict[date, tuple[float, Figures]] = current_app.extensions.setdefault("figures", {})
    if day not in known or time.monotonic() - known[day][0] >= MINUTE:
        year = season(day)
        in_time = Sought(year=year, status="on_time", deadlines=deadlines(year))
        found = counts(db, day), count_status(db, in_time)
        known.clear()
        known[day] = time.monotonic(), found
    return known[day][1]


@pages.get("/")
@public
def home() -> ResponseReturnValue:
    """Search, what this is, the figures, and what is new."""
    day = today()
    year = season(day)
    with database().read() as db:
        listed = on_lists(db, day)
        registered, on_time = figures(db, day)
        return render_template(
            "public/home.html",
            counts=registered,
            year=year,
            on_time=on_time,
            listed={
                register.value: len({row.code for row, entry in entries if entry.removed_on is None})
                for register, entries in listed.items()
            },
            listings=_latest(db, listed),
            conclusions=[(row, conclusion(row)) for row in latest_conclusions(db, LATEST)],
        )


@pages.get("/accessibility")
@public
def accessibility() -> ResponseReturnValue:
    """What this site does so that everyone can use it, and whom to tell where it fails."""
    return render_template("public/accessibility.html")


@pages.get("/health")
@public
def health() -> ResponseReturnValue:
    """Whether the service works: database, revision of the tables, last sign of life of the schedule."""
    try:
        schema = revision(database())
        with database().read() as db:
            beat = lease_until(db)
            log = log_health(db) if schema is not None else None
    except DatabaseFault:
        return {"ok": False, "database": "unreachable", "schema": None, "schedule_lease_until": None}, 503
    ok = schema is not None
    answer = {"ok": ok, "database": "ok", "schema": schema, "schedule_lease_until": beat and beat.isoformat()}
    return answer | {"log": log}, 200 if ok else 503

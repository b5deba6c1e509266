"""An office with a past, for figures: reports received and concluded, lists, penalties, assessments."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from compliance.facts import Conclusion, Kind
from models.db import Session
from models.event import Event
from models.organization import Organization
from models.record import figures_row
from models.registrar import Registrar
from models.report import Report, Step, Took
from tests import make

Concluded = Sequence[tuple[date, Conclusion]]


def organization(db: Session, registrar: Registrar, **given: Any) -> Organization:
    """An association that is no charity, of one unit, unless said otherwise."""
    values = {"kind": Kind.ASSOCIATION, "charity_since": None, "unit": None, "registrar": registrar}
    return make.organization(db, **{**values, **given})


def reported(
    db: Session, of: Organization, year: int, on: date, concluded: Concluded = (), audited: bool = False
) -> Report:
    """A report received on a day, and its conclusions."""
    content = make.document(db)
    report = Report(
        code=of.code, year=year, version=1, kind=of.kind, sha256=content, file_name="年报.xlsx",
        uploaded_at=make.MOMENT, rules="1", verdict="accepted", lines={}, faults=[], corrected=[],
    )  # fmt: skip
    db.add(report)
    db.flush()
    steps: list[tuple[Took, date, dict[str, str]]] = [(Took.ATTACHED, on, {})] if audited else []
    steps += [
        (Took.SUBMITTED, on, {}),
        *((Took.CONCLUDED, at, {"conclusion": str(one)}) for at, one in concluded),
    ]
    for took, at, details in steps:
        db.add(Step(report_id=report.id, took=took, on=at, at=make.MOMENT, details=details))
        db.flush()
    row = figures_row(db, of.code, year, report.id, {})
    row.received_on = on
    row.conclusion = str(concluded[-1][1]) if concluded else None
    db.flush()
    return report


def happened(
    db: Session, of: Organization, on: date, what: str, voids: int | None = None, **details: str
) -> Event:
    """An entry of a record."""
    event = Event(code=of.code, on=on, what=what, details=details, at=make.MOMENT, voids=voids)
    db.add(event)
    db.flush()
    return event


def assessed(db: Session, of: Organization, on: date, grade: str, until: date) -> None:
    """An assessment valid from its day."""
    happened(db, of, on, "assessed", grade=grade, valid_from=on.isoformat(), valid_to=until.isoformat())

"""Who stands or stood on the two lists, as the public asks: codes, and the decisions of a code."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.case import Case, CaseMove, Move
from models.event import Event
from models.organization import Organization
from models.report import Report, Step, Took


def ever_listed(db: Session) -> Sequence[str]:
    """Codes of all organizations with a listing in their record."""
    query = select(Event.code).where(Event.what == "listed").distinct().order_by(Event.code)
    return db.scalars(query).all()


def decision_numbers(db: Session, codes: Collection[str]) -> Mapping[tuple[str, date], str]:
    """Numbers of decisions on lists, by code and day."""
    query = select(Case.code, CaseMove.on, CaseMove.number).join(CaseMove)
    decided = query.where(Case.code.in_(codes), CaseMove.move == Move.DECIDED, CaseMove.number.is_not(None))
    return {(row[0], row[1]): row[2] or "" for row in db.execute(decided)}


def conclusions_of(db: Session, code: str) -> Sequence[Any]:
    """Year, day, number and details of each conclusion on an organization's reports, latest first."""
    query = select(Report.year, Step.on, Step.number, Step.details, Step.took).join(Step)
    steps = db.execute(query.where(Report.code == code).order_by(Report.year.desc(), Step.id.desc()))
    # chosen here: asked in SQL, SQLite walks every conclusion ever made to find those of one code
    return [step for step in steps if step.took is Took.CONCLUDED]


def latest_conclusions(db: Session, most: int) -> Sequence[Any]:
    """The latest conclusions: code, name, year, day, number, details."""
    query = select(Report.code, Organization.name, Report.year, Step.on, Step.number, Step.details)
    query = query.join(Step).join(Organization, Organization.code == Report.code)
    return db.execute(
        query.where(Step.took == Took.CONCLUDED).order_by(Step.on.desc(), Step.id.desc()).limit(most)
    ).all()

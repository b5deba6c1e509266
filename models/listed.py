"""Who stands or stood on the two lists, as the public asks: codes, and the decisions of a code."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from models.case import Case, CaseMove, Move
from models.event import Event
from models.organization import Organization
from models.report import Report, Step, Took

CASE, MOVE, REPORT, STEP = Case.__table__.c, CaseMove.__table__.c, Report.__table__.c, Step.__table__.c
NUMBERS = (
    select(CASE.code, MOVE.on, MOVE.number)
    .join_from(Case.__table__, CaseMove.__table__, MOVE.case_id == CASE.id)
    .where(CASE.code.in_(bindparam("codes", expanding=True)), CASE.register != "")
    .where(MOVE.move == Move.DECIDED, MOVE.number.is_not(None))
)
STEPS = (
    select(REPORT.year, STEP.on, STEP.number, STEP.details, STEP.took)
    .join_from(Report.__table__, Step.__table__, STEP.report_id == REPORT.id)
    .where(REPORT.code == bindparam("code"))
    .order_by(REPORT.year.desc(), STEP.id.desc())
)


def ever_listed(db: Session) -> Sequence[str]:
    """Codes of all organizations with a listing in their record."""
    query = select(Event.code).where(Event.what == "listed").distinct().order_by(Event.code)
    return db.scalars(query).all()


def decision_numbers(db: Session, codes: Collection[str]) -> Mapping[tuple[str, date], str]:
    """Numbers of decisions on lists, by code and day."""
    if not codes:
        return {}
    return {(row.code, row.on): row.number for row in db.execute(NUMBERS, {"codes": list(codes)})}


def conclusions_of(db: Session, code: str) -> Sequence[Any]:
    """Year, day, number and details of each conclusion on an organization's reports, latest first."""
    # chosen here: asked in SQL, SQLite walks every conclusion ever made to find those of one code
    return [step for step in db.execute(STEPS, {"code": code}) if step.took is Took.CONCLUDED]


def latest_conclusions(db: Session, most: int) -> Sequence[Any]:
    """The latest conclusions: code, name, year, day, number, details."""
    query = select(Report.code, Organization.name, Report.year, Step.on, Step.number, Step.details)
    query = query.join(Step).join(Organization, Organization.code == Report.code)
    return db.execute(
        query.where(Step.took == Took.CONCLUDED).order_by(Step.on.desc(), Step.id.desc()).limit(most)
    ).all()

"""Decisions by their number: conclusions on reports, and decisions on the two lists."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models.case import Case, CaseMove, Move
from models.entry import DecisionBody
from models.report import Report, Step, Took


def decision(db: Session, number: str) -> CaseMove | Step | None:
    """The decision of a case, or the conclusion on a report, that has a number."""
    moves = select(CaseMove).where(CaseMove.number == number, CaseMove.move == Move.DECIDED)
    found = db.scalars(moves.options(joinedload(CaseMove.case).joinedload(Case.organization))).one_or_none()
    if found is not None:
        return found
    steps = select(Step).where(Step.number == number, Step.took == Took.CONCLUDED)
    return db.scalars(steps.options(joinedload(Step.report).joinedload(Report.organization))).one_or_none()


def subject(row: CaseMove | Step) -> str:
    """The subject of a row in the decision log."""
    return f"{row.__tablename__}/{row.id}"


def numbers_of(db: Session, seqs: Collection[int]) -> dict[int, str]:
    """The numbers of decisions by their entries in the log."""
    rows = db.execute(select(DecisionBody.seq, DecisionBody.subject).where(DecisionBody.seq.in_(seqs))).all()
    found: dict[int, str] = {}
    for table in (CaseMove, Step):
        prefix = f"{table.__tablename__}/"
        keys = {
            int(row.subject.removeprefix(prefix)): row.seq
            for row in rows
            if (row.subject or "").startswith(prefix)
        }
        query = select(table.id, table.number).where(table.id.in_(keys), table.number.is_not(None))
        found |= {keys[row.id]: row.number for row in db.execute(query)}
    return found

"""Papers still to be printed: numbered steps without a document, and the one place that gives them theirs."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.case import CaseMove
from models.report import Document, Step, Took, keep

Unprinted = tuple[type[Step] | type[CaseMove], int]
"""A table and the key of a row in it."""


def unprinted(db: Session) -> Sequence[Unprinted]:
    """Every receipt, conclusion, notice and decision that has a number and no paper."""
    steps = select(Step.id).where(
        Step.took.in_((Took.SUBMITTED, Took.CONCLUDED)), Step.number.is_not(None), Step.sha256.is_(None)
    )
    moves = select(CaseMove.id).where(
        CaseMove.number.is_not(None),
        CaseMove.sha256.is_(None),
    )
    found: list[Unprinted] = [(Step, key) for key in db.scalars(steps.order_by(Step.id))]
    return [*found, *((CaseMove, key) for key in db.scalars(moves.order_by(CaseMove.id)))]


def row_of(db: Session, wanted: Unprinted, lock: bool = False) -> Step | CaseMove:
    """The row that a paper belongs to."""
    table, key = wanted
    if table is Step:
        return db.get_one(Step, key, with_for_update=lock)
    return db.get_one(CaseMove, key, with_for_update=lock)


def kept(db: Session, wanted: Unprinted, content: bytes) -> bytes:
    """Keep a paper with its row; if another was quicker, his stays and is given back."""
    row = row_of(db, wanted, lock=True)
    if row.sha256 is None:
        row.sha256 = keep(db, content, "application/pdf")
        return content
    return bytes(db.get_one(Document, row.sha256).content)

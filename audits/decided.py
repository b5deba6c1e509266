"""What a decision enters in the record of the organization, in the transaction of the decision."""

from collections.abc import Iterator

from audits.config import now
from compliance.case import Matter, Move
from compliance.case.effect import EVENTS, KEPT
from models.case import Case, CaseMove
from models.db import Facts, Session
from models.event import Event

ORDERED, COMPLETED = "rectification_ordered", "rectification_completed"


def enter(db: Session, case: Case, made: CaseMove) -> None:
    """Enter what a move brings about: of most moves nothing."""
    for what in brought_about(case, made):
        _add(db, case, made, what, _details(case, made, what))


def brought_about(case: Case, made: CaseMove) -> Iterator[str]:
    """What a move enters in the record, by the names of contract 4."""
    if made.move is Move.DECIDED and case.matter in EVENTS:
        yield EVENTS[case.matter]
    if case.matter is Matter.INTERVIEW and made.move is Move.HEARD:
        yield "interviewed"
        if made.details.get("due"):
            yield ORDERED
    mended = case.matter is Matter.RECTIFICATION and made.details.get("result") == "done"
    if made.move is Move.CLOSED and mended:
        yield COMPLETED


def _details(case: Case, made: CaseMove, what: str) -> Facts:
    if what in (ORDERED, COMPLETED):
        due = {"due": case.facts.get("due") or made.details["due"]} if what == ORDERED else {}
        return {"matter": case.number, **due}
    if case.matter in (Matter.INTERVIEW, Matter.REMOVAL):
        return {"list": case.register} if case.register else {}
    basis = case.facts["grounds"][0]["basis"]
    if case.matter is Matter.LISTING:
        return {"list": case.register, "ground": case.ground, "basis": basis}
    return {key: case.facts[key] for key in KEPT.get(case.matter, ())} | {"basis": basis}


def _add(db: Session, case: Case, made: CaseMove, what: str, details: Facts) -> None:
    db.add(
        Event(code=case.code, on=made.on, what=what, details=details, at=now(), by=made.by, case_id=case.id)
    )

"""What a decision enters in the record of the organization, in the transaction of the decision."""

from collections.abc import Iterator

from audits.config import now
from compliance.case import Matter, Move
from compliance.case.effect import EVENTS, KEPT
from models.case import Case, CaseMove
from models.db import Facts, Session
from models.event import Event


def enter(db: Session, case: Case, made: CaseMove) -> None:
    """Enter what a move brings about: of most moves nothing."""
    for what, details in entries(case, made):
        _add(db, case, made, what, details)


def entries(case: Case, made: CaseMove) -> Iterator[tuple[str, Facts]]:
    """What a move brings about: names and details of entries of the record."""
    if made.move is Move.DECIDED and case.matter in EVENTS:
        yield EVENTS[case.matter], _kept(case)
    if case.matter is Matter.INTERVIEW and made.move is Move.HEARD:
        yield "interviewed", {}
        if due := made.details.get("due"):
            yield "rectification_ordered", {"due": due, "matter": case.number}
    mended = case.matter is Matter.RECTIFICATION and made.details.get("result") == "done"
    if made.move is Move.CLOSED and mended:
        yield "rectification_completed", {"matter": case.number}


def _kept(case: Case) -> Facts:
    if case.matter is Matter.LISTING:
        return {"list": case.register, "ground": case.ground, "basis": case.facts["grounds"][0]["basis"]}
    if case.matter is Matter.REMOVAL:
        return {"list": case.register}
    kept: Facts = {key: case.facts[key] for key in KEPT.get(case.matter, ())}
    numbered = {"matter": case.number} if case.matter is Matter.RECTIFICATION else {}
    return kept | numbered | {"basis": case.facts["grounds"][0]["basis"]}


def _add(db: Session, case: Case, made: CaseMove, what: str, details: Facts) -> None:
    db.add(
        Event(code=case.code, on=made.on, what=what, details=details, at=now(), by=made.by, case_id=case.id)
    )

"""The moves of a case: each held against the published table, made by whom it names, saying what it must."""

from collections.abc import Mapping
from datetime import date

from audits.config import now
from audits.decided import enter
from audits.numbering import Paper, number
from audits.objection import blocked as blocked
from audits.objection import follows as follows
from audits.objection import guidance as guidance
from audits.objection import objection
from audits.objection import statement_ends as statement_ends
from audits.refusal import Conflict, NotFound, Unfit
from audits.removal import removal_from, still_needed
from compliance.case import Matter, Move
from compliance.case.asks import Unsaid, asks, read
from compliance.case.table import over
from compliance.facts import Register, Said
from compliance.listing import proposed, record
from compliance.workday import NO_GAZETTE, Gazette
from models.account import Account
from models.case import Case, CaseMove
from models.db import Facts, Session
from models.holiday import gazette as gazette_of_office
from models.organization import lock
from models.record import dossier
from models.registrar import within

PAPERS: Mapping[Move, Paper] = {
    Move.NOTICED: Paper.NOTICE,
    Move.HEARING_CALLED: Paper.HEARING,
    Move.DECIDED: Paper.DECISION,
}
"""The moves that issue a numbered paper."""


def take(db: Session, day: date, by: Account, case: Case, move: Move, said: Mapping[str, str]) -> CaseMove:
    """Make a move. NotFound, Refused, Conflict or Unfit say why not; nobody is faster than the lock."""
    lock(db, case.code)
    db.refresh(case, ["moves"])
    _see(db, by, case)
    known = gazette_of_office(db)
    if refusal := objection(case, move, by, day, known):
        raise refusal
    if move is not Move.DISMISSED and (gone := done_meanwhile(db, case, day)):
        raise Conflict(gone.zh, gone.en)
    made = CaseMove(move=move, on=day, at=now(), by=by.id, details=_said(case, move, said))
    case.moves.append(made)
    if move in PAPERS:
        made.number = number(db, PAPERS[move], case.organization, day)
        made.details = {**made.details, **_issued(case, made, known)}
    enter(db, case, made)
    return made


def _see(db: Session, by: Account, case: Case) -> None:
    ours = by.registrar_id is not None and case.organization.registrar_id in within(db, by.registrar_id)
    if not ours and by.code != case.code:
        raise NotFound("未找到", "Not found")


def _said(case: Case, move: Move, said: Mapping[str, str]) -> Facts:
    try:
        return dict(read(asks(case.matter, move), said))
    except Unsaid as error:
        raise Unfit(error.said.zh, error.said.en) from error


def _issued(case: Case, made: CaseMove, known: Gazette) -> Facts:
    """What a paper tells beside what was said: to whom, and of a notice until when one may speak."""
    told: Facts = {"to": case.organization.name}
    if made.move is Move.NOTICED:
        end = statement_ends(case, known)
        told |= {"served_on": made.on.isoformat(), "until": end.isoformat() if end else ""}
    return told


def done_meanwhile(db: Session, case: Case, day: date) -> Said | None:
    """What a case of the lists rests on is gone: the duty was done, or a condition of removal is no longer met."""
    if over(case.course) or case.matter not in (Matter.LISTING, Matter.REMOVAL):
        return None
    facts = record(dossier(db, case.code), day)
    if case.matter is Matter.REMOVAL:
        wanted = removal_from(facts, Register(case.register))
        return None if wanted and wanted.possible(day) else still_needed(wanted)
    if any(one.ground == case.ground for one in proposed(facts)):
        return None
    return Said(
        "所列情形在此期间已经消除，本案可以撤销。",
        "What this case rests on is over meanwhile: it can be dismissed.",
    )


def may(case: Case, move: Move, by: Account, day: date, gazette: Gazette = NO_GAZETTE) -> bool:
    """Whether somebody can make a move today."""
    return blocked(case, move, by, day, gazette) is None

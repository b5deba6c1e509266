"""The moves of a case on the two lists: each held against the published table, and made by whom it names."""

from datetime import date

from audits.config import now
from audits.numbering import Paper, number
from audits.objection import blocked as blocked
from audits.objection import follows as follows
from audits.objection import guidance as guidance
from audits.objection import objection, stands
from audits.objection import statement_ends as statement_ends
from audits.refusal import Conflict, NotFound, Unfit
from audits.removal import apply_for_removal as apply_for_removal
from audits.removal import removal_from, still_needed
from compliance.case import Matter, Move, missing_step
from compliance.facts import Register, Said
from compliance.listing import proposed, record
from compliance.workday import NO_GAZETTE, Gazette
from models.account import Account
from models.case import ENDED, Case, CaseMove
from models.db import Facts, Session
from models.event import Event
from models.holiday import gazette as gazette_of_office
from models.organization import lock
from models.record import dossier
from models.registrar import within

MOST_TEXT = 4000


def _make(db: Session, day: date, by: Account, case: Case, move: Move, **details: object) -> CaseMove:
    _hold(db, case)
    if by.registrar_id is None or case.organization.registrar_id not in within(db, by.registrar_id):
        raise NotFound("未找到", "Not found")
    if refusal := objection(case, move, by, day, gazette_of_office(db)):
        raise refusal
    if move is not Move.DISMISSED and (gone := done_meanwhile(db, case, day)):
        raise Conflict(gone.zh, gone.en)
    return _add(case, day, by, move, details)


def _hold(db: Session, case: Case) -> None:
    lock(db, case.code)
    db.refresh(case, ["moves"])


def _add(case: Case, day: date, by: Account, move: Move, details: Facts) -> CaseMove:
    made = CaseMove(move=move, on=day, at=now(), by=by.id, details=dict(details))
    case.moves.append(made)
    return made


def _text(text: str, zh: str, en: str) -> str:
    said = text.strip()
    if not said:
        raise Unfit(zh, en)
    return said[:MOST_TEXT]


def _reasons(text: str) -> str:
    return _text(text, "请写明理由。", "Give your reasons.")


def done_meanwhile(db: Session, case: Case, day: date) -> Said | None:
    """What a case rests on is gone: the duty was done, or a condition of removal is no longer met."""
    if stands(case) in ENDED:
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


def notice(db: Session, day: date, by: Account, case: Case, reasons: str = "") -> CaseMove:
    """Issue the notice of an intended listing: facts, grounds, basis, rights. It is served on the platform
    the same day, and the statement period runs from then.
    """
    made = _make(db, day, by, case, Move.NOTICED, served_on=day.isoformat())
    end = statement_ends(case, gazette_of_office(db))
    made.details = made.details | {"until": end.isoformat() if end else "", "to": case.organization.name}
    made.number = number(db, Paper.NOTICE, case.organization, day)
    return made


def may_state(case: Case, day: date, gazette: Gazette = NO_GAZETTE) -> bool:
    """Whether the organization can still speak: always, while the end of the period is not known."""
    end = statement_ends(case, gazette)
    return follows(case, Move.STATED) and (end is None or day <= end)


def state(db: Session, day: date, by: Account, case: Case, text: str) -> CaseMove:
    """The organization's statement and defence, within the period."""
    if by.code != case.code:
        raise NotFound("未找到", "Not found")
    _hold(db, case)
    if not follows(case, Move.STATED):
        said = missing_step(case.matter, stands(case), Move.STATED)
        raise Conflict(said.zh, said.en)
    if not may_state(case, day, gazette_of_office(db)):
        raise Conflict("陈述申辩期限已经届满。", "The statement period is over.")
    said_text = _text(text, "请写明陈述申辩意见。", "Write your statement.")
    return _add(case, day, by, Move.STATED, {"text": said_text})


def propose(db: Session, day: date, by: Account, case: Case, reasons: str) -> CaseMove:
    """Propose to list, or to remove; another person decides."""
    return _make(db, day, by, case, Move.PROPOSED, reasons=_reasons(reasons))


def dismiss(db: Session, day: date, by: Account, case: Case, reasons: str) -> CaseMove:
    """End a case without a decision, with reasons."""
    return _make(db, day, by, case, Move.DISMISSED, reasons=_reasons(reasons))


def decide(db: Session, day: date, by: Account, case: Case, reasons: str) -> CaseMove:
    """Decide as proposed: the organization enters the list, or leaves it, from this day."""
    made = _make(db, day, by, case, Move.DECIDED, reasons=_reasons(reasons))
    made.details = made.details | {"to": case.organization.name}
    made.number = number(db, Paper.DECISION, case.organization, day)
    listing = case.matter is Matter.LISTING
    details = {"list": case.register}
    if listing:
        details |= {"ground": case.ground, "basis": case.facts["grounds"][0]["basis"]}
    what = "listed" if listing else "removed"
    db.add(Event(code=case.code, on=day, what=what, details=details, at=now(), by=by.id, case_id=case.id))
    return made

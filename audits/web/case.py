"""A case in the words of a page: what it is about, where it stands, whose turn it is and until when."""

from datetime import date
from typing import Any

from flask import g

from audits.case import statement_ends
from audits.web.language import day as said_day
from audits.web.language import gettext as _
from audits.web.standing import ground_name
from audits.web.words import CASE_TONES, case_stands, matter_title, move_title
from compliance.workday import Gazette
from models.case import ENDED, Case, CaseMove, Matter, Move


def last(case: Case) -> CaseMove:
    """The last step of a case."""
    return case.moves[-1]


def clock(case: Case, today: date, gazette: Gazette) -> str:
    """Which clock runs, until when, and who holds the ball."""
    where = last(case).move
    if where is Move.NOTICED:
        return _statement(statement_ends(case, gazette), today)
    words = {
        Move.OPENED: _("An officer issues the notice."),
        Move.STATED: _("An officer weighs the statement and proposes."),
        Move.PROPOSED: _("Another officer decides."),
    }
    return words.get(where) or _("Ended on %(day)s", day=said_day(last(case).on))


def _statement(until: date | None, today: date) -> str:
    if until is None:
        return _("Statement and defence; its last day is to be announced with the year's holidays")
    if until < today:
        return _("The statement period is over; an officer proposes.")
    return _("Statement and defence until %(day)s", day=said_day(until))


def brief(case: Case, today: date, gazette: Gazette) -> dict[str, Any]:
    """One line about a case."""
    where = last(case).move
    return {
        "number": case.number,
        "code": case.code,
        "title": matter_title(case.matter, case.register)
        + (f": {ground_name(case.ground)}" if case.ground else ""),
        "stands": case_stands(where),
        "tone": CASE_TONES[where],
        "clock": clock(case, today, gazette),
        "open": where not in ENDED,
        "removal": case.matter is Matter.REMOVAL,
    }


def full(case: Case, today: date, gazette: Gazette) -> dict[str, Any]:
    """Everything about a case but who may do what next."""
    return brief(case, today, gazette) | {
        "name": case.organization.name,
        "grounds": [grounds_said(ground) for ground in case.facts.get("grounds", [])],
        "moves": [moved(move) for move in case.moves],
    }


def grounds_said(ground: dict[str, Any]) -> dict[str, str]:
    """A ground of a case as it was found."""
    basis = "basis_en" if g.language == "en" and ground.get("basis_en") else "basis"
    of = "、".join(ground.get("of", ()))
    name = ground_name(ground["ground"])
    return {
        "says": f"{name} ({of})" if of else name,
        "since": ground.get("since", ""),
        "basis": ground.get(basis, ""),
    }


def moved(move: CaseMove) -> dict[str, Any]:
    """One step of a case."""
    text = move.details.get("text") or move.details.get("reasons") or ""
    return {
        "id": move.id,
        "at": move.at,
        "title": move_title(move.move),
        "text": text,
        "number": move.number,
        "paper": move.number is not None,
        "by": move.by,
    }

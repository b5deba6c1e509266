"""A case in the words of a page: what it is about, where it stands, whose turn it is and until when."""

from datetime import date
from typing import Any

from flask import g

from audits.case import statement_ends
from audits.objection import speaking
from audits.web.case_words import CASE_TONES, case_stands, matter_title, move_title
from audits.web.language import day as said_day
from audits.web.language import gettext as _
from audits.web.standing import ground_name
from audits.web.step import QUIET
from compliance.case import ACTOR_NAMES, move_name
from compliance.case.asks import asks
from compliance.case.clock import Due, due
from compliance.case.filing import OWN, WHAT
from compliance.case.table import following, over
from compliance.law.credit_measures import GROUNDS
from compliance.workday import Gazette
from models.case import Case, CaseMove, Matter, Move


def last(case: Case) -> CaseMove:
    """The last step of a case."""
    return case.moves[-1]


def clock(case: Case, today: date, gazette: Gazette) -> str:
    """Which clock runs, until when, and who holds the ball."""
    if last(case).move is Move.NOTICED and speaking(case):
        return _statement(statement_ends(case, gazette), today)
    if over(case.course):
        return _("Ended on %(day)s", day=said_day(last(case).on))
    awaited = [one for one in due(case.course, gazette) if one.step.move not in QUIET]
    return _awaited(case, awaited[0], today) if awaited else _next(case)


def _awaited(case: Case, first: Due, today: date) -> str:
    """The clock that ends first, and who holds the ball."""
    words = {
        "who": ACTOR_NAMES[first.holder].on(g.language),
        "what": move_name(case.matter, first.step.move).on(g.language),
    }
    if first.end is None:
        return _("%(who)s: %(what)s; the last day is not known yet", **words)
    told = words | {"day": said_day(first.end)}
    if first.late(today):
        return _("Overdue since %(day)s: %(who)s, %(what)s", **told)
    return _("%(who)s: %(what)s, by %(day)s", **told)


def _next(case: Case) -> str:
    steps = [step for step in following(case.course) if step.move not in QUIET]
    if not steps:
        return ""
    first = next((step for step in steps if not step.again), steps[0])
    return _(
        "Next: %(who)s, %(what)s",
        who=ACTOR_NAMES[first.by].on(g.language),
        what=move_name(case.matter, first.move).on(g.language),
    )


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
        + (f": {ground_name(case.ground)}" if case.ground in GROUNDS else ""),
        "stands": case_stands(where, case.matter),
        "tone": CASE_TONES.get(where, "warn"),
        "clock": clock(case, today, gazette),
        "open": not over(case.course),
        "removal": case.matter is Matter.REMOVAL,
    }


def full(case: Case, today: date, gazette: Gazette) -> dict[str, Any]:
    """Everything about a case but who may do what next."""
    return brief(case, today, gazette) | {
        "name": case.organization.name,
        "grounds": [grounds_said(ground) for ground in case.facts.get("grounds", [])],
        "facts": _facts(case),
        "moves": [moved(move) for move in case.moves],
    }


def _facts(case: Case) -> list[tuple[str, str]]:
    """What an officer entered when he opened the case, by the labels of the fields."""
    return [
        (ask.label.on(g.language), case.facts[ask.key])
        for ask in (*WHAT[1:], *OWN.get(case.matter, ()))
        if case.facts.get(ask.key)
    ]


def grounds_said(ground: dict[str, Any]) -> dict[str, str]:
    """A ground of a case as it was found."""
    basis = "basis_en" if g.language == "en" and ground.get("basis_en") else "basis"
    of = "、".join(ground.get("of", ()))
    name = ground_name(ground["ground"]) if ground["ground"] in GROUNDS else _own(ground)
    return {
        "says": f"{name} ({of})" if of else name,
        "since": ground.get("since", ""),
        "basis": ground.get(basis, ""),
    }


def _told(move: CaseMove) -> list[tuple[str, str]]:
    """What was said with a step, by the labels of its fields."""
    details = move.details
    return [
        (
            ask.label.on(g.language),
            ask.choices[details[ask.key]].on(g.language) if ask.choices else details[ask.key],
        )
        for ask in asks(move.case.matter, move.move)
        if details.get(ask.key)
    ]


def _own(ground: dict[str, Any]) -> str:
    """A ground that an officer entered."""
    return str(ground["says_en"] if g.language == "en" else ground["says"])


def moved(move: CaseMove) -> dict[str, Any]:
    """One step of a case."""
    return {
        "id": move.id,
        "at": move.at,
        "title": move_title(move.move, move.case.matter),
        "said": _told(move),
        "number": move.number,
        "paper": move.number is not None,
        "by": move.by,
        "who": "",
    }

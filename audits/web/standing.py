"""What the law makes of an organization, put into the words of a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import g

from audits.web.language import gettext as _
from compliance.facts import REGISTER_NAMES, Register
from compliance.happening import HAPPENINGS
from compliance.judge import Judgement, judge
from compliance.law.credit_measures import GROUNDS
from models.db import Session
from models.record import dossier


def judged(db: Session, code: str, day: date) -> Judgement:
    """The judgement on an organization as the database knows it."""
    return judge(dossier(db, code), day)


def ground_name(ground: str) -> str:
    """A ground of contract 4 in words."""
    return GROUNDS[ground].label.on(g.language) if ground in GROUNDS else ground


@dataclass(frozen=True)
class ShownCreditLine:
    """One line of the points."""

    on: date
    what: str
    points: int
    expires: date | None
    basis: str


def credit(judgement: Judgement) -> dict[str, Any]:
    """Points, grade and lines."""
    lines = [
        ShownCreditLine(
            line.on, line.said.on(g.language), line.points, line.expires, line.basis.said.on(g.language)
        )
        for line in judgement.credit.lines
    ]
    found = judgement.credit
    return {
        "points": found.points,
        "grade": found.grade.value,
        "lines": lines,
        "next_change": found.next_change,
    }


def lists(judgement: Judgement) -> list[dict[str, Any]]:
    """Both lists: since when, on which grounds, and what removal needs."""
    repairs = {repair.list: repair for repair in judgement.repair}
    shown = []
    for register in Register:
        standing, repair = judgement.facts.lists[register], repairs.get(register)
        wanted = (
            {
                "earliest": repair.removal.earliest,
                "missing": [missing.said.on(g.language) for missing in repair.removal.missing],
            }
            if repair
            else None
        )
        shown.append(
            {
                "key": register.value,
                "name": REGISTER_NAMES[register].on(g.language),
                "since": standing.listed_since,
                "grounds": [ground_name(ground) for ground in standing.grounds],
                "repair": wanted,
                "may_apply": repair is not None and repair.removal.possible(judgement.on),
            }
        )
    return shown


def duties(judgement: Judgement) -> list[dict[str, Any]]:
    """Every duty, latest first."""
    names = {
        "annual_report": _("Annual report"),
        "publication": _("Publication of the annual report"),
        "audit": _("Audit report"),
    }
    return [
        {
            "title": f"{duty.year} {names.get(duty.what, duty.what)}",
            "due": duty.due,
            "done": duty.done,
            "days_late": duty.days_late,
            "basis": duty.basis.said.on(g.language),
        }
        for duty in sorted(judgement.duties, key=lambda duty: (duty.year, duty.what), reverse=True)
    ]


def findings(judgement: Judgement) -> list[dict[str, Any]]:
    """What the rules found, latest year first."""
    return [
        {
            "year": finding.year,
            "says": finding.says.on(g.language),
            "basis": finding.basis.said.on(g.language),
            "figures": "，".join(f"{name} {value}" for name, value in finding.figures.items()),
        }
        for finding in sorted(judgement.findings, key=lambda finding: finding.year or 0, reverse=True)
    ]


def happening(what: str, details: Mapping[str, Any]) -> str:
    """An event of the record in words."""
    known = HAPPENINGS.get(what)
    words = [known.said.on(g.language) if known else what]
    if "list" in details:
        words.append(REGISTER_NAMES[Register(details["list"])].on(g.language))
    if details.get("ground"):
        words.append(ground_name(str(details["ground"])))
    words += [str(details[key]) for key in ("grade", "amount", "matter", "basis") if details.get(key)]
    return " · ".join(words)

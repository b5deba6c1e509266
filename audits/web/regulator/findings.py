"""Findings of visits: inspectors enter and answer them on a phone, officers settle what is disputed."""

from typing import Any

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.draw.finding import Said, answer_finding, enter_finding, settle_finding
from audits.web.access import me, only
from audits.web.regulator.pages import pages
from audits.web.session import database
from compliance.draw.finding import OUTCOME_NAMES, WORD_NAMES, Standing, Word, may, standing
from compliance.facts import Said as Words
from models.account import Role
from models.db import Session
from models.draw.finding import Finding, findings

ACTING = (Role.OFFICER, Role.APPROVER)


def _said() -> Said:
    form = request.form
    return Said(form.get("outcome", ""), form.getlist("areas"), form.get("says", ""))


@pages.post("/visits/<number>/<code>/finding", endpoint="enter_finding")
@only(Role.INSPECTOR)
def enter(number: str, code: str) -> ResponseReturnValue:
    """Enter what was found."""
    with database().write() as db:
        enter_finding(db, today(), me(), number, code, _said())
    return redirect(url_for(".visits", _anchor=code), 303)


@pages.post("/visits/<number>/<code>/answer", endpoint="answer_finding")
@only(Role.INSPECTOR)
def answer(number: str, code: str) -> ResponseReturnValue:
    """Confirm what the other entered, or dispute it."""
    agrees = request.form.get("answer") == "agree"
    with database().write() as db:
        answer_finding(db, today(), me(), number, code, agrees, request.form.get("says", ""))
    return redirect(url_for(".visits", _anchor=code), 303)


@pages.post("/draws/<number>/findings/<code>", endpoint="settle_finding")
@only(*ACTING)
def settle(number: str, code: str) -> ResponseReturnValue:
    """Settle what is disputed."""
    with database().write() as db:
        settle_finding(db, today(), me(), number, code, _said())
    return redirect(url_for(".draw", number=number, _anchor=code), 303)


def told(
    db: Session, plan_id: int, went: dict[str, list[str]], inspector: str = ""
) -> dict[str, dict[str, Any]]:
    """Where each visit's finding stands, its rows, and what `inspector` ("" for an officer) may do next."""
    rows = findings(db, plan_id, list(went))
    return {code: _told(rows.get(code, []), sent, inspector) for code, sent in went.items()}


def _told(rows: list[Finding], went: list[str], inspector: str) -> dict[str, Any]:
    here = standing([one.row for one in rows])
    return {
        "rows": rows,
        "here": here,
        "tone": _tone(here),
        "words": _words(here),
        "may": {str(word) for word in Word if may(here, word, inspector, went)},
    }


def _words(here: Standing) -> list[Words]:
    outcome = [OUTCOME_NAMES[here.outcome]] if here.outcome else []
    return outcome + ([WORD_NAMES[here.word]] if here.word else [])


def _tone(here: Standing) -> str:
    if not here.final:
        return "info" if here.word is None else "warn"
    return "good" if here.outcome == "clear" else "bad"

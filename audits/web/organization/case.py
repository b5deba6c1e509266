"""An organization's side of a case: what it is about, until when it may speak, and what it said."""

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from audits import case as acts
from audits.config import today
from audits.removal import apply_for_removal
from audits.web.access import me, my_code, only
from audits.web.case import full
from audits.web.files import download
from audits.web.organization.pages import OURS, mine, pages
from audits.web.session import database
from audits.web.step import forms
from audits.web.words import done_text
from compliance.facts import Register
from models.case import Case, Move, case_by_number
from models.db import Session
from models.holiday import gazette


def my_case(db: Session, number: str, lock: bool = False) -> Case:
    """A case of this organization; another's answers as if it were not there."""
    case = case_by_number(db, number, lock)
    if case is None or case.code != my_code():
        abort(404)
    return case


@pages.get("/cases/<number>", endpoint="case")
@only(*OURS)
def one_case(number: str) -> ResponseReturnValue:
    """One case with its grounds, its clock and its course."""
    with database().read() as db:
        case = my_case(db, number)
        known = gazette(db)
        page = full(case, today(), known)
        steps = forms(case, me(), today(), known)
    done = done_text(request.args.get("done", ""))
    return render_template("organization/case.html", case=page, forms=steps, done=done)


@pages.post("/cases/<number>/<move>", endpoint="act")
@only(*OURS)
def take_step(number: str, move: str) -> ResponseReturnValue:
    """Speak, ask for a hearing, say what was done."""
    if move not in set(Move):
        abort(404)
    with database().write() as db:
        acts.take(db, today(), me(), my_case(db, number, lock=True), Move(move), request.form)
    return redirect(url_for(".case", number=number, done=move), 303)


@pages.post("/standing/<register>/removal", endpoint="apply_removal")
@only(*OURS)
def apply_removal(register: str) -> ResponseReturnValue:
    """Ask to be taken off a list, once nothing is missing."""
    if register not in set(Register):
        abort(404)
    with database().write() as db:
        case = apply_for_removal(db, today(), me(), mine(db), Register(register))
    return redirect(url_for(".case", number=case.number, done="applied"), 303)


@pages.get("/cases/<number>/papers/<int:move>.pdf", endpoint="paper")
@pages.get("/cases/<number>/papers/<int:move>.en.pdf", endpoint="paper_en", defaults={"language": "en"})
@only(*OURS)
def paper(number: str, move: int, language: str = "zh") -> ResponseReturnValue:
    """A paper of a case that was served on us; in English as a translation."""
    with database().read() as db:
        found = [step for step in my_case(db, number).moves if step.id == move]
    return download(found[0], language) if found else abort(404)

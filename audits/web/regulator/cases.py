"""Cases on the desk: the queue, one case with the steps open to this officer, and taking a step."""

from flask import abort, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from audits import case as acts
from audits.config import today
from audits.objection import OFFICERS
from audits.web.access import me, only
from audits.web.case import brief, full
from audits.web.case_words import case_stands
from audits.web.files import download
from audits.web.language import gettext as _
from audits.web.regulator.pages import Page, filters, ours, pages, wanted
from audits.web.session import database
from audits.web.step import forms
from audits.web.words import done_text
from models.account import OFFICE, Account, Role
from models.case import Case, Move, case_by_number
from models.db import Session
from models.holiday import gazette
from models.queue import cases

STATES = ("open", *(move for move in Move))


@pages.get("/cases", endpoint="cases")
@only(*OFFICE)
def case_queue() -> ResponseReturnValue:
    """The queue of cases, the longest untouched first."""
    state = request.args.get("state", "open")
    with database().read() as db:
        asked = wanted(db, state if state in STATES else "open")
        found, total = cases(db, asked)
        known = gazette(db)
        rows = [brief(case, today(), known) | {"name": case.organization.name} for case in found]
    names = [("open", _("All that are open")), *((str(move), case_stands(Move(move))) for move in STATES[1:])]
    page = Page(asked.page, asked.size, total)
    return render_template(
        "regulator/cases.html", rows=rows, asked=asked, states=names, page=page, **filters()
    )


def our_case(db: Session, number: str, lock: bool = False) -> Case:
    """A case by its number, if it is ours to see."""
    case = case_by_number(db, number, lock)
    if case is None:
        abort(404)
    ours(db, case.organization)
    return case


@pages.get("/cases/<number>", endpoint="case")
@only(*OFFICE)
def one_case(number: str) -> ResponseReturnValue:
    """One case: grounds, course, and the next steps with what the law says about them."""
    with database().read() as db:
        case = our_case(db, number)
        known = gazette(db)
        page = full(case, today(), known)
        names = {move.by: _name(db, move.by) for move in case.moves}
        for move in page["moves"]:
            move["who"] = names[move["by"]]
        steps = forms(case, me(), today(), known) if me().role in OFFICERS else []
        guidance = [said.on(g.language) for said in acts.guidance(case, known)]
        meanwhile = acts.done_meanwhile(db, case, today())
    return render_template(
        "regulator/case.html",
        case=page,
        forms=steps,
        guidance=guidance,
        done_meanwhile=meanwhile.on(g.language) if meanwhile else "",
        done=done_text(request.args.get("done", "")),
    )


def _name(db: Session, account_id: int | None) -> str:
    account = db.get(Account, account_id) if account_id is not None else None
    return account.name if account else str(_("System"))


@pages.post("/cases/<number>/<move>", endpoint="act")
@only(Role.OFFICER, Role.APPROVER)
def take_step(number: str, move: str) -> ResponseReturnValue:
    """Take a step in a case."""
    if move not in set(Move):
        abort(404)
    with database().write() as db:
        acts.take(db, today(), me(), our_case(db, number, lock=True), Move(move), request.form)
    return redirect(url_for(".case", number=number, done=move), 303)


@pages.get("/cases/<number>/papers/<int:move>.pdf", endpoint="case_paper")
@pages.get("/cases/<number>/papers/<int:move>.en.pdf", endpoint="case_paper_en", defaults={"language": "en"})
@only(*OFFICE)
def case_paper(number: str, move: int, language: str = "zh") -> ResponseReturnValue:
    """A paper of a case; in English as a translation."""
    with database().read() as db:
        found = [step for step in our_case(db, number).moves if step.id == move]
    return download(found[0], language) if found else abort(404)

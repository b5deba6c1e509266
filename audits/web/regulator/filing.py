"""Opening a case by hand: which kind, then its facts, evidence and article."""

from flask import abort, redirect, render_template, url_for
from flask import request as asked_with
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.filing import asked, file_case
from audits.web.access import me, only
from audits.web.regulator.pages import our_organization, pages
from audits.web.session import database
from compliance.case import MATTER_NAMES, Matter
from compliance.case.filing import BY_HAND
from models.account import Role


@pages.get("/organizations/<code>/cases/new", endpoint="new_case")
@only(Role.OFFICER, Role.APPROVER)
def new_case(code: str) -> ResponseReturnValue:
    """Choose the kind of case, then fill it in."""
    wanted = asked_with.args.get("matter", "")
    matter = Matter(wanted) if wanted in BY_HAND else None
    with database().read() as db:
        organization = our_organization(db, code)
        fields = asked(organization, matter, today()) if matter else ()
    empty = any(field.choices is not None and not field.choices for field in fields)
    return render_template(
        "regulator/filing.html",
        organization=organization,
        matters=[(one, MATTER_NAMES[one]) for one in BY_HAND],
        matter=matter,
        fields=fields,
        none_applies=empty,
    )


@pages.post("/organizations/<code>/cases", endpoint="file_case")
@only(Role.OFFICER, Role.APPROVER)
def file(code: str) -> ResponseReturnValue:
    """Open the case."""
    wanted = asked_with.form.get("matter", "")
    if wanted not in BY_HAND:
        abort(404)
    with database().write() as db:
        organization = our_organization(db, code)
        case = file_case(db, today(), me(), organization, Matter(wanted), asked_with.form)
    return redirect(url_for(".case", number=case.number, done="opened"), 303)

"""Inspectors on the desk: who may be sent and whom not; and an inspector's own visits, made for a phone."""

from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.draw.desk import office
from audits.draw.people import recuse, send
from audits.refusal import Unfit
from audits.web.access import me, only
from audits.web.regulator.findings import told
from audits.web.regulator.pages import pages
from audits.web.session import database
from compliance.draw.finding import OUTCOME_NAMES
from compliance.law.spot_check_measures import CONTENTS
from models.account import OFFICE, Role, by_login
from models.db import Session
from models.draw.asked import inspectors as everyone
from models.draw.asked import recusals, visits, visits_of

ACTING = (Role.OFFICER, Role.APPROVER)


def _registrar(db: Session) -> int:
    return me().registrar_id or office(db).id


@pages.get("/inspectors", endpoint="inspectors")
@only(*OFFICE)
def inspectors() -> ResponseReturnValue:
    """Inspectors with the visits they can make, and recusals."""
    with database().read() as db:
        registrar = _registrar(db)
        people, out = everyone(db, registrar), recusals(db, registrar)
    return render_template("regulator/inspectors.html", people=people, recusals=out)


@pages.post("/inspectors", endpoint="new_inspector")
@only(*ACTING)
def new_inspector() -> ResponseReturnValue:
    """Enter an inspector, or his visits anew."""
    form = request.form
    given = form.get("capacity", "").strip()
    if not (given.isascii() and given.isdigit() and len(given) < 6):
        raise Unfit("户数应为整数。", "The number of visits is a whole number.")
    login = form.get("login", "").strip()
    with database().write() as db:
        account = by_login(db, login) if login else None
        if login and account is None:
            raise Unfit("没有这个账号。", "There is no such account.")
        code, name = form.get("code", "").strip().upper(), form.get("name", "")
        send(db, me(), _registrar(db), code, name, int(given), account)
    return redirect(url_for(".inspectors"), 303)


@pages.post("/recusals", endpoint="new_recusal")
@only(*ACTING)
def new_recusal() -> ResponseReturnValue:
    """Enter a recusal, or its end."""
    form = request.form
    stands = form.get("stands", "yes") == "yes"
    with database().write() as db:
        who, code = form.get("inspector", "").strip().upper(), form.get("code", "")
        recuse(db, me(), _registrar(db), who, code, form.get("reasons", ""), stands)
    return redirect(url_for(".inspectors"), 303)


@pages.get("/visits", endpoint="visits")
@only(Role.INSPECTOR)
def my_visits() -> ResponseReturnValue:
    """Where this inspector is sent, with whom, and what to check there."""
    with database().read() as db:
        rows = [_visit(db, visit, plan) for visit, plan in visits_of(db, me().id)]
    text = CONTENTS.on(today()) or CONTENTS.texts[-1]
    contents = [said.on(g.language) for said in text.value]
    rows.sort(key=lambda row: row["finding"]["here"].final)
    return render_template(
        "regulator/visits.html", rows=rows, contents=contents, basis=text.cite.said, outcomes=OUTCOME_NAMES
    )


def _visit(db: Session, visit: Any, plan: Any) -> dict[str, Any]:
    together = visits(db, visit.plan_id, [visit.code])
    names = {one.code: one.name for one in everyone(db, plan.registrar_id)}
    went = {visit.code: [one.inspector for one in together]}
    return {
        "plan": plan,
        "organization": visit.organization,
        "finding": told(db, plan.id, went, visit.inspector)[visit.code],
        "with": [
            f"{one.inspector} {names.get(one.inspector, '')}".strip()
            for one in together
            if one.inspector != visit.inspector
        ],
    }

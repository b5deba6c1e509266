"""Plans of draws on the desk: the list, and the form for the next."""

from datetime import date

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.draw.desk import office, usual
from audits.draw.plan import EXCLUDE, STRATA, Wanted, make
from audits.refusal import Unfit
from audits.web.access import me, only
from audits.web.language import gettext as _
from audits.web.public.draws import brief
from audits.web.regulator.pages import pages
from audits.web.session import database
from models.account import OFFICE, Role
from models.draw.asked import plans
from models.registrar import Registrar, within

ACTING = (Role.OFFICER, Role.APPROVER)


@pages.get("/draws", endpoint="draws")
@only(*OFFICE)
def draws() -> ResponseReturnValue:
    """Every plan of the office, and the form for the next."""
    with database().read() as db:
        mine = within(db, me().registrar_id or 0)
        rows = [brief(db, plan) for plan in plans(db, mine)]
    return render_template("regulator/draws.html", rows=rows, usual=usual(today()), strata=_strata())


def _strata() -> list[tuple[str, str]]:
    words = {"kind": _("kind"), "grade": _("credit grade"), "district": _("district")}
    return [(one, words[one]) for one in STRATA]


@pages.post("/draws", endpoint="new_draw")
@only(*ACTING)
def new_draw() -> ResponseReturnValue:
    """Publish a plan."""
    with database().write() as db:
        registrar = (db.get(Registrar, me().registrar_id) if me().registrar_id else None) or office(db)
        plan = make(db, today(), me(), registrar, wanted())
    return redirect(url_for(".draw", number=plan.number), 303)


def wanted() -> Wanted:
    """A plan as the form says it. Unfit for a day or a number that is none."""
    form = request.form
    try:
        by, each = date.fromisoformat(form.get("registered_by", "")), int(form.get("each", ""))
    except ValueError as fault:
        raise Unfit(
            "日期或者人数写法有误。", "The day or the number of inspectors is not written right."
        ) from fault
    lines = (line.strip() for line in form.get("sources", "").splitlines())
    return Wanted(
        name=form.get("name", ""),
        seed_announced=form.get("seed_announced", ""),
        registered_by=by,
        strata=[one for one in STRATA if one in form.getlist("strata")],
        exclude=[one for one in EXCLUDE if one in form.getlist("exclude")],
        ratio=_ratios(form.get("ratio", "")),
        inspectors_each=each,
        sources=[line for line in lines if line],
    )


def _ratios(text: str) -> dict[str, str]:
    pairs = [line.replace("：", " ").replace("=", " ").split() for line in text.splitlines() if line.strip()]
    if any(len(pair) != 2 for pair in pairs):
        raise Unfit(
            "每行写一层和它的比例，如：foundation.A 0.05",
            "One stratum and its ratio a line: foundation.A 0.05",
        )
    return {pair[0]: pair[1] for pair in pairs}

"""Draws on the desk: plan, population report, dry run, freeze, objections, sources by two officers, result."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.draw import Stage, freeze, frozen, held, population, result, shown, stage, standing_until
from audits.draw.replacement import replace_dissolved
from audits.refusal import Conflict
from audits.web.access import me, only
from audits.web.public.draws import brief
from audits.web.regulator.findings import told
from audits.web.regulator.pages import pages
from audits.web.session import database
from compliance.draw.finding import OUTCOME_NAMES
from compliance.law.spot_check_measures import CONTENTS
from models.account import OFFICE, Role
from models.db import Session
from models.draw.asked import places, visits
from models.draw.outcome import Selected
from models.draw.plan import Plan

ACTING = (Role.OFFICER, Role.APPROVER)


@pages.get("/draws/<number>", endpoint="draw")
@only(*OFFICE)
def draw(number: str) -> ResponseReturnValue:
    """One draw with the next step."""
    with database().read() as db:
        return render_template("regulator/draw.html", **page(db, shown.public_plan(db, number)))


def page(db: Session, plan: Plan) -> dict[str, Any]:
    """What the page of a draw shows."""
    here = stage(db, plan, today())
    before = here in (Stage.PLANNED, Stage.UPHELD)
    drawn = places(db, plan.id, 500) if plan.result else []
    return {
        **brief(db, plan),
        "here": str(here),
        "report": population.report(db, plan, today()) if before else None,
        "lists": frozen(plan),
        "earliest": None if before or plan.result else _until(db, plan),
        "places": drawn,
        **_findings(db, plan, drawn),
        "mine": _mine(plan),
        "may": me().role in ACTING,
        "trial": None,
        "told": shown.course(db, plan, today()),
    }


def _findings(db: Session, plan: Plan, drawn: Sequence[Selected]) -> dict[str, Any]:
    went: dict[str, list[str]] = {one.code: [] for one in drawn}
    for visit in visits(db, plan.id, list(went)):
        went[visit.code].append(visit.inspector)
    text = CONTENTS.on(today()) or CONTENTS.texts[-1]
    contents = [said.on(g.language) for said in text.value]
    return {"findings": told(db, plan.id, went), "contents": contents, "outcomes": OUTCOME_NAMES}


def _until(db: Session, plan: Plan) -> date | None:
    try:
        return standing_until(db, plan)
    except Conflict:
        return None


def _mine(plan: Plan) -> list[str] | None:
    """What this officer typed: he sees his own, never the other's."""
    lists = frozen(plan)
    own = [one.sources for one in plan.typed if lists and one.frozen_id == lists.id and one.by == me().id]
    return own[-1] if own else None


@pages.post("/draws/<number>/trial", endpoint="draw_trial")
@only(*ACTING)
def trial(number: str) -> ResponseReturnValue:
    """A dry run: nothing is stored."""
    with database().read() as db:
        plan = shown.public_plan(db, number)
        shown_page = page(db, plan)
        shown_page["trial"] = freeze.trial(db, plan, today())
        return render_template("regulator/draw.html", **shown_page)


@pages.post("/draws/<number>/freeze", endpoint="draw_freeze")
@only(*ACTING)
def freeze_lists(number: str) -> ResponseReturnValue:
    """Freeze the lists."""
    with database().write() as db:
        freeze.freeze(db, today(), me(), held(db, number, me()))
    return _back(number)


@pages.post("/draws/<number>/objections", endpoint="draw_objection")
@only(*ACTING)
def objection(number: str) -> ResponseReturnValue:
    """Enter an objection."""
    form = request.form
    with database().write() as db:
        plan = held(db, number, me())
        freeze.object_to(
            db, today(), me(), plan, form.get("code", "").strip().upper(), form.get("reasons", "")
        )
    return _back(number)


@pages.post("/draws/<number>/objections/<int:objection>", endpoint="draw_answer")
@only(*ACTING)
def answer(number: str, objection: int) -> ResponseReturnValue:
    """Answer an objection."""
    form = request.form
    uphold, leave_out = form.get("answer") in ("uphold", "leave_out"), form.get("answer") == "leave_out"
    with database().write() as db:
        plan = held(db, number, me())
        why = form.get("reasons", "")
        freeze.answer(db, today(), me(), plan, objection, uphold=uphold, leave_out=leave_out, why=why)
    return _back(number)


@pages.post("/draws/<number>/sources", endpoint="draw_sources")
@only(*ACTING)
def sources(number: str) -> ResponseReturnValue:
    """Type the sources; the second officer's are compared, and the draw is made at once."""
    with database().write() as db:
        plan = held(db, number, me())
        result.type_sources(db, today(), me(), plan, request.form.get("sources", "").splitlines())
    return _back(number)


@pages.post("/draws/<number>/replacement", endpoint="draw_replacement")
@only(*ACTING)
def replacement(number: str) -> ResponseReturnValue:
    """Draw the next instead of a dissolved one."""
    form = request.form
    with database().write() as db:
        plan = held(db, number, me())
        replace_dissolved(
            db, today(), me(), plan, form.get("code", "").strip().upper(), form.get("reasons", "")
        )
    return _back(number)


def _back(number: str) -> ResponseReturnValue:
    return redirect(url_for(".draw", number=number), 303)

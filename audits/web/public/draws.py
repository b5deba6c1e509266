"""Draws in public: from plan to result, with the files to do each again."""

from decimal import Decimal
from io import BytesIO
from typing import Any

from flask import abort, g, render_template, send_file, url_for
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.draw import STAGES, Stage, export, frozen, shown, stage
from audits.draw.rate import rates, share
from audits.web import asked
from audits.web.access import public
from audits.web.language import gettext as _
from audits.web.public.draw_log import subjects
from audits.web.public.pages import pages
from audits.web.session import database
from compliance.draw.finding import OUTCOME_NAMES
from compliance.facts import KIND_NAMES, Kind
from compliance.law.spot_check_measures import RATIOS
from models import entry
from models.db import Session
from models.draw.asked import count_places, places, plans, visits
from models.draw.finding import standings
from models.draw.plan import Plan

TYPES = {"csv": "text/csv", "json": "application/json", "py": "text/x-python"}
TONES = {Stage.DRAWN: "good", Stage.PLANNED: "info", Stage.UPHELD: "warn"}


@pages.app_template_filter("stratum")
def stratum_name(stratum: str) -> str:
    """A stratum such as "foundation.A" in words."""
    parts = stratum.split(".")
    return " · ".join(KIND_NAMES[Kind(one)].on(g.language) if one in set(Kind) else one for one in parts)


@pages.app_template_filter("percent")
def percent(share: str) -> str:
    """A ratio such as "0.04" as 4%, exactly."""
    return f"{(Decimal(share) * 100).normalize():f}%"


@pages.app_template_filter("left_out")
def left_out_name(reason: str) -> str:
    """Why an organization was left out, in words."""
    words = {
        "dissolved": _("dissolved"),
        "registered_later": _("registered after the day of the plan"),
        "objection_upheld": _("objection upheld"),
        "drawn_last_year": _("drawn last year or this year already"),
    }
    return str(words.get(reason, reason))


def brief(db: Session, plan: Plan) -> dict[str, Any]:
    """A plan in a list: how far it is, and how many were drawn."""
    here = stage(db, plan, today())
    strata = shown.strata(plan)
    return {
        "plan": plan,
        "stage": STAGES[here],
        "tone": TONES.get(here, "info"),
        "size": sum(one["size"] for one in strata),
        "drawn": sum(one["drawn"] for one in strata),
    }


@pages.get("/draws")
@public
def draws() -> ResponseReturnValue:
    """Every plan, latest first: numbers have no gaps."""
    with database().read() as db:
        rows = [brief(db, plan) for plan in plans(db)]
    return render_template("public/draws.html", rows=rows)


@pages.get("/draws/<number>")
@public
def draw(number: str) -> ResponseReturnValue:
    """One draw."""
    with database().read() as db:
        return _shown(db, shown.public_plan(db, number))


def _findings(db: Session, plan: Plan) -> dict[str, Any]:
    """What the visits found as far as it counts: by organization, and the rates of all."""
    here = standings(db, plan.id)
    return {
        "outcomes": {
            code: OUTCOME_NAMES[one.outcome] for code, one in here.items() if one.final and one.outcome
        },
        "rates": rates(db, plan, frozen_sizes(plan)) if plan.result else None,
        "share": share,
    }


def _shown(db: Session, plan: Plan) -> str:
    page, size = asked.paged(50)
    total = count_places(db, plan.id)
    rows = places(db, plan.id, size, (page - 1) * size)
    sent = visits(db, plan.id, [one.code for one in rows])
    basis = RATIOS.on(plan.on) or RATIOS.texts[0]
    return render_template(
        "public/draw.html",
        **brief(db, plan),
        told=shown.course(db, plan, today()),
        rows=rows,
        **_findings(db, plan),
        sent={one.code: " ".join(v.inspector for v in sent if v.code == one.code) for one in rows},
        basis=basis.cite.said,
        logged={act: entry.entered(db, subject) is not None for act, subject in subjects(plan).items()},
        page=page,
        total=total,
        next=asked.next_page(page, size, total),
        previous=asked.address(page - 1) if page > 1 else None,
        files=[(name, url_for(".draw_file", number=plan.number, name=name)) for name in export.names(plan)],
    )


def frozen_sizes(plan: Plan) -> dict[str, int]:
    """How many organizations each stratum of the lists that hold has."""
    lists = frozen(plan)
    return dict(lists.counts) if lists else {}


@pages.get("/draws/<number>/files/<name>")
@public
def draw_file(number: str, name: str) -> ResponseReturnValue:
    """One of the published files, byte for byte."""
    with database().read() as db:
        plan = shown.public_plan(db, number)
        if name not in export.names(plan):
            abort(404)
        content = export.file(db, plan, name)
    kind = TYPES[name.rpartition(".")[2]]
    return send_file(BytesIO(content), kind, as_attachment=True, download_name=name)

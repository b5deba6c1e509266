"""The queue of reports on the desk, by state, and of those who have not reported."""

from dataclasses import replace
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.web.access import DESK, me, only
from audits.web.language import gettext as _
from audits.web.regulator.guidance import late_days
from audits.web.regulator.pages import Page, filters, number, pages, wanted
from audits.web.regulator.risk import RISK, SEES
from audits.web.session import database
from audits.web.words import TONES, report_state, stands
from compliance.facts import KIND_NAMES
from models.account import Role
from models.db import Session
from models.organization import Organization
from models.queue import Wanted, reports, silent
from models.report import Report, Step, Took

QUEUES = ("ready", "submitted", "consented", "declined", "returned", "concluded", "missing")


def first_state() -> str:
    """The queue a person opens first: what waits for him."""
    return "submitted" if me().role is Role.SUPERVISING_UNIT else "ready"


@pages.get("/reports", endpoint="reports")
@only(*DESK)
def report_queue() -> ResponseReturnValue:
    """The queue of reports, filtered; the longest waiting first."""
    last = today().year - 1
    year = number("year", 2000, last + 1, last)
    state = request.args.get("state", first_state())
    with database().read() as db:
        asked = wanted(db, state if state in QUEUES else first_state(), year)
        if me().role in SEES and request.args.get("sort") == RISK:
            asked = replace(asked, sort=RISK)
        rows, total = _silent(db, asked) if asked.state == "missing" else _waiting(db, asked)
    return render_template(
        "regulator/reports.html",
        rows=rows,
        asked=asked,
        page=Page(asked.page, asked.size, total),
        years=range(last, last - 5, -1),
        states=[(key, report_state(key)) for key in QUEUES],
        may_sort=me().role in SEES,
        **filters(),
    )


def _waiting(db: Session, asked: Wanted) -> tuple[list[dict[str, Any]], int]:
    found, total = reports(db, asked)
    return [_row(report, step, organization) for report, step, organization in found], total


def _silent(db: Session, asked: Wanted) -> tuple[list[dict[str, Any]], int]:
    found, total = silent(db, asked)
    empty = {"received_on": None, "days_late": 0, "findings": "—"}
    state = {"stands": report_state("missing"), "tone": "bad"}
    rows = [
        {**_whose(it), **empty, **state, "address": url_for(".organization", code=it.code)} for it in found
    ]
    return rows, total


def _whose(organization: Organization) -> dict[str, Any]:
    return {
        "name": organization.name,
        "code": organization.code,
        "kind": KIND_NAMES[organization.kind],
        "district": organization.district,
    }


def _row(report: Report, step: Step, organization: Organization) -> dict[str, Any]:
    stops = sum(fault["severity"] != "advise" for fault in report.faults)
    concluded = step.took is Took.CONCLUDED
    return {
        **_whose(organization),
        "address": url_for(".report", report_id=report.id),
        "received_on": step.on,
        "days_late": 0 if concluded else late_days(organization.fact, report.year, step.on),
        "findings": _("%(n)s to weigh", n=stops) if stops else _("none"),
        "stands": stands(step, organization),
        "tone": TONES.get(step.took, ""),
    }

"""Organizations on the desk: the list one answers for, and one organization with its whole record."""

from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from audits import report as acts
from audits.config import today
from audits.objection import OFFICERS
from audits.web import standing
from audits.web.access import DESK, me, only
from audits.web.case import brief
from audits.web.regulator.pages import Page, filters, our_organization, pages, wanted
from audits.web.regulator.risk import scores
from audits.web.reminder import reminder_text
from audits.web.session import database
from audits.web.words import done_text, report_state
from compliance.facts import KIND_NAMES
from models.case import cases_of
from models.db import Session
from models.event import events_of
from models.holiday import gazette
from models.organization import Organization
from models.queue import districts, organizations
from models.reminder import reminders_of
from models.report import latest_reports


@pages.get("/organizations", endpoint="organizations")
@only(*DESK)
def all_organizations() -> ResponseReturnValue:
    """The organizations of one's registrar and those below, or of one's unit."""
    with database().read() as db:
        asked = wanted(db)
        found, total = organizations(db, asked)
        rows = [_row(organization) for organization in found]
        known = districts(db)
    return render_template(
        "regulator/organizations.html",
        rows=rows,
        asked=asked,
        districts=known,
        page=Page(asked.page, asked.size, total),
        **filters(),
    )


def _row(organization: Organization) -> dict[str, Any]:
    return {
        "code": organization.code,
        "name": organization.name,
        "kind": KIND_NAMES[organization.kind],
        "district": organization.district,
        "unit": organization.unit.name if organization.unit else "—",
        "registered_on": organization.registered_on,
    }


@pages.get("/organizations/<code>", endpoint="organization")
@only(*DESK)
def one_organization(code: str) -> ResponseReturnValue:
    """One organization in one page: duties, findings, record, credit, reports and cases."""
    with database().read() as db:
        organization = our_organization(db, code)
        page = _record(db, code)
    return render_template(
        "regulator/organization.html", organization=organization, kind=KIND_NAMES[organization.kind], **page
    )


def _record(db: Session, code: str) -> dict[str, Any]:
    judgement = standing.judged(db, code, today())
    return {
        "duties": standing.duties(judgement),
        "findings": standing.findings(judgement),
        "unknown": sorted({f"{one.year} {', '.join(one.needs)}" for one in judgement.unknown}),
        "credit": standing.credit(judgement),
        "timeline": [
            {"on": event.on, "text": standing.happening(event.what, event.details)}
            for event in reversed(events_of(db, code))
        ],
        "reports": [
            {"id": report.id, "year": report.year, "stands": report_state(acts.state(report))}
            for report in latest_reports(db, code)
        ],
        "cases": [brief(case, today(), gazette(db)) for case in cases_of(db, code)],
        "may_file": me().role in OFFICERS,
        "scores": scores(db, code),
        "reminders": [reminder_text(one) for one in reminders_of(db, code)],
        "done": done_text(request.args.get("done", "")),
    }

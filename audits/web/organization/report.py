"""A year's report on one page: every step with its state, what the check found, what has happened."""

from typing import Any

from flask import g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from audits import report as acts
from audits import signing
from audits.config import config, today
from audits.web.access import me, only
from audits.web.organization.course import history, said_done, sent
from audits.web.organization.found import found
from audits.web.organization.pages import OURS, a_year, mine, pages
from audits.web.session import database
from audits.web.words import report_state
from compliance.duty import report_due
from models.account import Account
from models.db import Session
from models.organization import Organization
from models.report import Report, Step, latest_report


@pages.get("/report", endpoint="current")
@only(*OURS)
def current() -> ResponseReturnValue:
    """The report of this season."""
    return redirect(url_for(".report", year=today().year - 1), 303)


@pages.get("/report/<int:year>", endpoint="report")
@only(*OURS)
def one_report(year: int) -> ResponseReturnValue:
    """All steps of a year's report on one page, each with its state."""
    with database().read() as db:
        organization = mine(db)
        report = latest_report(db, organization.code, a_year(year))
        page = _walk(db, organization, report, year)
    return render_template("organization/report.html", **page)


def _walk(db: Session, organization: Organization, report: Report | None, year: int) -> dict[str, Any]:
    state = acts.state(report)
    due = report_due(organization.fact, year)
    lacking = [said.on(g.language) for said in signing.lacking(report, organization)] if report else []
    signature = signing.signature(report) if report else None
    return {
        "year": year,
        "due": due.value.of(year + 1) if due else None,
        "stands": report_state(state),
        "done": said_done(report, request.args.get("done", "")),
        "report": report,
        "open": state in acts.OPEN,
        "limits": config().upload,
        "missing": lacking,
        "ready": {
            "explained": report and report.verdict != "rejected" and not acts.unexplained(report),
            "signed": signature,
        },
        "signature": _signed(db, signature),
        "may_sign": signing.may_sign(report, me()) if report else False,
        "audit_needed": signing.needs_audit(organization, year),
        **found(report),
        **sent(report, state),
        "history": history(db, organization.code, year),
    }


def _signed(db: Session, step: Step | None) -> dict[str, Any] | None:
    account = db.get(Account, step.by) if step and step.by else None
    return {"name": account.name if account else "", "at": step.at} if step else None

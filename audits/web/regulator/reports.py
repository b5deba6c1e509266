"""Reports on the desk: the queue, one report with its findings and last year beside it, and what to do with it."""

from io import BytesIO
from typing import Any

from flask import abort, g, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from audits import inspection
from audits import report as acts
from audits.config import today
from audits.web import standing
from audits.web.access import DESK, me, only
from audits.web.regulator.guidance import guidance, late_days
from audits.web.regulator.pages import Page, filters, number, our_report, pages, wanted
from audits.web.session import database
from audits.web.shown import compared, everything
from audits.web.words import TONES, done_text, report_state, stands, step_title
from compliance.facts import CONCLUSION_NAMES, KIND_NAMES, Conclusion
from models.account import OFFICE, Role
from models.db import Session
from models.organization import Organization
from models.queue import Wanted, reports, silent
from models.report import Document, Report, Step, Took, before_of

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
        rows, total = _silent(db, asked) if asked.state == "missing" else _waiting(db, asked)
    return render_template(
        "regulator/reports.html",
        rows=rows,
        asked=asked,
        page=Page(asked.page, asked.size, total),
        years=range(last, last - 5, -1),
        states=[(key, report_state(key)) for key in QUEUES],
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


@pages.get("/reports/<int:report_id>", endpoint="report")
@only(*DESK)
def one_report(report_id: int) -> ResponseReturnValue:
    """One report: findings with explanations, the figures beside last year's, and the acts open to this person."""
    with database().read() as db:
        report = our_report(db, report_id)
        page = _everything_about(db, report)
    return render_template("regulator/report.html", **page)


def _everything_about(db: Session, report: Report) -> dict[str, Any]:
    state = acts.state(report)
    before = before_of(db, report.code, report.year)
    explained = acts.explanations(report)
    told = [
        {**fault, "explanation": explained.get((fault["rule"], fault["line"]), "")} for fault in report.faults
    ]
    return {
        "report": report,
        "organization": report.organization,
        "kind": KIND_NAMES[report.kind],
        "findings": told,
        "blocks": compared(report.kind, report.year, report.lines, before),
        "stands": report_state(state),
        "tone": TONES.get(state, ""),
        "credit": standing.credit(standing.judged(db, report.code, today())),
        "papers": _papers(report),
        "history": [_said(step) for step in report.steps],
        "conclusions": [(str(key), said) for key, said in CONCLUSION_NAMES.items()],
        "suggested": "\n".join(fault["message"] for fault in told if fault["severity"] != "advise"),
        "guidance": guidance(report),
        "may_conclude": me().role in OFFICE and inspection.can_conclude(report),
        "may_consent": me().role is Role.SUPERVISING_UNIT and state == "submitted",
        "trail": [(_("Reports"), url_for("desk.reports"))],
        "done": done_text(request.args.get("done", "")),
    }


def _said(step: Step) -> dict[str, Any]:
    words = [step_title(step.took), step.number or ""]
    if step.took is Took.CONCLUDED:
        words.append(CONCLUSION_NAMES[Conclusion(step.details["conclusion"])].on(g.language))
    words.append(str(step.details.get("reasons", "")))
    return {"at": step.at, "text": " · ".join(word for word in words if word)}


def _papers(report: Report) -> list[dict[str, str]]:
    kept = [(_("Report as uploaded"), report.sha256, report.file_name)]
    kept += [
        (step_title(step.took), step.sha256, str(step.details.get("name", "paper.pdf")))
        for step in report.steps
        if step.sha256
    ]
    return [
        {"label": label, "address": url_for("desk.file", report_id=report.id, sha256=sha256)}
        for label, sha256, _name in kept
    ]


@pages.get("/reports/<int:report_id>/lines", endpoint="lines")
@only(*DESK)
def all_lines(report_id: int) -> ResponseReturnValue:
    """Every answered line."""
    with database().read() as db:
        report = our_report(db, report_id)
        before = before_of(db, report.code, report.year)
        organization = report.organization
    trail = [
        (_("Reports"), url_for("desk.reports")),
        (organization.name, url_for("desk.report", report_id=report_id)),
    ]
    blocks = everything(report.kind, report.year, report.lines, before)
    return render_template(
        "regulator/lines.html", report=report, organization=organization, blocks=blocks, trail=trail
    )


@pages.get("/reports/<int:report_id>/files/<sha256>", endpoint="file")
@only(*DESK)
def kept_file(report_id: int, sha256: str) -> ResponseReturnValue:
    """A file of this report, as it was kept; always a download, never shown in the page."""
    with database().read() as db:
        report = our_report(db, report_id)
        names = {report.sha256: report.file_name}
        names |= {
            s.sha256: str(s.details.get("name", f"{s.number or s.took}.pdf"))
            for s in report.steps
            if s.sha256
        }
        document = db.get(Document, sha256) if sha256 in names else None
        if document is None:
            abort(404)
        content = BytesIO(document.content)
    return send_file(content, document.media_type, as_attachment=True, download_name=names[sha256])


def _back(report_id: int, done: str) -> ResponseReturnValue:
    return redirect(url_for("desk.report", report_id=report_id, done=done), 303)


@pages.post("/reports/<int:report_id>/conclude", endpoint="conclude")
@only(Role.OFFICER, Role.APPROVER)
def conclude(report_id: int) -> ResponseReturnValue:
    """Conclude the inspection of a report."""
    with database().write() as db:
        report = our_report(db, report_id)
        conclusion = request.form.get("conclusion", "")
        inspection.conclude(db, today(), me(), report, conclusion, request.form.get("reasons", ""))
    return _back(report_id, "concluded")


@pages.post("/reports/<int:report_id>/return", endpoint="return_report")
@only(Role.OFFICER, Role.APPROVER)
def return_report(report_id: int) -> ResponseReturnValue:
    """Send a report back for correction."""
    with database().write() as db:
        inspection.return_report(
            db, today(), me(), our_report(db, report_id), request.form.get("reasons", "")
        )
    return _back(report_id, "returned")


@pages.post("/reports/<int:report_id>/consent", endpoint="consent")
@only(Role.SUPERVISING_UNIT)
def consent(report_id: int) -> ResponseReturnValue:
    """The supervising unit agrees."""
    with database().write() as db:
        inspection.consent(db, today(), me(), our_report(db, report_id))
    return _back(report_id, "consented")


@pages.post("/reports/<int:report_id>/decline", endpoint="decline")
@only(Role.SUPERVISING_UNIT)
def decline(report_id: int) -> ResponseReturnValue:
    """The supervising unit does not agree."""
    with database().write() as db:
        inspection.decline(db, today(), me(), our_report(db, report_id), request.form.get("reasons", ""))
    return _back(report_id, "declined")

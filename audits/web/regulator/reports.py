"""One report on the desk: its findings with what was explained, last year beside it, its files."""

from io import BytesIO
from typing import Any

from flask import abort, g, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from audits import inspection
from audits import report as acts
from audits.config import today
from audits.web import standing
from audits.web.access import DESK, me, only
from audits.web.files import download
from audits.web.language import gettext as _
from audits.web.regulator.guidance import guidance
from audits.web.regulator.pages import our_report, pages
from audits.web.session import database
from audits.web.shown import compared, everything
from audits.web.words import TONES, done_text, report_state, step_title
from compliance.facts import CONCLUSION_NAMES, KIND_NAMES, Conclusion
from models.account import Role
from models.db import Session
from models.report import Document, Report, Step, Took, before_of


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
    told = _findings(report)
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
        "trail": [(_("Reports"), url_for("desk.reports"))],
        "done": done_text(request.args.get("done", "")),
        **_decision(report, state, told),
    }


def _findings(report: Report) -> list[dict[str, Any]]:
    explained = acts.explanations(report)
    return [{**it, "explanation": explained.get((it["rule"], it["line"]), "")} for it in report.faults]


def _decision(report: Report, state: str, told: list[dict[str, Any]]) -> dict[str, Any]:
    deciding = me().role in (Role.OFFICER, Role.APPROVER) and inspection.can_conclude(report)
    return {
        "conclusions": [(str(key), said) for key, said in CONCLUSION_NAMES.items()],
        "suggested": "\n".join(fault["message"] for fault in told if fault["severity"] != "advise"),
        "guidance": guidance(report),
        "may_conclude": deciding,
        "may_consent": me().role is Role.SUPERVISING_UNIT and state == "submitted",
    }


def _said(step: Step) -> dict[str, Any]:
    words = [step_title(step.took), step.number or ""]
    if step.took is Took.CONCLUDED:
        words.append(CONCLUSION_NAMES[Conclusion(step.details["conclusion"])].on(g.language))
    words.append(str(step.details.get("reasons", "")))
    return {"at": step.at, "text": " · ".join(word for word in words if word)}


def _papers(report: Report) -> list[dict[str, str]]:
    kept = [(_("Report as uploaded"), report.sha256)]
    kept += [(step_title(step.took), step.sha256) for step in report.steps if step.sha256 and not step.number]
    files = [
        {"label": label, "address": url_for("desk.file", report_id=report.id, sha256=sha256), "english": ""}
        for label, sha256 in kept
    ]
    return files + [_issued(report, step) for step in report.steps if step.number]


def _issued(report: Report, step: Step) -> dict[str, str]:
    """A paper of our own making, and its translation."""
    what = _("Receipt") if step.took is Took.SUBMITTED else _("Conclusion")
    return {
        "label": f"{what} {step.number} (PDF)",
        "address": url_for("desk.report_paper", report_id=report.id, step=step.id),
        "english": url_for("desk.report_paper_en", report_id=report.id, step=step.id),
    }


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


@pages.get("/reports/<int:report_id>/papers/<int:step>.pdf", endpoint="report_paper")
@pages.get(
    "/reports/<int:report_id>/papers/<int:step>.en.pdf",
    endpoint="report_paper_en",
    defaults={"language": "en"},
)
@only(*DESK)
def report_paper(report_id: int, step: int, language: str = "zh") -> ResponseReturnValue:
    """The receipt or the conclusion of a report; in English as a translation."""
    with database().read() as db:
        found = [one for one in our_report(db, report_id).steps if one.id == step]
    return download(found[0], language) if found else abort(404)


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

"""The walk of a report, step by step: form, upload, problems, explanations, audit report, signature, receipt."""

from typing import Any

from flask import abort, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from audits import report as acts
from audits import signing
from audits.config import config, today
from audits.web.access import me, my_code, only
from audits.web.files import download
from audits.web.organization.pages import FIRST_YEAR, OURS, mine, pages
from audits.web.session import database
from audits.web.words import done_text, report_state, step_title
from compliance.duty import report_due
from compliance.facts import CONCLUSION_NAMES, Conclusion
from models.account import Account, Role
from models.db import Session
from models.organization import Organization
from models.report import Report, Step, Took, latest_report, latest_reports


@pages.get("/report", endpoint="current")
@only(*OURS)
def current() -> ResponseReturnValue:
    """The report that is due now, or the last one."""
    with database().read() as db:
        known = {report.year: acts.state(report) for report in latest_reports(db, my_code())}
    last = today().year - 1
    return redirect(url_for(".report", year=last if known.get(last) != "" else max(known)), 303)


def a_year(year: int) -> int:
    """A year that can be reported on; others do not exist."""
    if not FIRST_YEAR <= year < today().year:
        abort(404)
    return year


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
        "done": done_text(request.args.get("done", "")),
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
        **_found(report),
        **_sent(report, state),
        "history": history(db, organization.code, year),
    }


def _signed(db: Session, step: Step | None) -> dict[str, Any] | None:
    account = db.get(Account, step.by) if step and step.by else None
    return {"name": account.name if account else "", "at": step.at} if step else None


def _found(report: Report | None) -> dict[str, Any]:
    if report is None:
        return {
            "faults": [],
            "explanations": {},
            "not_checked": [],
            "counts": "",
            "attachment": None,
            "openings": 0,
        }
    order = {"stop": 0, "explain": 1, "advise": 2}
    faults = sorted(report.faults, key=lambda fault: order[fault["severity"]])
    said = {f"{rule}|{line}": text for (rule, line), text in acts.explanations(report).items()}
    attached = [step for step in report.steps if step.took is Took.ATTACHED]
    return {
        "faults": faults,
        "explanations": said,
        "not_checked": [],
        "counts": counts(faults),
        "openings": len(openings(report)),
        "attachment": {"name": attached[-1].details["name"], "at": attached[-1].at} if attached else None,
    }


def counts(faults: list[dict[str, Any]]) -> str:
    """How many problems of each kind, in words."""
    found = {
        severity: sum(fault["severity"] == severity for fault in faults)
        for severity in ("stop", "explain", "advise")
    }
    if not faults:
        return str(_("The check found nothing."))
    return str(
        _(
            "%(stop)s to correct, %(explain)s to explain, %(advise)s for your attention",
            stop=found["stop"],
            explain=found["explain"],
            advise=found["advise"],
        )
    )


def _sent(report: Report | None, state: str) -> dict[str, Any]:
    nothing: dict[str, Any] = {"receipt": None, "returned": "", "next_step": "", "conclusion": ""}
    if report is None:
        return nothing
    last = {step.took: step for step in report.steps}
    receipt, concluded, back = last.get(Took.SUBMITTED), last.get(Took.CONCLUDED), last.get(Took.RETURNED)
    declined = last.get(Took.DECLINED)
    returned = back or declined
    return nothing | {
        "receipt": receipt,
        "returned": returned.details.get("reasons", "")
        if returned and state in ("returned", "declined")
        else "",
        "next_step": _next(state),
        "conclusion": CONCLUSION_NAMES[Conclusion(concluded.details["conclusion"])].on(g.language)
        if concluded
        else "",
    }


def _next(state: str) -> str:
    words = {
        "submitted": _(
            "The supervising unit reviews it first, then the registrar concludes. You are told here."
        ),
        "consented": _("The registrar concludes the inspection. You are told here."),
        "concluded": _("The inspection is concluded. See the conclusion and your rights in it."),
        "returned": _("Correct what was asked, have it signed and submit it again."),
        "declined": _("Correct what was asked, have it signed and submit it again."),
    }
    return str(words.get(state, ""))


def history(db: Session, code: str, year: int) -> list[dict[str, Any]]:
    """Everything that happened to a year's report, over all its versions."""
    told = []
    for report in acts.versions(db, code, year):
        told.append(
            {
                "at": report.uploaded_at,
                "text": _("Version %(n)s uploaded: %(name)s", n=report.version, name=report.file_name),
            }
        )
        told += [{"at": step.at, "text": _said(step)} for step in report.steps]
    return told


def _said(step: Step) -> str:
    return " · ".join(
        part for part in (step_title(step.took), step.number, step.details.get("reasons")) if part
    )


def _here(year: int, done: str, anchor: str = "") -> ResponseReturnValue:
    return redirect(url_for(".report", year=year, done=done, _anchor=anchor or None), 303)


def a_file() -> tuple[bytes, str]:
    """The one file of an upload form."""
    files = request.files.getlist("file")
    if len(files) != 1 or not files[0].filename:
        abort(422, _("Choose one file first."))
    return files[0].read(), files[0].filename


@pages.post("/report/<int:year>/upload", endpoint="upload")
@only(*OURS)
def upload(year: int) -> ResponseReturnValue:
    """Check the file; keep it if it is a report at all, and show everything that was found."""
    content, name = a_file()
    with database().write() as db:
        organization = mine(db)
        report, verdict = acts.receive(db, today(), me(), organization, a_year(year), content, name)
    if report is None:
        return unreadable(year, verdict.as_json(), name)
    return _here(year, "uploaded", "faults-title" if report.faults else "")


def unreadable(year: int, verdict: dict[str, Any], name: str) -> ResponseReturnValue:
    """The file is no report of this organization and year: say what it is. Nothing was kept."""
    page = render_template("organization/unreadable.html", year=year, faults=verdict["faults"], name=name)
    return page, 422


def _place(key: str) -> tuple[str, str]:
    rule, _bar, line = key.partition("|")
    return rule, line


def openings(report: Report) -> list[tuple[str, str]]:
    """The opening figures that differ from last year's report and wait for an explanation."""
    asked = [(fault["rule"], fault["line"]) for fault in acts.unexplained(report)]
    return [place for place in asked if place[0].startswith("accounting.opening.")]


@pages.post("/report/<int:year>/explain", endpoint="explain")
@only(*OURS)
def explain(year: int) -> ResponseReturnValue:
    """Keep what was explained."""
    said = {_place(key): text for key, text in request.form.items() if "|" in key}
    common = request.form.get("openings", "").strip()
    with database().write() as db:
        report = acts.changeable(db, mine(db), a_year(year))
        if report is None:
            abort(404)
        if common:
            said |= {place: common for place in openings(report) if not said.get(place, "").strip()}
        acts.explain(db, today(), me(), report, said)
    return _here(year, "explained")


@pages.post("/report/<int:year>/attach", endpoint="attach")
@only(*OURS)
def attach(year: int) -> ResponseReturnValue:
    """Keep the audit report."""
    content, name = a_file()
    with database().write() as db:
        report = acts.changeable(db, mine(db), a_year(year))
        if report is None:
            abort(404)
        acts.attach(db, today(), me(), report, content, name)
    return _here(year, "attached")


@pages.post("/report/<int:year>/sign", endpoint="sign")
@only(Role.SIGNER)
def sign(year: int) -> ResponseReturnValue:
    """Sign this very version."""
    if request.form.get("true") != "yes":
        abort(422, _("Tick the statement before signing."))
    with database().write() as db:
        organization = mine(db)
        signing.sign(db, today(), me(), organization, a_year(year))
    return _here(year, "signed")


@pages.post("/report/<int:year>/submit", endpoint="submit")
@only(*OURS)
def submit(year: int) -> ResponseReturnValue:
    """Submit; a second press gives the same receipt."""
    with database().write() as db:
        signing.submit(db, today(), me(), mine(db), a_year(year))
    return _here(year, "submitted")


@pages.get("/report/<int:year>/receipt.pdf", endpoint="receipt")
@only(*OURS)
def receipt(year: int) -> ResponseReturnValue:
    """The receipt as PDF."""
    return paper_of(year, Took.SUBMITTED)


@pages.get("/report/<int:year>/conclusion.pdf", endpoint="conclusion")
@only(*OURS)
def conclusion(year: int) -> ResponseReturnValue:
    """The conclusion as PDF."""
    return paper_of(year, Took.CONCLUDED)


def paper_of(year: int, took: Took) -> ResponseReturnValue:
    """The paper of a step of a year's report."""
    with database().read() as db:
        found = [
            step
            for report in acts.versions(db, my_code(), a_year(year))
            for step in report.steps
            if step.took is took
        ]
    if not found:
        abort(404)
    return download(found[-1])

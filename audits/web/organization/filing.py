"""What an organization does with its report: upload, explain, attach, sign, submit."""

from typing import Any

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from audits import report as acts
from audits import signing
from audits.config import today
from audits.web.access import me, only
from audits.web.language import gettext as _
from audits.web.organization.found import openings
from audits.web.organization.pages import OURS, a_year, mine, pages
from audits.web.session import database
from models.account import Role


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
        if acts.known(db, organization, a_year(year), content):
            return _here(year, "known")
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
        before = len(report.steps)
        acts.attach(db, today(), me(), report, content, name)
        is_new = len(report.steps) > before
    return _here(year, "attached" if is_new else "attached_before")


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

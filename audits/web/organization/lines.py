"""The form as a workbook to download, and single lines to see or correct on the page."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from flask import abort, g, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from audits import report as acts
from audits.check import given
from audits.config import today
from audits.prefill import prefill
from audits.template import template
from audits.web.access import me, only
from audits.web.organization.pages import OURS, a_year, mine, pages
from audits.web.session import database
from audits.web.shown import column_of, page_of, text
from audits.web.words import done_text
from compliance.form import Line
from compliance.form.book import sheets
from compliance.inspection import last_day
from models.db import Facts, Session
from models.organization import Organization
from models.report import Report, before_of, latest_report

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pages.get("/report/<int:year>/template.xlsx", endpoint="template")
@only(*OURS)
def template_file(year: int) -> ResponseReturnValue:
    """The workbook of this organization for a year, with what is known filled in."""
    with database().read() as db:
        organization = mine(db)
        before = before_of(db, organization.code, a_year(year))
        report = latest_report(db, organization.code, year)
    content = workbook(organization, year, before, report)
    name = f"{organization.name}-{year}.xlsx"
    return send_file(BytesIO(content), XLSX, as_attachment=True, download_name=name)


def workbook(organization: Organization, year: int, before: Facts, report: Report | None) -> bytes:
    """The template filled with the register's data, what carries over from last year, and the draft if any."""
    day = last_day(year)
    return template(
        organization.kind,
        year,
        prefill=prefill(organization, year, before, report.lines if report else {}),
        last_year=given(organization.kind, year - 1, before),
        ask=(organization.fact.is_charity(day), organization.fact.raises_funds(day)),
        language=g.language,
    )


@pages.route("/report/<int:year>/lines", methods=["GET", "POST"], endpoint="lines")
@only(*OURS)
def lines(year: int) -> ResponseReturnValue:
    """The lines of one part. A correction is a new version; the file that was uploaded stays as it is."""
    if request.method == "POST":
        return save(year)
    with database().read() as db:
        organization = mine(db)
        report = latest_report(db, organization.code, a_year(year))
        if report is None:
            abort(404)
        page = _page(db, organization, report)
    return render_template("organization/lines.html", **page)


def _page(db: Session, organization: Organization, report: Report) -> dict[str, Any]:
    page = page_of(report.kind, report.year, request.args.get("part", ""))
    before = before_of(db, organization.code, report.year)
    messages: dict[str, list[str]] = {}
    for fault in report.faults:
        messages.setdefault(fault["line"], []).append(
            fault["message_en" if g.language == "en" else "message"]
        )
    return {
        "year": report.year,
        "part": page.part,
        "parts": [other.part for other in sheets(report.kind, report.year)],
        "rows": [_row(line, report.lines, before, messages) for line in page.lines],
        "open": acts.state(report) in acts.OPEN,
        "wrong": [],
        "done": done_text(request.args.get("done", "")),
    }


def _row(line: Line, answers: Facts, before: Facts, messages: Mapping[str, list[str]]) -> dict[str, Any]:
    return {
        "id": line.id,
        "label": line.label,
        "column": column_of(line),
        "cell": line.cell,
        "type": line.type.value,
        "choices": line.choices,
        "required": line.required,
        "help": line.help,
        "value": written(answers.get(line.id)),
        "shown": text(line, answers.get(line.id)),
        "before": text(line, before.get(line.id)),
        "faults": messages.get(line.id, []),
    }


def written(value: Any) -> str:
    """An answer as it is typed into the form."""
    if isinstance(value, bool):
        return "是" if value else "否"
    return "" if value is None else str(value)


def save(year: int) -> ResponseReturnValue:
    """Keep the lines that were changed, as a new version."""
    with database().write() as db:
        organization = mine(db)
        report = acts.changeable(db, organization, a_year(year))
        if report is None:
            abort(404)
        page = page_of(report.kind, year, request.args.get("part", ""))
        asked = {line.id for line in page.lines}
        changes = {
            key: value.strip()
            for key, value in request.form.items()
            if key in asked and value.strip() != written(report.lines.get(key))
        }
        if changes:
            acts.correct(db, today(), me(), organization, year, changes)
    return redirect(url_for(".lines", year=year, part=page.part.name, done="saved"), 303)

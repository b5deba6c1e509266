"""A published report, line by line, each line with its anchor; what is personal stays out."""

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from audits.web.access import public
from audits.web.public.pages import pages
from audits.web.session import database
from audits.web.shown import everything
from compliance.published import public_lines
from models.disclosed import published_report
from models.organization import find


@pages.get("/organizations/<code>/reports/<int:year>")
@public
def report(code: str, year: int) -> ResponseReturnValue:
    """The public lines of a year's report."""
    with database().read() as db:
        organization = find(db, code)
        row = published_report(db, code, year) if organization else None
        before = published_report(db, code, year - 1) if row else None
    if organization is None or row is None:
        abort(404)
    shown = public_lines(row.kind, row.year, row.lines)
    return render_template(
        "public/report.html",
        organization=organization,
        report=row,
        blocks=everything(
            row.kind, year, shown, public_lines(before.kind, before.year, before.lines) if before else {}
        ),
    )

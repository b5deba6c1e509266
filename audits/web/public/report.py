"""A published report, line by line, each line with its anchor; what is personal stays out."""

from typing import Any

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from audits.web.access import public
from audits.web.public.organization import street
from audits.web.public.pages import pages
from audits.web.session import database
from audits.web.shown import everything
from compliance.form import Line, Type
from compliance.form.answer.text import masked
from compliance.form.book import by_id
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
    shown = public_lines(row)
    return render_template(
        "public/report.html",
        organization=organization,
        report=row,
        blocks=everything(row.kind, year, shown, public_lines(before) if before else {}),
    )


PRIVATE = ("commitment", "related_parties")
"""Parts that carry names of persons or go to the registrar only (慈善组织信息公开办法 15)."""
ADDRESSES = ("basic.address.value", "basic.office_address.value")


def public_lines(row: Any) -> dict[str, object]:
    """The answers that may be shown: neither personal nor given to the registrar alone; no house number, and no
    number of an identity card, a mobile phone or a bank card that somebody wrote into a text.
    """
    form = by_id(row.kind, row.year)
    return {
        line: _public(form[line], value)
        for line, value in row.lines.items()
        if line in form and not form[line].personal and form[line].part not in PRIVATE
    }


def _public(line: Line, value: object) -> object:
    if line.type is not Type.TEXT or not value:
        return value
    return masked(street(str(value)) if line.id in ADDRESSES else str(value))

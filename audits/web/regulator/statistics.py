"""Figures on the desk: what the office reports upward for a period, each opened to its cases; as CSV and PDF."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

from flask import abort, g, render_template, send_file, url_for
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.paper import PaperFault
from audits.statistics import Found, least, sheet
from audits.statistics.kept import kept, yesterday
from audits.statistics.report import report
from audits.web import asked as address
from audits.web.access import me, only
from audits.web.figures import Opened, Shown, choices, chosen, found_cases, found_for, opener, wanted
from audits.web.language import gettext as _
from audits.web.regulator.complaints import READERS
from audits.web.regulator.pages import pages
from audits.web.session import database
from compliance.statistics import NOT_KEPT
from compliance.statistics.figure import SECTION_NAMES
from models.account import OFFICE
from models.db import Session
from models.registrar import within

MOST = 200_000
"""A file holds so many cases at most."""


def scope(db: Session) -> Sequence[int]:
    """The registrars whose figures the signed-in officer sees: his own and those below."""
    account = me()
    if account.registrar_id is None:
        abort(403)
    return within(db, account.registrar_id)


def whose() -> str:
    """The office, as its papers name it."""
    office = me().registrar
    return (office.name_en if g.language == "en" else office.name) if office else ""


def panel(db: Session, day: date) -> Found | None:
    """The figures of the first page as the night kept them; before the first night counted when they are asked."""
    registrar = me().registrar_id
    if registrar is None:
        return None
    return kept(db, registrar) or found_for(db, scope(db), yesterday(day))


@pages.get("/statistics", endpoint="statistics")
@only(*OFFICE)
def statistics() -> ResponseReturnValue:
    """Every figure of a period."""
    with database().read() as db:
        found = found_for(db, scope(db), wanted())
    given: dict[str, Any] = {
        "period": found.asked.span.key,
        "against": address.one_of("against", ("before", "year")),
    }
    files = [
        (_("This page as CSV"), url_for(".statistics_csv", **given)),
        (_("Work report (PDF)"), url_for(".work_report", **given)),
        (_("Work report in English (PDF)"), url_for(".work_report_en", **given)),
    ]
    return render_template(
        "regulator/statistics.html",
        whom=whose(),
        found=found,
        files=files,
        names=SECTION_NAMES,
        not_kept=NOT_KEPT,
        address=opener(".figure"),
        least=least,
        **choices(),
    )


@pages.get("/statistics.csv", endpoint="statistics_csv")
@only(*OFFICE)
def statistics_csv() -> ResponseReturnValue:
    """The same as CSV."""
    with database().read() as db:
        found = found_for(db, scope(db), wanted())
    return _file(sheet.figures(found, g.language), "text/csv", f"figures-{found.asked.span.key}.csv")


@pages.get("/statistics/<figure>", endpoint="figure")
@only(*OFFICE)
def figure(figure: str) -> ResponseReturnValue:
    """The cases behind a figure."""
    of, span, days = chosen()
    page, size = address.paged(50)
    with database().read() as db:
        rows, total = found_cases(db, of, scope(db), days, size, (page - 1) * size)
    return render_template(
        "regulator/figure.html",
        opened=Opened(of, span, days, rows, total),
        page=page,
        next=address.next_page(page, size, total),
        previous=address.address(page - 1) if page > 1 else None,
        back=url_for(".statistics", period=span.key),
        csv=url_for(".figure_csv", figure=of.key, period=span.key, to=days.last.isoformat()),
        **(COMPLAINED if of.key.startswith("complaints") else {"home": home, "link": link}),
    )


def home(one: Shown) -> str:
    """Where a case is read: the report if it is one, the draw, else the organization."""
    if not one.code:
        return url_for(".draw", number=one.number)
    return url_for(".report", report_id=one.ref) if one.ref else url_for(".organization", code=one.code)


def link(one: Shown) -> str:
    """Where its number leads; nowhere but for a draw."""
    return "" if one.ref or not one.number or "〔" in one.number else url_for(".draw", number=one.number)


def complaint_address(one: Shown) -> str:
    """Where a complaint is read, by officers and approvers."""
    return url_for(".complaint", number=one.number) if me().role in READERS else ""


def complained_of(one: Shown) -> str:
    """Where an organization complained of is read; nowhere where none was recognised."""
    return url_for(".organization", code=one.code) if one.code else ""


COMPLAINED = {"home": complained_of, "link": complaint_address}


@pages.get("/statistics/<figure>/cases.csv", endpoint="figure_csv")
@only(*OFFICE)
def figure_csv(figure: str) -> ResponseReturnValue:
    """All cases behind a figure as CSV."""
    of, span, days = chosen()
    with database().read() as db:
        rows, _total = found_cases(db, of, scope(db), days, MOST, 0)
    return _file(sheet.written(lines(rows)), "text/csv", f"{of.key}-{span.key}.csv")


def lines(rows: Sequence[Shown]) -> list[list[Any]]:
    """Cases as lines, with a head."""
    head = [_("Code"), _("Name"), _("Kind"), _("District"), _("Day"), _("What"), _("Number")]
    told = [[one.code, one.name, one.kind, one.district, one.on or "", one.what, one.number] for one in rows]
    return [head, *told]


@pages.get("/statistics/report.pdf", endpoint="work_report")
@pages.get("/statistics/report.en.pdf", endpoint="work_report_en", defaults={"language": "en"})
@only(*OFFICE)
def work_report(language: str = "zh") -> ResponseReturnValue:
    """The work report on a period as PDF; in English as a translation."""
    with database().read() as db:
        found = found_for(db, scope(db), wanted())
    office = me().registrar
    try:
        content = report(found, office, language, today())
    except PaperFault:
        abort(503)
    return _file(content, "application/pdf", f"work-report-{found.asked.span.key}-{language}.pdf")


def _file(content: bytes, media_type: str, name: str) -> ResponseReturnValue:
    return send_file(BytesIO(content), media_type, as_attachment=True, download_name=name)

"""Figures in public: the counts of the whole office, each opened to those cases that may be shown."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

from flask import abort, g, render_template, send_file, url_for
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.statistics import Value, least, sheet
from audits.web import asked as address
from audits.web.access import public
from audits.web.figures import (
    Opened,
    Shown,
    choices,
    chosen,
    found_cases,
    found_for,
    listed,
    opener,
    shown,
    wanted,
)
from audits.web.public.pages import pages
from audits.web.session import database
from compliance.display import Entry, entries, public_events
from compliance.facts import Event
from compliance.listing import record
from compliance.span import Days
from compliance.statistics import NOT_KEPT
from compliance.statistics.figure import SECTION_NAMES, Figure, Section, Seen
from compliance.stay import Stay
from models.db import Session
from models.record import dossiers
from models.registrar import registrars
from models.statistics import cases, stays_behind

MOST = 100_000


def everyone(db: Session) -> list[int]:
    """Every registrar of this installation."""
    return [one.id for one in registrars(db)]


def public_address(figure: Figure, value: Value) -> str:
    """The cases behind a figure; nowhere where the public sees none."""
    return "" if figure.seen is Seen.NONE else opener(".statistics_figure")(figure, value)


@pages.get("/statistics")
@public
def statistics() -> ResponseReturnValue:
    """Every figure of a period."""
    with database().read() as db:
        found = found_for(db, everyone(db), wanted())
    chosen_now = choices()
    return render_template(
        "public/statistics.html",
        found=found,
        names=SECTION_NAMES,
        not_kept=NOT_KEPT,
        address=public_address,
        least=least,
        csv=url_for(".statistics_csv", period=found.asked.span.key, against=chosen_now["against"]),
        **chosen_now,
    )


@pages.get("/statistics.csv")
@public
def statistics_csv() -> ResponseReturnValue:
    """The same as CSV."""
    with database().read() as db:
        found = found_for(db, everyone(db), wanted())
    name = f"figures-{found.asked.span.key}.csv"
    content = BytesIO(sheet.figures(found, g.language))
    return send_file(content, "text/csv", as_attachment=True, download_name=name)


@pages.get("/statistics/<figure>")
@public
def statistics_figure(figure: str) -> ResponseReturnValue:
    """The cases behind a figure, as far as they may be shown."""
    of, span, days = chosen()
    if of.seen is Seen.NONE:
        abort(404)
    page, size = address.paged(50)
    with database().read() as db:
        rows, total, hidden = _cases(db, of, days, size, (page - 1) * size)
    return render_template(
        "public/figure.html",
        opened=Opened(of, span, days, rows, total, hidden),
        page=page,
        next=address.next_page(page, size, total - hidden),
        previous=address.address(page - 1) if page > 1 else None,
        back=url_for(".statistics", period=span.key),
        home=home,
        link=link,
    )


def home(one: Shown) -> str:
    """Where a case is read."""
    return f"/organizations/{one.code}" if one.code else f"/draws/{one.number}"


def link(one: Shown) -> str:
    """Where its number leads: the decision, or the draw."""
    return f"/decisions/{one.number}" if "〔" in one.number else f"/draws/{one.number}"


def _cases(db: Session, of: Figure, days: Days, size: int, start: int) -> tuple[list[Shown], int, int]:
    """A page of cases, how many there are in all, and how many of them are not shown."""
    ids = everyone(db)
    if of.seen is Seen.ALL:
        rows, total = found_cases(db, of, ids, days, size, start)
        return rows, total, 0
    if of.section is Section.LISTS:
        every = stays_behind(db, of.key, ids, days)
        known = _entries(db, {one.stay.code for one in every}, today())
        seen = [one for one in every if displayed(one.stay, known.get(one.stay.code, ()))]
        return listed(db, of, seen[start : start + size]), len(every), len(every) - len(seen)
    found, total = cases(db, of.key, ids, days, MOST)
    public_rows = [row for row in found if _displayed(row)]
    return [shown(of, row) for row in public_rows[start : start + size]], total, total - len(public_rows)


def _entries(db: Session, codes: set[str], day: date) -> dict[str, list[Entry]]:
    return {code: entries(record(dossier, day)) for code, dossier in dossiers(db, sorted(codes)).items()}


def displayed(stay: Stay, known: Sequence[Entry]) -> bool:
    """Whether any entry of a stay is displayed."""
    return any(
        entry.list is stay.list and entry.since >= stay.since and entry.removed_on == stay.until
        for entry in known
    )


def _displayed(row: Any) -> bool:
    said = {key: str(value) for key, value in row.details.items()}
    return bool(public_events([Event(row.on, row.what, said)], today()))

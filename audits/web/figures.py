"""Figures on pages: the tables with their bars, and the cases behind one figure, on the desk and in public."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import abort, g, request, url_for

from audits.config import today
from audits.statistics import Asked, Found, Value, a_span, asked, find, offered
from audits.web import asked as address
from audits.web.language import gettext as _
from audits.web.standing import ground_name, happening
from audits.web.unchanged import unchanged
from compliance.complaint import TOPICS
from compliance.draw.finding import OUTCOME_NAMES, Outcome
from compliance.facts import CONCLUSION_NAMES, KIND_NAMES, Conclusion
from compliance.span import Days, Span, counted, span_at
from compliance.statistics import BY_KEY
from compliance.statistics.figure import Figure
from models.db import Session
from models.listed import decision_numbers
from models.statistics import cases, stays_behind
from models.statistics.listing import Listed

AGAINST = ("before", "year")


@dataclass(frozen=True)
class Shown:
    """One case: which organization, when, what, under which number, and where more is to be read."""

    code: str
    name: str
    kind: str
    district: str
    on: date | None
    what: str
    number: str
    ref: Any = ""


@dataclass(frozen=True)
class Opened:
    """A page of the cases behind a figure. `hidden`: counted, but not shown any more."""

    figure: Figure
    span: Span
    days: Days
    rows: Sequence[Shown]
    total: int
    hidden: int = 0


def wanted() -> Asked:
    """The period that the address asks for, and what it is held against."""
    return asked(address.text("period"), address.one_of("against", AGAINST), today())


def chosen() -> tuple[Figure, Span, Days]:
    """The figure that the address asks for and its days; `to` ends them before the end of the period."""
    figure = BY_KEY.get((request.view_args or {})["figure"])
    if figure is None:
        abort(404)
    span = a_span(address.text("period"), today(), span_at(today(), "H"))
    days = counted(span, today())
    to = address.day("to", days.last)
    return figure, span, Days(days.first, max(days.first, min(days.last, to)))


def opener(endpoint: str) -> Callable[[Figure, Value], str]:
    """Makes the address of the cases behind a figure."""

    def opened(figure: Figure, value: Value) -> str:
        to: dict[str, Any] = {} if value.days.last == value.span.last else {"to": value.days.last.isoformat()}
        return url_for(endpoint, figure=figure.key, period=value.span.key, **to)

    return opened


def choices() -> dict[str, Any]:
    """The periods and comparisons to choose from."""
    spans = [(span.key, span.said.on(g.language)) for span in offered(today())]
    return {"spans": spans, "against": address.one_of("against", AGAINST)}


def found_for(db: Session, registrars: Sequence[int], of: Asked) -> Found:
    """The figures of some registrars, counted once for each change."""
    return unchanged(db, ("figures", tuple(registrars), of), lambda: find(db, registrars, of))


def found_cases(
    db: Session, figure: Figure, registrars: Sequence[int], days: Days, size: int, start: int
) -> tuple[list[Shown], int]:
    """A page of the cases behind a figure, in words, and how many there are."""
    if figure.key.partition(".")[0] in ("anomaly", "serious"):
        every = stays_behind(db, figure.key, registrars, days)
        return listed(db, figure, every[start : start + size]), len(every)
    rows, total = cases(db, figure.key, registrars, days, size, start)
    return [shown(figure, row) for row in rows], total


def listed(db: Session, figure: Figure, some: Sequence[Listed]) -> list[Shown]:
    """Stays on a list in words, with the number of the decision, if one of the system's own made it."""
    numbers = decision_numbers(db, {one.row.code for one in some})
    left = figure.key.endswith(".out")
    return [
        _case(
            one.row,
            on := one.stay.until if left else one.stay.since,
            ground_name(one.stay.ground),
            numbers.get((one.row.code, on), "") if on else "",
        )
        for one in some
    ]


def shown(figure: Figure, row: Any) -> Shown:
    """A row behind any other figure in words."""
    return _case(row, row.on, said(figure, row.what, row.details or {}), row.number, row.ref)


def _case(row: Any, on: date | None, what: str, number: str, ref: Any = "") -> Shown:
    kind = KIND_NAMES[row.kind].on(g.language) if row.kind else ""
    return Shown(row.code, row.name, kind, row.district, on, what, number, ref)


def said(figure: Figure, what: str, details: Mapping[str, Any]) -> str:
    """What a case is about, in words."""
    if figure.key.startswith("concluded"):
        return CONCLUSION_NAMES[Conclusion(what)].on(g.language)
    if figure.key.startswith("visited"):
        return OUTCOME_NAMES[Outcome(what)].on(g.language)
    if figure.key.startswith(("assessed", "grade", "drawn")):
        return what
    if figure.key.startswith("complaints"):
        return TOPICS[what].on(g.language)
    if what:
        return happening(what, details)
    return str(DATED.get(figure.key, lambda: "")())


DATED: Mapping[str, Callable[[], str]] = {
    "registered": lambda: _("registered"),
    "newly_registered": lambda: _("registered"),
    "dissolved": lambda: _("dissolved"),
    "charities": lambda: _("charity since that day"),
    "owed": lambda: _("registered"),
    "not_reported": lambda: _("registered"),
    "took_part": lambda: _("report received"),
    "in_time": lambda: _("report received"),
    "audited": lambda: _("report received"),
}
"""What the day of a case says, where its figure has no words of its own."""

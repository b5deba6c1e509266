"""The figures of a period beside those of another, as tables: shares, changes, and how long each bar is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from audits.refusal import Unfit
from compliance.law.spot_check_measures import RATIOS
from compliance.span import Days, Span, alike, counted, span_at, span_of
from compliance.statistics import FIGURES, MAIN, of_section
from compliance.statistics.figure import Figure, Section
from models.db import Session
from models.statistics import Counted, count
from models.statistics.drawing import Held

FULL = 1000
"""The length of the longest bar."""
EARLIEST = 1990
KINDS = {"": 5, "H": 6, "Q": 8}
"""How many years, half-years and quarters are offered."""


@dataclass(frozen=True)
class Value:
    """A figure for some days: how many, of how many where it is a share, and how long its bar is."""

    span: Span
    days: Days
    count: int
    whole: int | None
    bar: int

    @property
    def share(self) -> str:
        """As a percentage with one decimal, rounded half up; empty where it is no share or a share of none."""
        if not self.whole:
            return ""
        tenths = (2000 * self.count + self.whole) // (2 * self.whole)
        return f"{tenths // 10}.{tenths % 10}%"


@dataclass(frozen=True)
class Row:
    """A figure now and then."""

    figure: Figure
    now: Value
    then: Value

    @property
    def change(self) -> str:
        """By how many it changed, with its sign."""
        moved = self.now.count - self.then.count
        return f"+{moved}" if moved > 0 else f"−{-moved}" if moved else "0"


@dataclass(frozen=True)
class Table:
    """A section of the page."""

    section: Section
    rows: Sequence[Row]


@dataclass(frozen=True)
class Asked:
    """A period and the one it is held against, each with the days that are counted."""

    span: Span
    days: Days
    other: Span
    other_days: Days

    @property
    def running(self) -> bool:
        """The period is not over."""
        return self.days.last < self.span.last


@dataclass(frozen=True)
class Found:
    """Everything that is told of a period."""

    asked: Asked
    now: Counted
    then: Counted

    def row(self, figure: Figure) -> Row:
        """A figure of both periods."""
        longest = self._longest(figure)
        values = [
            Value(span, of.days, of.figures[figure.key], _whole(figure, of), _bar(figure, of, longest))
            for span, of in ((self.asked.span, self.now), (self.asked.other, self.then))
        ]
        return Row(figure, *values)

    def _longest(self, figure: Figure) -> int:
        alone = [one for one in of_section(figure.section) if not one.share_of]
        return max((of.figures[one.key] for one in alone for of in (self.now, self.then)), default=0)

    @property
    def tables(self) -> list[Table]:
        """Every figure, by sections."""
        return [Table(section, [self.row(one) for one in of_section(section)]) for section in Section]

    @property
    def main(self) -> list[Row]:
        """The figures of the first page of the desk."""
        return [self.row(figure) for figure in FIGURES if figure.key in MAIN]


def _whole(figure: Figure, of: Counted) -> int | None:
    return of.figures[figure.share_of] if figure.share_of else None


def _bar(figure: Figure, of: Counted, longest: int) -> int:
    whole = longest if not figure.share_of else of.figures[figure.share_of]
    return FULL * of.figures[figure.key] // whole if whole else 0


def a_span(text: str, day: date, usual: Span) -> Span:
    """A period as an address writes it. Unfit for one that is none, or has not begun."""
    span = span_of(text) if text else usual
    if span is None or span.year < EARLIEST or span.first > day:
        raise Unfit(
            "统计期间应写作 2026、2026H1 或 2026Q3，且不得尚未开始。",
            "A period is written 2026, 2026H1 or 2026Q3, and must have begun.",
        )
    return span


def asked(text: str, against: str, day: date) -> Asked:
    """A period, the running half-year unless named, against the one before it or (`year`) the year before."""
    span = a_span(text, day, span_at(day, "H"))
    other = span.a_year_before if against == "year" else span.before
    days = counted(span, day)
    return Asked(span, days, other, alike(days, span, other))


def find(db: Session, registrars: Sequence[int], wanted: Asked) -> Found:
    """Count a period and the other one."""
    now, then = count(db, registrars, [wanted.days, wanted.other_days])
    return Found(wanted, now, then)


def offered(day: date) -> list[Span]:
    """The periods to choose from, latest first: years, half-years, quarters."""
    found = []
    for kind, many in KINDS.items():
        span = span_at(day, kind)
        for _ in range(many):
            found.append(span)
            span = span.before
    return found


def least(held: Held) -> str:
    """The least share that the law asks of a draw, by the text of its day."""
    text = RATIOS.on(held.on)
    return str(text.value[held.level]) if text else "—"

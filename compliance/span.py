"""Spans of time that an office reports on: a year, a half-year, a quarter, each with the one before it."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from compliance.facts import Said

WRITTEN = re.compile(r"((?:19|20)\d{2})(?:(H)([12])|(Q)([1-4]))?")
MONTHS = {"": 12, "H": 6, "Q": 3}
ORDINALS = ("第一", "第二", "第三", "第四")
HALVES = (Said("上半年", "first half"), Said("下半年", "second half"))


@dataclass(frozen=True)
class Span:
    """A calendar span written "2026", "2026H1" or "2026Q3". `part` is 1 for a whole year."""

    year: int
    kind: str = ""
    part: int = 1

    @property
    def key(self) -> str:
        """As it is written in an address."""
        return f"{self.year}{self.kind}{self.part}" if self.kind else str(self.year)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, (self.part - 1) * MONTHS[self.kind] + 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        month = self.part * MONTHS[self.kind]
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def before(self) -> "Span":
        """The span of the same length that ends where this one begins."""
        if self.part > 1:
            return Span(self.year, self.kind, self.part - 1)
        return Span(self.year - 1, self.kind, 12 // MONTHS[self.kind])

    @property
    def a_year_before(self) -> "Span":
        """The same span of the year before."""
        return Span(self.year - 1, self.kind, self.part)

    @property
    def said(self) -> Said:
        """Its name."""
        if self.kind == "H":
            half = HALVES[self.part - 1]
            return Said(f"{self.year}年{half.zh}", f"{half.en} of {self.year}")
        if self.kind == "Q":
            return Said(f"{self.year}年{ORDINALS[self.part - 1]}季度", f"quarter {self.part} of {self.year}")
        return Said(f"{self.year}年", str(self.year))


@dataclass(frozen=True)
class Days:
    """The days counted, both included."""

    first: date
    last: date

    @property
    def season(self) -> int:
        """The year whose annual reports fall due in the year of the last day."""
        return self.last.year - 1


def span_of(text: str) -> Span | None:
    """A span as written; None if it is none."""
    found = WRITTEN.fullmatch(text)
    if found is None:
        return None
    year, half, which_half, quarter, which_quarter = found.groups()
    return Span(int(year), half or quarter or "", int(which_half or which_quarter or 1))


def span_at(day: date, kind: str) -> Span:
    """The span of a kind ("", "H", "Q") that holds a day."""
    return Span(day.year, kind, (day.month - 1) // MONTHS[kind] + 1)


def counted(span: Span, day: date) -> Days:
    """The days of a span that are over or begun on a day. ValueError if the span has not begun."""
    if day < span.first:
        raise ValueError(span.key)
    return Days(span.first, min(span.last, day))


def alike(of: Days, whole: Span, other: Span) -> Days:
    """The days of another span to hold against those counted: all where the first is whole, else as many."""
    if of.last == whole.last:
        return Days(other.first, other.last)
    return Days(other.first, min(other.last, other.first + timedelta((of.last - of.first).days)))

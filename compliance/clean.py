"""Who has a clean sheet, seen from the columns of the register: all others have to be judged one by one."""

from collections.abc import Callable, Mapping
from datetime import date

import polars as pl
from polars import DataFrame, Expr, col, lit, when

from compliance.duty import publication_due, report_due
from compliance.facts import Conclusion, Kind, Level, Organization
from compliance.inspection import last_day
from compliance.law import Text
from compliance.law.annual_deadlines import YearDay
from compliance.law.inspection_measures import NEW_EXEMPT_AFTER

Years = Mapping[int, DataFrame]
"""The register's columns by year of report, the same organizations in the same order in each."""


def clean(years: Years, day: date) -> pl.Series:
    """Whose every report came in time, is published in time where it must be, and ended well."""
    size = next(iter(years.values())).height
    result = pl.repeat(True, size, eager=True)
    for year, frame in sorted(years.items()):
        result = result & frame.select(_fine(year, day)).to_series()
    return result


def _fine(year: int, day: date) -> Expr:
    """Nothing stands against a year: not owed, or done in time and well."""
    came = when(col("received_on") <= day).then(col("received_on"))
    public = when((col("published_on") <= day) & came.is_not_null()).then(col("published_on"))
    due, shown = _due(year, report_due), _due(year, publication_due)
    filed = ((came <= due) | (came.is_null() & (due >= day))).fill_null(False)
    told = shown.is_null() | ((public <= shown) | (public.is_null() & (shown >= day))).fill_null(False)
    ended = col("conclusion").is_null() | (col("conclusion").cast(pl.String) == str(Conclusion.QUALIFIED))
    return ~_owed(year) | (filed & told & ended)


def _owed(year: int) -> Expr:
    """Registered early enough to owe a report on the year."""
    owed: Expr = lit(False)
    for kind, dated in NEW_EXEMPT_AFTER.items():
        text = dated.on(last_day(year))
        last = text.value.of(year) if text else last_day(year)
        owed = when(col("kind") == kind.value).then(col("registered_on") <= last).otherwise(owed)
    return owed


def _due(year: int, asked: Callable[[Organization, int], Text[YearDay] | None]) -> Expr:
    """A yearly duty's day, by kind and charity status; null where there is none."""
    due: Expr = lit(None, pl.Date)
    for kind in Kind:
        for charity in (False, True):
            since = date(year, 1, 1) if charity else None
            text = asked(Organization("", "", kind, Level.CITY, date(year, 1, 1), since), year)
            whom = (col("kind") == kind.value) & (col("charity") == charity)
            due = when(whom).then(lit(text.value.of(year + 1) if text else None, pl.Date)).otherwise(due)
    return due

"""Working days and legal time limits. A year whose holidays are not known is said, never guessed."""

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from chinese_calendar import is_workday as published_workday  # type: ignore[import-untyped]
from chinese_calendar.constants import holidays as published_holidays  # type: ignore[import-untyped]

from compliance.facts import Said

ONE_DAY = timedelta(days=1)


class CalendarUnknown(ValueError):
    """The State Council's holiday notice of a year is not known, so its working days cannot be told."""

    def __init__(self, year: int) -> None:
        self.year = year
        self.said = Said(
            f"{year}年的放假安排尚未公布或尚未录入，无法推算该年工作日；请先录入国务院办公厅当年的放假通知。",
            f"The holidays of {year} are not known yet, so working days of that year cannot be counted; "
            "enter the State Council's holiday notice of that year first.",
        )
        super().__init__(f"{self.said.zh} {self.said.en}")


@dataclass(frozen=True)
class Arrangement:
    """A year's holiday notice as data: weekdays off, and weekend days on which people work instead."""

    off: frozenset[date] = frozenset()
    on: frozenset[date] = frozenset()


Gazette = Mapping[int, Arrangement]
"""Holiday notices by year, entered by an office; a day named in one comes before what the library knows."""

NO_GAZETTE: Gazette = {}


def gazette_of(days: Iterable[tuple[date, bool]]) -> Gazette:
    """A gazette from single days with whether people work on them; a year with any day is a year told."""
    told = sorted(days)
    years = {day.year for day, _ in told}
    return {
        year: Arrangement(
            off=frozenset(day for day, working in told if day.year == year and not working),
            on=frozenset(day for day, working in told if day.year == year and working),
        )
        for year in years
    }


class Unit(StrEnum):
    """What a time limit is counted in."""

    WORKDAYS = "workdays"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


UNIT_NAMES: Mapping[Unit, Said] = {
    Unit.WORKDAYS: Said("个工作日", "working days"),
    Unit.DAYS: Said("日", "days"),
    Unit.MONTHS: Said("个月", "months"),
    Unit.YEARS: Said("年", "years"),
}


@dataclass(frozen=True)
class Period:
    """A length of time as the law writes it: Period(15, Unit.WORKDAYS)."""

    count: int
    unit: Unit

    @property
    def said(self) -> Said:
        """The length in words."""
        unit = UNIT_NAMES[self.unit]
        en = unit.en.removesuffix("s") if self.count == 1 else unit.en
        return Said(f"{self.count}{unit.zh}", f"{self.count} {en}")

    def __str__(self) -> str:
        return self.said.zh


@cache
def known_years() -> frozenset[int]:
    """The years whose holidays the library knows."""
    return frozenset(day.year for day in published_holidays)


def is_known(year: int, gazette: Gazette = NO_GAZETTE) -> bool:
    """Whether working days of a year can be told: what an office is warned about before the year begins."""
    return year in gazette or year in known_years()


def is_workday(day: date, gazette: Gazette = NO_GAZETTE) -> bool:
    """Whether people work on a day in China. Raises CalendarUnknown for a year nobody has told."""
    arrangement = gazette.get(day.year)
    if arrangement is not None and (day in arrangement.on or day in arrangement.off):
        return day in arrangement.on
    if day.year in known_years():
        return bool(published_workday(day))
    if arrangement is None:
        raise CalendarUnknown(day.year)
    return day.weekday() < 5


def workday_from(day: date, gazette: Gazette = NO_GAZETTE) -> date:
    """The day itself if people work on it, else the first working day after it."""
    while not is_workday(day, gazette):
        day += ONE_DAY
    return day


def add_workdays(day: date, count: int, gazette: Gazette = NO_GAZETTE) -> date:
    """The count-th working day after a day, which itself is not counted; a negative count goes back."""
    step = ONE_DAY if count > 0 else -ONE_DAY
    for _ in range(abs(count)):
        day += step
        while not is_workday(day, gazette):
            day += step
    return day


def workdays_between(start: date, end: date, gazette: Gazette = NO_GAZETTE) -> int:
    """How many working days lie after `start` up to and including `end`; 0 if `end` is not later."""
    days = (start + ONE_DAY * i for i in range(1, (end - start).days + 1))
    return sum(is_workday(day, gazette) for day in days)


def add_months(day: date, count: int) -> date:
    """The same day of a later month, or that month's last day where it has none (Civil Code art. 202)."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def add_years(day: date, count: int) -> date:
    """The same day of a later year; 29 February becomes 28 February where the year has none."""
    return add_months(day, 12 * count)


def after(day: date, period: Period, gazette: Gazette = NO_GAZETTE) -> date:
    """The day on which a period counted from a day is full, the first day not counted; nothing is moved.

    Only a period of working days needs the holidays of its years and can raise CalendarUnknown.
    """
    match period.unit:
        case Unit.WORKDAYS:
            return add_workdays(day, period.count, gazette)
        case Unit.DAYS:
            return day + timedelta(days=period.count)
        case Unit.MONTHS:
            return add_months(day, period.count)
        case _:
            return add_years(day, period.count)


def last_day(day: date, period: Period, gazette: Gazette = NO_GAZETTE) -> date:
    """The last day on which something owed within a period is in time: first day not counted, and a last
    day that is no working day moves to the next one (general rule of procedure, law of civil procedure,
    Civil Code art. 203). Raises CalendarUnknown where the holidays of that year are not known.
    """
    return workday_from(after(day, period, gazette), gazette)


def last_day_if_known(day: date, period: Period, gazette: Gazette = NO_GAZETTE) -> date | None:
    """The last day of a period, or None where its year's holidays are not published: shown as 待公布."""
    try:
        return last_day(day, period, gazette)
    except CalendarUnknown:
        return None

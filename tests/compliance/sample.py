"""Dossiers as short as a lawyer's example: an association, what it reported, what happened to it."""

from collections.abc import Iterable
from datetime import date

from compliance.facts import Conclusion, Dossier, Event, Kind, Level, Organization, YearReport
from compliance.judge import Judgement, judge

YearReports = Iterable[YearReport]
CODE = "51990000MJ0000001A"


def day(text: str) -> date:
    """A day written out."""
    return date.fromisoformat(text)


def organization(
    registered: str = "2019-03-01",
    kind: Kind = Kind.ASSOCIATION,
    charity: str | None = None,
    fundraising: str | None = None,
) -> Organization:
    """An association of a city, unless said otherwise."""
    return Organization(
        CODE,
        "示例协会",
        kind,
        Level.CITY,
        day(registered),
        day(charity) if charity else None,
        day(fundraising) if fundraising else None,
    )


def report(
    year: int, received: str | None, published: str | None = None, conclusion: str | None = None
) -> YearReport:
    """A year's report as the record knows it."""
    return YearReport(
        year,
        day(received) if received else None,
        day(published) if published else None,
        Conclusion(conclusion) if conclusion else None,
    )


def in_time(first: int = 2019, last: int = 2025) -> tuple[YearReport, ...]:
    """Reports that all came in March of the year after."""
    return tuple(report(year, f"{year + 1}-03-15", f"{year + 1}-03-20") for year in range(first, last + 1))


REPORTED = in_time()


def event(on: str, what: str, **details: str) -> Event:
    """Something that happened."""
    return Event(day(on), what, details)


def listed(on: str, ground: str) -> Event:
    """A decision that enters a ground on its list."""
    return event(on, "listed", list=ground.partition(".")[0], ground=ground)


def dossier(
    *events: Event, reports: Iterable[YearReport] = REPORTED, of: Organization | None = None
) -> Dossier:
    """An organization that reported in time, to which this happened."""
    return Dossier(of or organization(), tuple(reports), events)


def judged(on: str, *events: Event, reports: Iterable[YearReport] = REPORTED) -> Judgement:
    """The judgement on it on a day."""
    return judge(dossier(*events, reports=reports), day(on))


def grounds(on: str, *events: Event, reports: Iterable[YearReport] = REPORTED) -> dict[str, str]:
    """The grounds proposed on a day, each with the day since which it exists."""
    return {one.ground: one.since.isoformat() for one in judged(on, *events, reports=reports).proposals}

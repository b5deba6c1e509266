"""The part of a dossier that was known on a day, in the order of days."""

from dataclasses import replace
from datetime import date

from compliance.facts import Dossier, Event, YearReport


def known(dossier: Dossier, day: date) -> Dossier:
    """The dossier as it stood on a day: later events are gone, a report received later is not yet there.

    The order of the file does not matter: events come sorted by day, then by their words.
    """
    reports = sorted((_as_known(report, day) for report in dossier.reports), key=lambda report: report.year)
    events = sorted((event for event in dossier.events if event.on <= day), key=_order)
    return replace(dossier, reports=tuple(reports), events=tuple(events))


def _order(event: Event) -> tuple[date, str, tuple[tuple[str, str], ...]]:
    return event.on, event.what, tuple(sorted(event.details.items()))


def _as_known(report: YearReport, day: date) -> YearReport:
    if report.received_on is not None and report.received_on > day:
        return YearReport(report.year)
    if report.published_on is not None and report.published_on > day:
        return replace(report, published_on=None)
    return report


def events_of(dossier: Dossier, *names: str) -> list[Event]:
    """The events of these names, in order."""
    return [event for event in dossier.events if event.what in names]

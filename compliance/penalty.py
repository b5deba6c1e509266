"""Penalty decisions in a record, counted as the two lists count them."""

from collections.abc import Sequence
from datetime import date

from compliance.facts import Dossier, Event, fen
from compliance.law.credit_periods import PENALTY_COUNT, PENALTY_WINDOW, SERIOUS_FINE
from compliance.record import events_of
from compliance.workday import after


def amount(event: Event) -> int:
    """The amount of a fine or confiscation in fen."""
    return fen(event.details["amount"])


def large(event: Event) -> bool:
    """A fine of 50,000 yuan or more by the text of its day; none before the measures."""
    limit = SERIOUS_FINE.on(event.on)
    return limit is not None and amount(event) >= limit.value


def large_fines(dossier: Dossier) -> list[date]:
    """The days of fines of 50,000 yuan or more."""
    return [event.on for event in events_of(dossier, "fine") if large(event)]


def minor_decisions(dossier: Dossier) -> list[date]:
    """The days of decisions that warn, or fine less than 50,000 yuan, in order, a day for each decision.

    Assumption: a warning and a fine of one day are one decision, unless both name a basis and these differ.
    """
    days: dict[date, set[str]] = {}
    for event in events_of(dossier, "warning", "fine"):
        if SERIOUS_FINE.on(event.on) is not None and not (event.what == "fine" and large(event)):
            days.setdefault(event.on, set()).add(event.details.get("basis", ""))
    return [day for day, bases in sorted(days.items()) for _ in range(max(1, len(bases - {""})))]


def repeated(days: Sequence[date]) -> list[date]:
    """The days on which the count of the window was reached (two within three years, anniversary included)."""
    found = []
    for place, day in enumerate(days):
        count, window = PENALTY_COUNT.on(day), PENALTY_WINDOW.on(day)
        if count is None or window is None or place + 1 < count.value:
            continue
        if day <= after(days[place + 1 - count.value], window.value):
            found.append(day)
    return found

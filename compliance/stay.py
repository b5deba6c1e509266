"""Stays on the two lists: when an organization came onto a list and when it left, read from its decisions."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from compliance.facts import Dossier, Register
from compliance.listing import DECISIONS, Standing, standing


@dataclass(frozen=True)
class Stay:
    """One stay on one list, whatever the grounds and how many. `until` is the day it ended, None while it lasts.

    `ground` is that of the first entry.
    """

    code: str
    list: Register
    ground: str
    since: date
    until: date | None = None

    def holds(self, day: date) -> bool:
        """On the list at the end of a day."""
        return self.since <= day and (self.until is None or day < self.until)


def stays(dossier: Dossier) -> list[Stay]:
    """The stays of an organization, in the order in which they began.

    Further grounds do not begin a new stay. Going over to the serious list ends the stay on the anomaly list.
    """
    days = sorted({event.on for event in dossier.events if event.what in DECISIONS})
    found: list[Stay] = []
    there: dict[Register, Stay] = {}
    for day in days:
        for register, now in standing(dossier, day).items():
            if now.entries and register not in there:
                there[register] = Stay(dossier.organization.code, register, _first(now), day)
            elif not now.entries and register in there:
                found.append(replace(there.pop(register), until=day))
    return sorted([*found, *there.values()], key=lambda stay: (stay.since, stay.list))


def _first(now: Standing) -> str:
    return next(iter(now.entries), "")


def on_list(every: Iterable[Stay], register: Register, day: date) -> list[Stay]:
    """Those who stand on a list at the end of a day."""
    return [stay for stay in every if stay.list is register and stay.holds(day)]


def entered(every: Iterable[Stay], register: Register, first: date, last: date) -> list[Stay]:
    """Those who came onto a list within some days and stood there at the end of the day."""
    return [stay for stay in every if stay.list is register and first <= stay.since <= last]


def left(every: Iterable[Stay], register: Register, first: date, last: date) -> list[Stay]:
    """Those who left a list within some days."""
    return [
        stay
        for stay in every
        if stay.list is register and stay.until is not None and first <= stay.until <= last
    ]

"""What of an organization's record the public sees on a day: entries on lists, penalties, assessment, awards.

Display begins with the document and ends by itself when the longest display is over (信用修复管理办法);
repair ends it at once. Points, grade and risk are never public.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from compliance.facts import Event, Register
from compliance.law import Cite
from compliance.law.credit_measures import GROUNDS
from compliance.law.credit_repair_measures import CLASS_OF_PENALTY, DISPLAY, Weight
from compliance.listing import Record
from compliance.repair import display_of, repairs
from compliance.workday import after

LEAVING = ("removed", "repaired")
ALWAYS = ("certificate_revoked", "establishment_annulled")
"""These end the organization: they are its status, not a record of dishonesty."""
PRAISE = ("assessed", "award")


@dataclass(frozen=True)
class Entry:
    """One entry on a list as published: in by which ground and when, and out when, if it is out."""

    list: Register
    ground: str
    since: date
    basis: Cite | None
    removed_on: date | None = None


def entries(facts: Record) -> list[Entry]:
    """The entries on both lists that may be shown on the day, latest first; those in force come first."""
    shown = [*_in_force(facts), *_removed(facts)]
    return sorted(shown, key=lambda one: (one.removed_on is not None, -one.since.toordinal()))


def _in_force(facts: Record) -> Iterator[Entry]:
    over = hidden(facts)
    for register, standing in facts.lists.items():
        for ground in standing.grounds if register not in over else ():
            since = standing.entries[ground]
            yield Entry(register, ground, since, basis_of(ground, since))


def hidden(facts: Record) -> set[Register]:
    """The lists on which the organization stands and is no longer shown, since the longest display is over."""
    return {one.list for one in repairs(facts) if one.display_until and one.display_until < facts.day}


def _removed(facts: Record) -> Iterator[Entry]:
    events = facts.dossier.events
    for place, event in enumerate(events):
        if event.what == "listed":
            out = _way_out(event, events[place + 1 :])
            if out is not None and out.what == "removed" and displayed(event, facts.day):
                register, ground = Register(event.details["list"]), event.details["ground"]
                yield Entry(register, ground, event.on, basis_of(ground, event.on), out.on)


def _way_out(listed: Event, later: Sequence[Event]) -> Event | None:
    """The last decision that took an entry out: a repair after a removal ends its display too."""
    leaving = [
        event
        for event in later
        if event.what in LEAVING
        and event.details.get("list") == listed.details["list"]
        and event.details.get("ground", listed.details["ground"]) == listed.details["ground"]
    ]
    repaired = [event for event in leaving if event.what == "repaired"]
    return next(iter(repaired or leaving), None)


def displayed(listed: Event, day: date) -> bool:
    """Whether the longest display of an entry, counted from its day, is not over."""
    display = display_of(Register(listed.details["list"]), day)
    return display is None or day <= after(listed.on, display.longest)


def basis_of(ground: str, day: date) -> Cite | None:
    """Act and article of a ground in force on a day."""
    text = GROUNDS[ground].on(day) if ground in GROUNDS else None
    return text.cite if text else None


def public_events(events: Sequence[Event], day: date) -> list[Event]:
    """Penalties within the limits of display, assessments and awards up to a day, latest first."""
    return [event for event in reversed(events) if event.on <= day and _public(event, day)]


def _public(event: Event, day: date) -> bool:
    if event.what in PRAISE or event.what in ALWAYS:
        return True
    classes = CLASS_OF_PENALTY.on(day)
    if classes is None:
        return event.what in CLASS_OF_PENALTY.texts[0].value
    weight = classes.value.get(event.what)
    if weight is None or weight is Weight.LIGHT:  # light records are not displayed in principle
        return False
    display = DISPLAY[weight].on(day)
    return display is None or day <= after(event.on, display.value.longest)


def assessment(events: Sequence[Event], day: date) -> Event | None:
    """The latest assessment valid on a day."""
    valid = (event for event in reversed(events) if event.what == "assessed" and _valid(event, day))
    return next(valid, None)


def _valid(event: Event, day: date) -> bool:
    return event.details["valid_from"] <= day.isoformat() <= event.details["valid_to"]

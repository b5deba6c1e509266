"""Credit repair: the earliest day, the end of display, and what is missing (信用修复管理办法, with 民政部令第60号)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from compliance.facts import Register, Said
from compliance.law.credit_repair_measures import CLASS_OF_LIST, CONDITIONS, DISPLAY, Display
from compliance.listing import Record
from compliance.record import events_of
from compliance.removal import Missing, Removal, removals
from compliance.workday import after

PROMISE = Missing("credit_commitment", Said("公开作出信用承诺", "Make the credit promise in public"))


@dataclass(frozen=True)
class Repair:
    """`earliest`: the later of what the list asks for and the shortest display; None where no day can be told.

    `display_until`: the day on which display stops by itself; None where no limit applies, or where it has
    passed and the breach is still not corrected, so that the rule of the list governs alone.
    """

    list: Register
    earliest: date | None
    display_until: date | None
    missing: tuple[Missing, ...]
    removal: Removal


def display_of(register: Register, day: date) -> Display | None:
    """Shortest and longest display of an entry by the text in force on a day; None before 2026-04-01."""
    classes = CLASS_OF_LIST.on(day)
    text = None if classes is None else DISPLAY[classes.value[register]].on(day)
    return None if text is None else text.value


def _conditions(facts: Record, removal: Removal, listed: date) -> Iterator[Missing]:
    yield from removal.missing
    text = CONDITIONS.on(facts.day)
    promises = events_of(facts.dossier, "commitment_signed")
    if text is not None and text.value.promise and not any(event.on >= listed for event in promises):
        yield PROMISE


def _repair(facts: Record, removal: Removal) -> Repair | None:
    listed = facts.lists[removal.list].listed_since
    if listed is None:
        return None
    missing = tuple(_conditions(facts, removal, listed))
    display = display_of(removal.list, facts.day)
    if display is None:
        return Repair(removal.list, removal.earliest, None, missing, removal)
    earliest = None if removal.earliest is None else max(removal.earliest, after(listed, display.shortest))
    until: date | None = after(listed, display.longest)
    if until is not None and until < facts.day and removal.missing:
        until = None
    return Repair(removal.list, earliest, until, missing, removal)


def repairs(facts: Record) -> list[Repair]:
    """What repair asks for, for each list on which the organization stands."""
    return [one for one in (_repair(facts, removal) for removal in removals(facts)) if one is not None]

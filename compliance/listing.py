"""Who stands on the two lists, and whom the law calls to be entered (民政部令第60号 arts 11-16)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from compliance.duty import Duty, duties
from compliance.facts import Dossier, Event, Register
from compliance.ground import Occurrence, occurrences
from compliance.law import Cite
from compliance.law.credit_measures import GROUNDS, REPORT_MISSED, TWO_YEARS_ON_ANOMALY
from compliance.law.credit_periods import ANOMALY_TO_SERIOUS, EXEMPTION
from compliance.record import events_of, known
from compliance.workday import after

TWO_YEARS = TWO_YEARS_ON_ANOMALY.texts[0].value.name
MISSED = REPORT_MISSED.texts[0].value.name
DECISIONS = ("listed", "removed", "repaired")


@dataclass
class Standing:
    """Where an organization stands on one list. `entries` gives each ground with the day of its decision.

    `listed_since` is the day from which the clock runs: that of the latest entry (arts 13 and 16).
    `carried` holds, on the serious list, the entries that left the anomaly list for it.
    """

    listed_since: date | None = None
    entries: dict[str, date] = field(default_factory=dict)
    carried: dict[str, date] = field(default_factory=dict)

    @property
    def grounds(self) -> tuple[str, ...]:
        """The grounds in force, in the order of the articles."""
        return tuple(name for name in GROUNDS if name in self.entries)

    def enter(self, ground: str, day: date) -> None:
        """Enter a ground: the clock starts, or starts again."""
        self.entries[ground] = day
        self.listed_since = day

    def leave(self, ground: str) -> None:
        """Take out a ground, or all of them where none is named; the last one ends the listing."""
        if ground:
            self.entries.pop(ground, None)
        else:
            self.entries.clear()
        if not self.entries:
            self.listed_since = None
            self.carried = {}


@dataclass(frozen=True)
class Proposal:
    """A listing that the law calls for: ground, since when it exists, which years or matters it is about."""

    list: Register
    ground: str
    basis: Cite
    since: date
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Record:
    """A dossier as known on a day with what follows from it: duties, grounds arisen, standing on the lists."""

    day: date
    dossier: Dossier
    owed: Sequence[Duty]
    arisen: Sequence[Occurrence]
    lists: Mapping[Register, Standing]


def record(dossier: Dossier, day: date) -> Record:
    """Read a dossier once for a day; everything about lists, repair and credit is asked of the result."""
    then = known(dossier, day)
    owed = duties(then, day)
    return Record(day, then, owed, occurrences(then, owed), _lists(then))


def standing(dossier: Dossier, day: date) -> Mapping[Register, Standing]:
    """Standing on both lists on a day, by the decisions in the record."""
    return _lists(known(dossier, day))


def _lists(dossier: Dossier) -> Mapping[Register, Standing]:
    lists = {register: Standing() for register in Register}
    decisions = events_of(dossier, *DECISIONS)
    for _, of_day in groupby(decisions, key=lambda event: event.on):
        today = list(of_day)
        listed_before = {register for register in Register if lists[register].entries}
        for event in sorted(today, key=lambda event: _place(event, listed_before)):
            _apply(lists, event)
    return lists


def _place(event: Event, listed_before: set[Register]) -> bool:
    """Of two decisions of one day on one list, the one that changes what stood before comes first."""
    already = Register(event.details["list"]) in listed_before
    return (event.what == "listed") == already


def _apply(lists: Mapping[Register, Standing], event: Event) -> None:
    register, ground = Register(event.details["list"]), event.details.get("ground", "")
    if event.what != "listed":
        lists[register].leave(ground)
        return
    lists[register].enter(ground, event.on)
    if ground == TWO_YEARS:
        lists[register].carried = dict(lists[Register.ANOMALY].entries)
        lists[Register.ANOMALY].leave("")


def exempt(facts: Record, occurrence: Occurrence) -> bool:
    """A department has certified that the organization is not directly responsible (art. 12).

    It covers what existed when the proof was given, and only grounds of the anomaly list.
    """
    return occurrence.list is Register.ANOMALY and any(
        event.details.get("ground") == occurrence.ground
        and event.on >= occurrence.since
        and EXEMPTION.on(event.on) is not None
        for event in events_of(facts.dossier, "not_responsible")
    )


def standing_open(facts: Record) -> list[Occurrence]:
    """The grounds that exist on the day: arisen, not over, not exempt."""
    return [one for one in facts.arisen if one.open(facts.day) and not exempt(facts, one)]


def pending(facts: Record) -> list[Occurrence]:
    """The grounds that exist and that no decision has acted upon since they arose."""
    decisions = events_of(facts.dossier, "listed", "repaired")
    return [
        one
        for one in standing_open(facts)
        if not any(event.on >= one.since and concerns(event, one.ground) for event in decisions)
    ]


def concerns(decision: Event, ground: str) -> bool:
    """A decision on a list is about a ground: it names it, or names none and so means all of its list."""
    named = decision.details.get("ground")
    return named == ground if named else ground.startswith(f"{decision.details.get('list')}.")


def clock(facts: Record) -> date | None:
    """The day from which the stay on the anomaly list counts: the latest entry or the latest new ground.

    A new ground restarts the clock from the day it arose (art. 13). Assumption: a further missed report of
    one already listed for missing reports restarts it only by decision, else a silent organization would
    never reach two years.
    """
    anomaly = facts.lists[Register.ANOMALY]
    if anomaly.listed_since is None:
        return None
    new = (
        one.since
        for one in pending(facts)
        if one.list is Register.ANOMALY and not (one.ground == MISSED and MISSED in anomaly.entries)
    )
    return max([anomaly.listed_since, *new])


def _two_years(facts: Record) -> list[Proposal]:
    start, stay = clock(facts), ANOMALY_TO_SERIOUS.on(facts.day)
    if start is None or stay is None:
        return []
    since = after(start, stay.value)
    text = TWO_YEARS_ON_ANOMALY.on(since)
    if text is None or since > facts.day:
        return []
    return [Proposal(Register.SERIOUS, TWO_YEARS, text.cite, since)]


def proposed(facts: Record) -> list[Proposal]:
    """The listings that the law calls for, one for each ground, in the order of the articles."""
    found = _two_years(facts)
    by_ground: dict[str, list[Occurrence]] = {}
    for one in pending(facts):
        by_ground.setdefault(one.ground, []).append(one)
    for ground, several in by_ground.items():
        first = min(several, key=lambda one: one.since)
        of = tuple(sorted({one.of for one in several if one.of}))
        found.append(Proposal(first.list, ground, first.cite, first.since, of))
    order = list(GROUNDS)
    return sorted(found, key=lambda proposal: order.index(proposal.ground))


def proposals(dossier: Dossier, day: date) -> list[Proposal]:
    """The listings that the law calls for on a day."""
    return proposed(record(dossier, day))

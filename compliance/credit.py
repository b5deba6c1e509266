"""Credit points and grade: the record added up by the house table, each line with its basis and its end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from compliance.duty import ANNUAL_REPORT
from compliance.facts import Conclusion, Event, Grade, Register, Said
from compliance.law import Cite, Dated
from compliance.law.house_rules import BANDS, CAPS, FLOOR, START, Dimension
from compliance.law.points_table import POINTS
from compliance.listing import MISSED, Record, concerns, exempt
from compliance.penalty import large
from compliance.record import events_of
from compliance.workday import after

T = TypeVar("T")

DIRECT = frozenset(
    (
        "party_organization_formed",
        "commitment_signed",
        "change_annulled",
        "rectification_ordered",
        "rectification_completed",
        "warning",
        "public_criticism",
        "confiscation",
        "suspension",
        "certificate_revoked",
        "establishment_annulled",
        "interviewed",
        "award",
        "complaint_upheld",
    )
)
"""Events that are lines of the table by their own name."""

LASTING = {
    "anomaly.party_organization": "party_organization_missing",
    "anomaly.rectification_overdue": "rectification_overdue",
    "anomaly.fundraising_condition": "fundraising_condition_lost",
    "anomaly.unreachable": "unreachable",
    "serious.enforcement_debtor": "enforcement_debtor",
}
"""Grounds that cost points as long as they last."""


@dataclass(frozen=True)
class Line:
    """One line of the account: `expires` is the first day on which it no longer counts, None if unknown."""

    on: date
    what: str
    points: int
    expires: date | None
    basis: Cite
    said: Said
    dimension: Dimension
    grounds: tuple[str, ...] = ()

    def counts(self, day: date) -> bool:
        """It has begun and has not lapsed on a day."""
        return self.on <= day and (self.expires is None or day < self.expires)


@dataclass(frozen=True)
class Credit:
    """Points, grade, the lines that make the points, and the next day on which one begins or lapses."""

    points: int
    grade: Grade
    lines: tuple[Line, ...]
    next_change: date | None


def _line(name: str, on: date, until: date | None = None) -> Iterator[Line]:
    """A line by the table in force on its day; none before the table."""
    dated = POINTS[name]
    text = dated.on(on)
    if text is None:
        return
    value = text.value
    expires = until if value.lapse is None else after(on, value.lapse)
    yield Line(on, name, value.change, expires, text.cite, dated.label, value.dimension, value.grounds)


def _of_event(event: Event) -> Iterator[Line]:
    if event.what in DIRECT:
        yield from _line(event.what, event.on)
    elif event.what == "fine":
        yield from _line("fine_50000" if large(event) else "fine", event.on)


def _of_duties(facts: Record) -> Iterator[Line]:
    excused = {one.of for one in facts.arisen if one.ground == MISSED and exempt(facts, one)}
    for duty in facts.owed:
        report = duty.what == ANNUAL_REPORT
        if report and str(duty.year) in excused:
            continue
        if duty.missed:
            yield from _line("report_missing" if report else "report_unpublished", after_last(duty.due))
        elif duty.done is not None and duty.days_late:
            yield from _line("report_late" if report else "report_published_late", duty.done)


def _of_reports(facts: Record) -> Iterator[Line]:
    """Conclusions count from the day the report came, the only day a dossier gives for them."""
    for report in facts.dossier.reports:
        bad = report.conclusion not in (None, Conclusion.QUALIFIED)
        if bad and report.received_on is not None:
            yield from _line(f"conclusion_{report.conclusion}", report.received_on)


def _of_grounds(facts: Record) -> Iterator[Line]:
    for one in facts.arisen:
        if one.ground in LASTING and one.until is None and not exempt(facts, one):
            yield from _line(LASTING[one.ground], one.since)
    for register in Register:
        listed = facts.lists[register].listed_since
        if listed is not None:
            yield from _line(f"listed_{register}", listed)


def _of_assessments(facts: Record) -> Iterator[Line]:
    """The latest assessment takes the place of those before it from the day it is valid."""
    assessed = events_of(facts.dossier, "assessed")
    starts = [date.fromisoformat(event.details["valid_from"]) for event in assessed]
    for place, (event, start) in enumerate(zip(assessed, starts, strict=True)):
        ends = date.fromisoformat(event.details["valid_to"])
        until = min([after_last(ends), *(later for later in starts[place + 1 :] if later > start)])
        if start < until and start not in starts[place + 1 :]:
            yield from _line(f"assessed_{event.details['grade']}", start, until)


def after_last(day: date) -> date:
    """The day after a last day of validity."""
    return date.fromordinal(day.toordinal() + 1)


def _all(facts: Record) -> Iterator[Line]:
    for event in facts.dossier.events:
        yield from _of_event(event)
    yield from _of_duties(facts)
    yield from _of_reports(facts)
    yield from _of_grounds(facts)
    yield from _of_assessments(facts)


def _unrepaired(facts: Record, lines: Iterable[Line]) -> list[Line]:
    """Without the lines of grounds that were repaired since (信用修复管理办法 art. 3: evaluated anew)."""
    repaired = events_of(facts.dossier, "repaired")
    return [
        line
        for line in lines
        if not any(line.on <= one.on and concerns(one, ground) for one in repaired for ground in line.grounds)
    ]


def grade(points: int, facts: Record) -> Grade:
    """Grade of the points, no better than the lists allow: C while on the anomaly list, D on the serious."""
    bands, caps = _table(BANDS, facts.day), _table(CAPS, facts.day)
    best = next((grade for grade, fewest in bands.items() if points >= fewest), Grade.D)
    lists = [caps[register] for register in Register if facts.lists[register].listed_since]
    return max([best, *lists])


def _table(dated: Dated[T], day: date) -> T:
    """The house table in force on a day; before the first, the first."""
    return (dated.on(day) or dated.texts[0]).value


def score(facts: Record) -> Credit:
    """Points and grade on the day of a record. `next_change` looks at what is entered already."""
    known = sorted(_unrepaired(facts, _all(facts)), key=lambda line: (line.on, line.what))
    lines = tuple(line for line in known if line.counts(facts.day))
    total = _table(START, facts.day) + sum(line.points for line in lines)
    points = max(_table(FLOOR, facts.day), total)
    turns = [day for line in known for day in (line.on, line.expires) if day is not None and day > facts.day]
    return Credit(points, grade(points, facts), lines, min(turns, default=None))

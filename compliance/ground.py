"""The grounds of both lists (民政部令第60号 arts 11 and 15) as they arise from one organization's record.

Each function takes a dossier as known on a day and the duties owed by then, and gives every time its ground
arose: since when, and until when if it has ended. A fact older than the measures (2018-01-24) is no ground.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from compliance.duty import ANNUAL_REPORT, Duty
from compliance.facts import Dossier, Event, Register
from compliance.law import Cite, Dated
from compliance.law import credit_measures as law
from compliance.law.credit_periods import LETTER_INTERVAL, PARTY_GRACE
from compliance.penalty import large_fines, minor_decisions, repeated
from compliance.record import events_of
from compliance.workday import after

NEXT = timedelta(days=1)


@dataclass(frozen=True)
class Occurrence:
    """One time a ground arose. `of` is the year or the matter; `until` the first day on which it is over."""

    ground: str
    since: date
    until: date | None
    cite: Cite
    of: str = ""

    @property
    def list(self) -> Register:
        """The list that it leads to."""
        return law.GROUNDS[self.ground].texts[0].value.list

    def open(self, day: date) -> bool:
        """It has arisen and is not over on a day."""
        return self.since <= day and (self.until is None or day < self.until)


Owed = Sequence[Duty]


def _arisen(
    dated: Dated[law.Ground], since: date, until: date | None = None, of: str = ""
) -> Iterator[Occurrence]:
    text = dated.on(since)
    if text is not None and (until is None or until > since):
        yield Occurrence(text.value.name, since, until, text.cite, of)


def _first(events: Iterable[Event], since: date) -> date | None:
    return next((event.on for event in events if event.on >= since), None)


def report_missed(dossier: Dossier, owed: Owed) -> Iterator[Occurrence]:
    """From the day after the due day until the report is received, each year for itself.

    Assumption: a report that came late, but before anyone decided, is no longer a ground to list, since the
    entry would have to be removed at once (art. 14).
    """
    for duty in owed:
        if duty.what == ANNUAL_REPORT and duty.days_late > 0:
            yield from _arisen(law.REPORT_MISSED, duty.due + NEXT, duty.done, str(duty.year))


def party_organization(dossier: Dossier, owed: Owed) -> Iterator[Occurrence]:
    """From the day a party organization is required (the text states no grace: parameter, 0 days) until formed."""
    formed = events_of(dossier, "party_organization_formed")
    for event in events_of(dossier, "party_organization_required"):
        grace = PARTY_GRACE.on(event.on)
        if grace is not None:
            since = after(event.on, grace.value)
            yield from _arisen(law.PARTY_ORGANIZATION, since, _first(formed, event.on))


def rectification_overdue(dossier: Dossier, owed: Owed) -> Iterator[Occurrence]:
    """From the day after the due day of an order until the same matter is verified as done.

    Assumption: a new order on the same matter before the due day extends it; after it, it is a second order.
    """
    orders = events_of(dossier, "rectification_ordered")
    done = events_of(dossier, "rectification_completed")
    for event in orders:
        matter = event.details.get("matter", "")
        due = date.fromisoformat(event.details["due"])
        same = [other for other in orders if other.details.get("matter", "") == matter]
        if any(event.on < other.on <= due for other in same):
            continue
        completed = _first((one for one in done if one.details.get("matter", "") == matter), event.on)
        yield from _arisen(law.RECTIFICATION_OVERDUE, due + NEXT, completed, matter)


def fundraising_condition(dossier: Dossier, owed: Owed) -> Iterator[Occurrence]:
    """From the day a condition of the fundraising qualification is lost until it is restored.

    Only a holder can lose a condition: an entry before the qualification began is none; where the day of
    the qualification is not given, the entry itself shows that it was held.
    """
    held = dossier.organization.fundraising_since
    restored = events_of(dossier, "fundraising_condition_restored")
    for event in events_of(dossier, "fundraising_condition_lost"):
        if held is None or held <= event.on:
            yield from _arisen(law.FUNDRAISING_CONDITION, event.on, _first(restored, event.on))


def warned_or_fined(dossier: Dossier, owed: Owed) -> Iterator[Occurrence]:
    """From each decision that warns, or fines less than 50,000 yuan; it does not end by itself."""
    for day in minor_decisions(dossier):
        yield from _arisen(law.WARNED_OR_FINED, day)


def unreachable(dossier: Dossier, owed: Owed) -> Iterator[Occurrence]:
    """From the second of two special letters sent back, 15 to 30 days apart (both included; unconfirmed:
    the draft said 20 to 60) with none received since the first, until a letter is received.
    """
    received = [event.on for event in events_of(dossier, "letter_received")]
    returned = [event.on for event in events_of(dossier, "letter_returned")]
    over: date | None = date.min
    for second in returned:
        if over is not None and second >= over and _pair(returned, received, second):
            over = next((day for day in received if day > second), None)
            yield from _arisen(law.UNREACHABLE, second, over)


def _pair(returned: Sequence[date], received: Sequence[date], second: date) -> bool:
    text = LETTER_INTERVAL.on(second)
    if text is None:
        return False
    return any(
        text.value.fewest <= (second - first).days <= text.value.most
        and not any(first <= day <= second for day in received)
        for first in returned
    )


def two_penalties(dossier: Dossier, owed: Owed) -> Iterator[Occurrence]:
    """From the decision that is the second within three years (the anniversary included) that warns, or fines
    less than 50,000 yuan. One decision that both warns and fines counts once.
    """
    for day in repeated(minor_decisions(dossier)):
        yield from _arisen(law.TWO_PENALTIES, day)


def fined_50000(dossier: Dossier, owed: Owed) -> Iterator[Occurrence]:
    """From each decision that fines 50,000 yuan or more. Confiscation is no fine."""
    for day in large_fines(dossier):
        yield from _arisen(law.FINED_50000, day)


def enforcement_debtor(dossier: Dossier, owed: Owed) -> Iterator[Occurrence]:
    """From the day a court names it until the court clears it."""
    cleared = events_of(dossier, "enforcement_debtor_cleared")
    for event in events_of(dossier, "enforcement_debtor"):
        yield from _arisen(law.ENFORCEMENT_DEBTOR, event.on, _first(cleared, event.on))


def _each(dated: Dated[law.Ground], *names: str) -> Callable[[Dossier, Owed], Iterator[Occurrence]]:
    def arise(dossier: Dossier, owed: Owed) -> Iterator[Occurrence]:
        for event in events_of(dossier, *names):
            yield from _arisen(dated, event.on)

    return arise


ARISING: Mapping[str, Callable[[Dossier, Owed], Iterator[Occurrence]]] = {
    "anomaly.report_missed": report_missed,
    "anomaly.party_organization": party_organization,
    "anomaly.rectification_overdue": rectification_overdue,
    "anomaly.fundraising_condition": fundraising_condition,
    "anomaly.warned_or_fined": warned_or_fined,
    "anomaly.unreachable": unreachable,
    "serious.change_annulled": _each(law.CHANGE_ANNULLED, "change_annulled"),
    "serious.suspended": _each(law.SUSPENDED, "suspension"),
    "serious.fined_50000": fined_50000,
    "serious.two_penalties_in_three_years": two_penalties,
    "serious.enforcement_debtor": enforcement_debtor,
    "serious.revoked": _each(law.REVOKED, "certificate_revoked", "establishment_annulled"),
}
"""How each ground arises from a record; two years on the anomaly list follows from the list itself."""


def occurrences(dossier: Dossier, owed: Owed) -> list[Occurrence]:
    """Every time a ground arose in a dossier as known on a day."""
    if not dossier.events:
        return list(report_missed(dossier, owed))
    return [occurrence for arise in ARISING.values() for occurrence in arise(dossier, owed)]

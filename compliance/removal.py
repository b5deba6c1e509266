"""When an organization may leave a list (民政部令第60号 arts 14 and 17), and what is still to be done first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from compliance.facts import Register, Said
from compliance.law.credit_measures import GROUNDS, REVOKED
from compliance.law.credit_periods import NO_DUTY_STAY, SERIOUS_STAY
from compliance.listing import MISSED, TWO_YEARS, Record, Standing, clock, concerns, exempt, standing_open
from compliance.record import events_of
from compliance.workday import after

REVOCATION = REVOKED.texts[0].value.name


class Missing(NamedTuple):
    """A condition not met: its code ("annual_report:2023") and what it says."""

    code: str
    said: Said


@dataclass(frozen=True)
class Removal:
    """`earliest` by the time the list asks for, where one can be told; `missing` what must be done besides."""

    list: Register
    earliest: date | None
    missing: tuple[Missing, ...]

    def possible(self, day: date) -> bool:
        """The organization may be removed on a day: nothing is missing and the stay is over."""
        return not self.missing and self.earliest is not None and self.earliest <= day


TODO = {
    "anomaly.report_missed": (
        "annual_report",
        Said("报送{of}年度工作报告", "File the annual report on {of}"),
    ),
    "anomaly.party_organization": ("party_organization", Said("设立党组织", "Form the party organization")),
    "anomaly.rectification_overdue": (
        "rectification",
        Said("完成整改：{of}", "Complete the rectification: {of}"),
    ),
    "anomaly.fundraising_condition": (
        "fundraising_condition",
        Said("恢复公开募捐资格条件", "Meet the conditions of the fundraising qualification again"),
    ),
    "anomaly.unreachable": (
        "contact",
        Said("恢复通过登记住所的联系", "Be reachable at the registered domicile again"),
    ),
    "serious.enforcement_debtor": (
        "enforcement_debtor",
        Said("移出失信被执行人名单", "Be cleared from the court's list of dishonest debtors"),
    ),
    "serious.revoked": ("deregistration", Said("完成注销登记", "Complete the deregistration")),
}
"""What ends each ground that leaves a duty: code and words, `of` the year or the matter."""

CLOSING = {
    "anomaly.party_organization": "party_organization_formed",
    "anomaly.rectification_overdue": "rectification_completed",
    "anomaly.fundraising_condition": "fundraising_condition_restored",
    "anomaly.unreachable": "letter_received",
    "serious.enforcement_debtor": "enforcement_debtor_cleared",
}
"""The event that shows the duty of a ground as done."""


def missing_for(ground: str, of: str = "") -> Missing:
    """What a ground still asks for, in words."""
    code, said = TODO[ground]
    words = Said(said.zh.format(of=of).rstrip("："), said.en.format(of=of).rstrip(": "))
    return Missing(f"{code}:{of}" if of else code, words)


def done_on(facts: Record, ground: str, listed: date) -> date | None:
    """The day on which the duty of a listed ground was shown as done; None while it is not.

    For missing reports: the day the last of them came, or the listing itself where none was found missing.
    """
    left = max((day for day in _left(facts, ground) if day <= listed), default=date.min)
    ended = [one.until for one in facts.arisen if one.ground == ground and one.until is not None]
    given = events_of(facts.dossier, "not_responsible")
    proofs = [event.on for event in given if event.details.get("ground") == ground and event.on > left]
    closed = [event.on for event in events_of(facts.dossier, CLOSING.get(ground, "")) if event.on >= listed]
    reported = [listed] if ground == MISSED else []
    return max([*(day for day in ended if day > left), *closed, *proofs, *reported], default=None)


def _left(facts: Record, ground: str) -> list[date]:
    """The days on which a listing for this ground ended before."""
    ended = events_of(facts.dossier, "removed", "repaired")
    return [event.on for event in ended if concerns(event, ground)]


def _undone(facts: Record, entries: dict[str, date], register: Register) -> Iterator[Missing]:
    """Every duty of a list that is open on the day, and of its entries those never shown as done."""
    opened = [one for one in standing_open(facts) if one.list is register and one.ground in TODO]
    for one in opened:
        yield missing_for(one.ground, one.of)
    shown = {one.ground for one in opened}
    for ground, listed in entries.items():
        if ground in TODO and ground not in shown and done_on(facts, ground, listed) is None:
            yield missing_for(ground)


def from_anomaly(facts: Record) -> Removal | None:
    """Removal from the anomaly list: all duties done (every missing report, not one of several), and where a
    ground leaves no duty, six months on the list since the clock last started. None if not listed.
    """
    here, start, stay = facts.lists[Register.ANOMALY], clock(facts), NO_DUTY_STAY.on(facts.day)
    if start is None or stay is None:
        return None
    days = [date.min]
    for ground, listed in here.entries.items():
        if GROUNDS[ground].texts[0].value.duty:
            days.append(max(listed, done_on(facts, ground, listed) or listed))
        else:
            days.append(after(start, stay.value))
    return Removal(Register.ANOMALY, max(days), tuple(_undone(facts, here.entries, Register.ANOMALY)))


def serious_clock(facts: Record, here: Standing) -> date | None:
    """The day from which two years without a new ground of either list count (arts 16 and 17)."""
    if here.listed_since is None:
        return None
    listed = (event.on for event in events_of(facts.dossier, "listed"))
    arisen = (one.since for one in facts.arisen if one.since <= facts.day and not exempt(facts, one))
    return max([here.listed_since, *listed, *arisen])


def from_serious(facts: Record) -> Removal | None:
    """Removal from the serious list: two full years without any new ground of either list; listed for two
    years on the anomaly list, its duties done besides; revoked, once deregistered. None if not listed.
    """
    here, stay = facts.lists[Register.SERIOUS], SERIOUS_STAY.on(facts.day)
    start = serious_clock(facts, here)
    if start is None or stay is None:
        return None
    missing = list(_undone(facts, here.entries, Register.SERIOUS))
    if TWO_YEARS in here.entries:
        missing += _undone(facts, here.carried, Register.ANOMALY)
    earliest = None if REVOCATION in here.entries else after(start, stay.value)
    return Removal(Register.SERIOUS, earliest, tuple(missing))


def removals(facts: Record) -> list[Removal]:
    """What removal asks for, for each list on which the organization stands."""
    return [removal for removal in (from_anomaly(facts), from_serious(facts)) if removal is not None]

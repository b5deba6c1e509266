"""Credit repair: the later of both rules, the end of display, and what is missing."""

import pytest

from compliance.facts import Event
from compliance.judge import judge
from compliance.repair import Repair
from tests.compliance.sample import REPORTED, YearReports, day, dossier, event, in_time, listed, report

MISSED, WARNED, SUSPENDED = "anomaly.report_missed", "anomaly.warned_or_fined", "serious.suspended"


def repair(on: str, *events: Event, reports: YearReports = REPORTED) -> Repair:
    (found,) = judge(dossier(*events, reports=reports), day(on)).repair
    return found


@pytest.mark.parametrize(
    ("events", "on", "earliest", "until"),
    [
        ((listed("2025-10-01", WARNED),), "2026-03-31", "2026-04-01", None),  # before the measures of 2026
        ((listed("2025-10-01", WARNED),), "2026-04-01", "2026-04-01", "2026-10-01"),  # six months beat three
        ((listed("2026-04-30", WARNED),), "2026-05-10", "2026-10-30", "2027-04-30"),
        ((listed("2024-05-10", SUSPENDED),), "2026-03-31", "2026-05-10", None),
        ((listed("2024-05-10", SUSPENDED),), "2026-04-01", "2026-05-10", "2027-05-10"),  # two years beat one
    ],
)
def test_the_later_of_the_list_and_the_shortest_display_counts(
    events: tuple[Event, ...], on: str, earliest: str, until: str | None
) -> None:
    found = repair(on, *events)
    assert (found.earliest, found.display_until) == (day(earliest), day(until) if until else None)


def test_a_duty_done_at_once_still_waits_for_the_shortest_display() -> None:
    reports = (*in_time(2019, 2024), report(2025, "2026-07-20"))
    found = repair("2026-07-20", listed("2026-07-01", MISSED), reports=reports)
    assert found.earliest == day("2026-10-01")
    assert found.removal.possible(day("2026-07-20"))


@pytest.mark.parametrize(("on", "until"), [("2026-07-01", "2026-07-01"), ("2026-07-02", None)])
def test_display_does_not_stop_by_itself_while_the_breach_is_not_corrected(
    on: str, until: str | None
) -> None:
    reports = (*in_time(2019, 2023), report(2024, None))
    found = repair(on, listed("2025-07-01", MISSED), reports=reports)
    assert found.display_until == (day(until) if until else None)


def test_display_that_is_over_stays_over_once_corrected() -> None:
    assert repair("2026-12-01", listed("2025-07-01", MISSED)).display_until == day("2026-07-01")


@pytest.mark.parametrize(
    ("signed", "on", "missing"),
    [
        (None, "2026-03-31", []),
        (None, "2026-04-01", ["credit_commitment"]),
        ("2025-06-30", "2026-04-01", ["credit_commitment"]),  # before the listing
        ("2025-07-01", "2026-04-01", []),
        ("2026-04-02", "2026-04-01", ["credit_commitment"]),  # not yet made
    ],
)
def test_repair_asks_for_a_public_promise_since_the_measures(
    signed: str | None, on: str, missing: list[str]
) -> None:
    events = (listed("2025-07-01", WARNED), *((event(signed, "commitment_signed"),) if signed else ()))
    assert [one.code for one in repair(on, *events).missing] == missing

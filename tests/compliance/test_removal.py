"""When a listing may end: duties all done, six months, two years, deregistration."""

import pytest

from compliance.facts import Event, Register
from compliance.listing import record
from compliance.removal import Removal, removals
from tests.compliance.sample import REPORTED, YearReports, day, dossier, event, in_time, listed, report

MISSED, WARNED, UNREACHABLE = "anomaly.report_missed", "anomaly.warned_or_fined", "anomaly.unreachable"


def removal(
    on: str, *events: Event, reports: YearReports = REPORTED, list: Register = Register.ANOMALY
) -> Removal:
    found = removals(record(dossier(*events, reports=reports), day(on)))
    return next(one for one in found if one.list is list)


def codes(found: Removal) -> list[str]:
    return [one.code for one in found.missing]


def test_who_is_on_no_list_needs_no_removal() -> None:
    assert removals(record(dossier(event("2025-01-01", "warning")), day("2025-02-01"))) == []


@pytest.mark.parametrize(
    ("on", "missing", "possible"),
    [
        ("2025-01-09", ["annual_report:2022", "annual_report:2023"], False),
        ("2025-01-10", ["annual_report:2023"], False),  # one of two is not enough
        ("2025-02-19", ["annual_report:2023"], False),
        ("2025-02-20", [], True),
    ],
)
def test_every_missing_report_must_come_not_one_of_several(
    on: str, missing: list[str], possible: bool
) -> None:
    reports = (*in_time(2019, 2021), report(2022, "2025-01-10"), report(2023, "2025-02-20"))
    found = removal(on, listed("2023-07-01", MISSED), reports=reports)
    assert (codes(found), found.possible(day(on))) == (missing, possible)


@pytest.mark.parametrize(
    ("on", "possible"), [("2025-02-27", False), ("2025-02-28", True), ("2025-03-01", True)]
)
def test_where_no_duty_is_left_six_months_must_pass(on: str, possible: bool) -> None:
    found = removal(on, event("2024-08-01", "warning"), listed("2024-08-31", WARNED))
    assert (found.earliest, found.missing, found.possible(day(on))) == (day("2025-02-28"), (), possible)


def test_a_new_warning_starts_the_six_months_again() -> None:
    events = (event("2024-08-01", "warning"), listed("2024-08-31", WARNED), event("2024-12-01", "warning"))
    assert removal("2025-03-01", *events).earliest == day("2025-06-01")


def test_both_a_warning_and_a_missing_report_ask_for_both() -> None:
    reports = (*in_time(2019, 2022), report(2023, "2025-03-20"))
    events = (event("2024-06-10", "warning"), listed("2024-07-01", MISSED), listed("2024-07-01", WARNED))
    assert codes(removal("2025-03-19", *events, reports=reports)) == ["annual_report:2023"]
    assert removal("2025-03-20", *events, reports=reports).earliest == day("2025-03-20")


@pytest.mark.parametrize(
    ("ground", "opening", "closing", "code"),
    [
        (
            "anomaly.party_organization",
            "party_organization_required",
            "party_organization_formed",
            "party_organization",
        ),
        (
            "anomaly.fundraising_condition",
            "fundraising_condition_lost",
            "fundraising_condition_restored",
            "fundraising_condition",
        ),
    ],
)
def test_a_state_must_end(ground: str, opening: str, closing: str, code: str) -> None:
    events = (event("2025-01-10", opening), listed("2025-02-01", ground), event("2025-05-01", closing))
    assert codes(removal("2025-04-30", *events)) == [code]
    assert removal("2025-05-01", *events).possible(day("2025-05-01"))


def test_a_rectification_must_be_verified_for_its_own_matter() -> None:
    events = (
        event("2025-01-10", "rectification_ordered", due="2025-02-10", matter="消防"),
        listed("2025-03-01", "anomaly.rectification_overdue"),
        event("2025-04-01", "rectification_completed", matter="消防"),
    )
    assert codes(removal("2025-03-31", *events)) == ["rectification:消防"]
    assert removal("2025-04-01", *events).possible(day("2025-04-01"))


def test_a_listing_whose_facts_are_not_in_the_record_waits_for_the_fact_that_ends_it() -> None:
    assert codes(removal("2025-12-01", listed("2025-01-10", UNREACHABLE))) == ["contact"]
    reached = (listed("2025-01-10", UNREACHABLE), event("2025-06-01", "letter_received"))
    assert removal("2025-06-01", *reached).possible(day("2025-06-01"))


def test_what_ended_an_earlier_listing_does_not_end_a_later_one() -> None:
    events = (
        event("2023-01-10", "letter_returned"),
        event("2023-02-01", "letter_returned"),
        listed("2023-03-01", UNREACHABLE),
        event("2023-06-01", "letter_received"),
        event("2023-06-05", "removed", list="anomaly", ground=UNREACHABLE),
        listed("2025-01-10", UNREACHABLE),
    )
    assert codes(removal("2025-12-01", *events)) == ["contact"]


def test_a_proof_of_no_responsibility_counts_as_the_duty_done() -> None:
    events = (listed("2025-01-10", UNREACHABLE), event("2025-02-01", "not_responsible", ground=UNREACHABLE))
    assert removal("2025-02-01", *events).possible(day("2025-02-01"))


SUSPENDED = "serious.suspended"


@pytest.mark.parametrize(
    ("events", "earliest"),
    [
        ((listed("2023-05-10", SUSPENDED),), "2025-05-10"),
        ((listed("2024-02-29", SUSPENDED),), "2026-02-28"),
        (
            (listed("2023-05-10", SUSPENDED), event("2024-05-10", "warning")),
            "2026-05-10",
        ),  # a new anomaly ground
        ((listed("2023-05-10", SUSPENDED), listed("2024-01-10", "anomaly.unreachable")), "2026-01-10"),
        ((event("2023-05-01", "warning"), listed("2023-05-10", SUSPENDED)), "2025-05-10"),
    ],
)
def test_the_serious_list_asks_for_two_years_without_a_new_ground(
    events: tuple[Event, ...], earliest: str
) -> None:
    assert removal("2024-12-01", *events, list=Register.SERIOUS).earliest == day(earliest)


def test_listed_for_two_years_on_the_anomaly_list_the_duties_remain() -> None:
    events = (listed("2021-07-01", MISSED), listed("2023-07-10", "serious.two_years_on_anomaly"))
    reports = (*in_time(2019, 2019), report(2020, "2025-08-01"), *in_time(2021, 2024))
    assert codes(removal("2025-07-31", *events, reports=reports, list=Register.SERIOUS)) == [
        "annual_report:2020"
    ]
    assert removal("2025-08-01", *events, reports=reports, list=Register.SERIOUS).possible(day("2025-08-01"))


def test_a_debtor_must_be_cleared_besides() -> None:
    events = (event("2022-01-01", "enforcement_debtor"), listed("2022-02-01", "serious.enforcement_debtor"))
    assert codes(removal("2025-01-01", *events, list=Register.SERIOUS)) == ["enforcement_debtor"]
    cleared = (*events, event("2024-12-01", "enforcement_debtor_cleared"))
    assert removal("2025-01-01", *cleared, list=Register.SERIOUS).possible(day("2025-01-01"))


def test_a_revoked_organization_leaves_only_by_deregistration() -> None:
    events = (event("2020-01-01", "certificate_revoked"), listed("2020-01-10", "serious.revoked"))
    found = removal("2025-01-01", *events, list=Register.SERIOUS)
    assert (found.earliest, codes(found)) == (None, ["deregistration"])

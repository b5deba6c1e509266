"""Points and grades by the house table."""

from datetime import date, timedelta

import pytest
from hypothesis import given

from compliance.credit import Credit
from compliance.facts import Event, Grade
from compliance.judge import judge
from compliance.law.points_table import POINTS
from tests.compliance.sample import (
    REPORTED,
    YearReports,
    day,
    dossier,
    event,
    in_time,
    listed,
    organization,
    report,
)
from tests.compliance.test_listing import DAY, EVENTS


def credit(on: str, *events: Event, reports: YearReports = REPORTED) -> Credit:
    return judge(dossier(*events, reports=reports), day(on)).credit


def test_an_organization_with_a_clean_record_has_the_starting_points() -> None:
    found = credit("2026-01-15")
    assert (found.points, found.grade, found.lines, found.next_change) == (100, Grade.A, (), None)


@pytest.mark.parametrize(
    ("what", "details", "points"),
    [
        ("warning", {}, -12),
        ("public_criticism", {}, -10),
        ("fine", {"amount": "49999.99"}, -15),
        ("fine", {"amount": "50000.00"}, -35),
        ("confiscation", {}, -15),
        ("suspension", {}, -40),
        ("certificate_revoked", {}, -60),
        ("change_annulled", {}, -30),
        ("enforcement_debtor", {}, -30),
        ("party_organization_required", {}, -10),
        ("party_organization_formed", {}, 2),
        ("commitment_signed", {}, 2),
        ("interviewed", {}, -2),
        ("complaint_upheld", {}, -4),
        ("award", {}, 3),
        ("letter_returned", {}, 0),
    ],
)
def test_each_event_moves_the_points_by_its_line(what: str, details: dict[str, str], points: int) -> None:
    assert credit("2025-06-02", event("2025-06-01", what, **details)).points == 100 + points


@pytest.mark.parametrize(
    ("on", "last", "after"),
    [
        ("2025-03-31", "2026-03-30", "2026-03-31"),
        ("2026-03-31", "2027-03-30", "2027-03-31"),  # by the table before the national display limits
        ("2026-04-01", "2026-06-30", "2026-07-01"),  # by the table since
        ("2024-02-29", "2025-02-27", "2025-02-28"),
    ],
)
def test_a_warning_lapses_by_the_table_of_its_day(on: str, last: str, after: str) -> None:
    reports = in_time(2019, 2027)
    warned = event(on, "warning")
    assert credit(last, warned, reports=reports).points == 88
    assert credit(last, warned, reports=reports).next_change == day(after)
    assert credit(after, warned, reports=reports).points == 100


def test_a_missing_report_costs_until_it_comes_and_less_for_a_year_after() -> None:
    reports = (*in_time(2019, 2023), report(2024, "2025-09-01"))
    points = [
        credit(on, reports=reports).points for on in ("2025-05-31", "2025-06-01", "2025-09-01", "2026-09-01")
    ]
    assert points == [100, 85, 97, 85]  # the report on 2025 is missing by then


def test_nobody_pays_for_a_report_it_is_not_responsible_for() -> None:
    reports = (*in_time(2019, 2023), report(2024, None))
    proof = event("2025-06-10", "not_responsible", ground="anomaly.report_missed")
    assert credit("2025-07-01", proof, reports=reports).points == 100


@pytest.mark.parametrize(
    ("conclusion", "points"), [("qualified", 100), ("basically_qualified", 95), ("unqualified", 80)]
)
def test_a_conclusion_counts_from_the_day_of_the_report(conclusion: str, points: int) -> None:
    reports = (*in_time(2019, 2023), report(2024, "2025-03-15", conclusion=conclusion))
    assert credit("2025-06-01", reports=reports).points == points


@pytest.mark.parametrize(
    ("on", "points"),
    [("2025-12-31", 100), ("2026-01-01", 108), ("2030-12-31", 108), ("2031-01-01", 100)],
)
def test_an_assessment_counts_while_it_is_valid(on: str, points: int) -> None:
    grade = event("2025-11-01", "assessed", grade="4A", valid_from="2026-01-01", valid_to="2030-12-31")
    assert credit(on, grade, reports=in_time(2019, 2031)).points == points


def test_a_new_assessment_takes_the_place_of_the_one_before() -> None:
    old = event("2023-11-01", "assessed", grade="5A", valid_from="2024-01-01", valid_to="2028-12-31")
    new = event("2025-03-01", "assessed", grade="2A", valid_from="2026-01-01", valid_to="2030-12-31")
    assert [credit(on, old, new).points for on in ("2025-12-31", "2026-01-01")] == [110, 102]


@pytest.mark.parametrize(
    ("fines", "points", "grade"),
    [
        (0, 100, Grade.A),
        (1, 90, Grade.A),
        (2, 80, Grade.B),
        (3, 70, Grade.C),
        (4, 60, Grade.C),
        (5, 50, Grade.D),
        (12, 0, Grade.D),
    ],
)
def test_grades_begin_at_90_75_and_60_points(fines: int, points: int, grade: Grade) -> None:
    found = credit(
        "2025-06-30", *(event(f"2025-05-{place + 1:02}", "public_criticism") for place in range(fines))
    )
    assert (found.points, found.grade) == (points, grade)


@pytest.mark.parametrize(
    ("entry", "grade"), [("anomaly.warned_or_fined", Grade.C), ("serious.suspended", Grade.D)]
)
def test_the_lists_cap_the_grade(entry: str, grade: Grade) -> None:
    assert credit("2025-06-01", listed("2025-06-01", entry)).grade == grade
    assert credit("2025-05-31", listed("2025-06-01", entry)).grade == Grade.A


def test_the_anomaly_list_does_not_lift_a_worse_grade() -> None:
    bad = [event(f"2025-05-{place + 1:02}", "suspension") for place in range(2)]
    assert credit("2025-06-01", *bad, listed("2025-06-01", "anomaly.unreachable")).grade == Grade.D


@pytest.mark.parametrize(
    ("ground", "points"),
    [
        ("anomaly.warned_or_fined", 100),
        ("serious.two_penalties_in_three_years", 100),
        ("anomaly.unreachable", 88),
    ],
)
def test_what_is_repaired_leaves_the_score(ground: str, points: int) -> None:
    repaired = event("2025-09-01", "repaired", list=ground.partition(".")[0], ground=ground)
    assert credit("2025-08-31", event("2025-03-01", "warning"), repaired).points == 88
    assert credit("2025-09-01", event("2025-03-01", "warning"), repaired).points == points
    assert credit("2025-10-02", event("2025-10-01", "warning"), repaired).points == 88


def test_a_charity_pays_for_a_report_it_did_not_publish() -> None:
    record = dossier(
        reports=[report(2023, "2024-03-01", "2024-07-01"), report(2024, "2025-03-01")],
        of=organization(charity="2020-01-01"),
    )
    lines = judge(record, day("2025-06-30")).credit.lines
    assert [(line.what, line.points) for line in lines] == [
        ("report_published_late", -2),
        ("report_unpublished", -8),
    ]


def test_every_line_says_in_both_languages_what_it_is_for_and_is_marked_as_the_offices_own() -> None:
    for place, dated in enumerate(POINTS.values(), start=1):
        assert dated.label.zh and dated.label.en
        assert not any(text.confirmed for text in dated.texts)
        assert str(dated.texts[0].cite) == f"《信用积分表》（本登记管理机关公布）附表第（{place}）项"


@given(EVENTS, DAY)
def test_points_are_the_start_plus_the_lines_and_stay_until_the_next_change(
    events: list[Event], on: date
) -> None:
    record = dossier(*events, reports=in_time(2019, 2030))
    found = judge(record, on).credit
    assert found.points == max(0, 100 + sum(line.points for line in found.lines))
    if found.next_change is not None and not any(one.on > on for one in events):
        eve = judge(record, found.next_change - timedelta(days=1)).credit
        assert [line.what for line in eve.lines] == [line.what for line in found.lines]
        assert judge(record, found.next_change).credit.lines != found.lines

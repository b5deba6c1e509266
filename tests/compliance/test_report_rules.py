"""Every rule on the parts of a report beside the sums: broken once, by a report that is otherwise in order."""

from collections.abc import Mapping
from typing import Any

import pytest

from compliance.check import check
from compliance.facts import Fault, Kind, Severity
from compliance.form.answer import Given
from compliance.form.document import read_json, to_json
from compliance.form.example import example
from compliance.inspection import ON_STATEMENTS
from compliance.law import (
    Rule,
    accounting_links,
    accounting_system,
    association_regulations,
    charity_reports,
    foundation_regulations,
    house_checks,
)

F, A = Kind.FOUNDATION, Kind.ASSOCIATION
YUAN = 100
MILLION = 100_000_000
Change = Mapping[str, Given]


def faults(kind: Kind, change: Change, year: int = 2025, prior: Change | None = None) -> list[Fault]:
    charity = change.get("basic.charity.value") is not False
    values = {**example(kind, year, charity), **change}
    before = None if prior is None else {**example(kind, year - 1), **prior}
    return list(check(read_json(to_json(kind, year, values)), before, "").faults)


ALONE: list[tuple[str, Kind, Change]] = [
    ("governance.board_size", F, {"governance.board_size.value": 4}),
    ("governance.board_size", F, {"governance.board_size.value": 26}),
    ("governance.board_meetings", F, {"governance.board_meetings.value": 1}),
    ("governance.supervisors", F, {"governance.supervisors.value": 0}),
    ("governance.board_paid", F, {"governance.board_paid.value": 4}),
    ("governance.supervisors_paid", F, {"governance.supervisors_paid.value": True}),
    (
        "governance.members",
        A,
        {"governance.unit_members.value": 29, "governance.individual_members.value": 20},
    ),
    ("charity.projects", F, {"charity.project_1.spending": 9 * MILLION}),
    ("charity.donations", F, {"charity.donations_cash.value": 9_400_000 * YUAN}),
    ("fundraising.campaigns", F, {"fundraising.raised.value": 4_800_001 * YUAN}),
    ("fundraising.online", F, {"fundraising.raised_online.value": 4_800_001 * YUAN}),
    ("fundraising.cost", F, {"fundraising.cost.value": 1}),
    ("accounting.related_total", F, {"related_parties.total.value": 0}),
    ("accounting.management_cost", F, {"charity.management_cost.value": 1}),
    ("accounting.last_year_net_assets", F, {"charity.last_year_net_assets.value": 14_000_000 * YUAN}),
]
BESIDE: list[tuple[str, Kind, Change]] = [
    ("audit.missing", F, {"basic.audited.value": False}),
    ("fundraising.income", F, {"fundraising.raised.value": 9_600_001 * YUAN}),
    ("unusual.fundraising_cost", F, {"charity.fundraising_cost.value": 0, "fundraising.cost.value": 0}),
    ("accounting.related_denied", F, {"related_parties.exist.value": False}),
    ("accounting.charitable_spending", F, {"charity.charitable_spending.value": 90 * MILLION}),
    ("accounting.fundraising_cost", F, {"charity.fundraising_cost.value": MILLION}),
    ("accounting.cash", F, {"cash_flow.net_increase.this_year": 1}),
    ("accounting.cash_donations", F, {"cash_flow.donations_received.this_year": 90 * MILLION}),
    ("accounting.entrusted", F, {"balance.entrusted_liabilities.closing": 1}),
    ("accounting.depreciation_falls", F, {"balance.accumulated_depreciation.closing": 1}),
    ("accounting.unit", F, {"balance.total_assets.closing": 1}),
    ("accounting.movement.net_assets", F, {"activity.change_in_net_assets.total": 1}),
    ("accounting.movement.unrestricted_net_assets", F, {"activity.change_in_net_assets.unrestricted": 1}),
    ("accounting.movement.restricted_net_assets", F, {"activity.change_in_net_assets.restricted": 1}),
    ("unusual.total_income", F, {"activity.total_income.total": 20 * MILLION}),
    ("unusual.total_expense", F, {"activity.total_expense.total": 4_800_000 * YUAN}),
    ("unusual.total_assets", F, {"balance.total_assets.closing": 90 * MILLION}),
]


@pytest.mark.parametrize(("rule", "kind", "change"), ALONE)
def test_a_rule_is_broken_alone(rule: str, kind: Kind, change: Change) -> None:
    assert [fault.rule for fault in faults(kind, change, prior={})] == [rule]


@pytest.mark.parametrize(("rule", "kind", "change"), BESIDE)
def test_a_rule_is_broken_with_others_that_the_same_figure_breaks(
    rule: str, kind: Kind, change: Change
) -> None:
    assert rule in [fault.rule for fault in faults(kind, change, prior={})]


def test_no_rule_is_left_unbroken_here() -> None:
    rules: tuple[Rule[Any], ...] = (
        *accounting_links.BETWEEN,
        *charity_reports.RULES,
        *foundation_regulations.GOVERNANCE,
        *association_regulations.RULES,
        *house_checks.RULES,
    )
    assert set(rules) <= set(ON_STATEMENTS)
    assert {rule.name for rule in rules} == {name for name, _, _ in ALONE + BESIDE} | {"audit.missing"}


@pytest.mark.parametrize("year", [2025, 2026])
def test_every_opening_figure_is_compared_with_last_year_alone(year: int) -> None:
    silent = []
    for rule in accounting_links.RULES[len(accounting_links.BETWEEN) :]:
        now = example(F, year).get(rule.at)
        if isinstance(now, int):
            part, row, column = rule.at.split(".")
            before = {"opening": "closing", "last_year": "this_year"}[column]
            found = {f.rule for f in faults(F, {}, year, {f"{part}.{row}.{before}": now + YUAN})}
            if found - {f"accounting.opening.{row}"} or not found:
                silent.append((rule.name, found))
    assert silent == []


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("governance.board_size.value", 5),
        ("governance.board_size.value", 25),
        ("governance.board_meetings.value", 2),
        ("governance.supervisors.value", 1),
        ("governance.board_paid.value", 3),
    ],
)
def test_a_governance_limit_that_is_just_met_is_met(line: str, value: int) -> None:
    assert faults(F, {line: value}) == []


@pytest.mark.parametrize(
    ("units", "individuals", "broken"),
    [(30, 0, False), (29, 21, False), (29, 20, True), (0, 50, False), (0, 49, True)],
)
def test_members_may_be_units_or_individuals_or_both(units: int, individuals: int, broken: bool) -> None:
    change: Change = {
        "governance.unit_members.value": units,
        "governance.individual_members.value": individuals,
    }
    assert [fault.rule for fault in faults(A, change)] == (["governance.members"] if broken else [])


def test_a_count_is_told_as_a_count_and_not_as_money() -> None:
    (fault,) = faults(F, {"governance.board_meetings.value": 1})
    assert fault.found == "1"
    assert "填的是 1。" in fault.message.zh
    assert "entered: 1." in fault.message.en


def test_an_unusual_movement_is_told_with_both_years() -> None:
    found = {f.rule: f for f in faults(F, {"activity.total_income.total": 20 * MILLION}, prior={})}
    fault = found["unusual.total_income"]
    assert fault.severity is Severity.EXPLAIN
    assert "填的是 20000000.00 元，上年为 10200000.00 元，差 9800000.00 元" in fault.message.zh


def test_every_rule_says_itself_and_its_law_in_both_languages() -> None:
    for rule in ON_STATEMENTS:
        assert rule.says.zh and rule.says.en and rule.against.zh and rule.against.en
        assert all(text.cite.said.zh and text.cite.said.en for text in rule.provision.texts)


def test_sums_and_links_are_the_first_of_the_rules_on_lines() -> None:
    both = (*accounting_system.RULES, *accounting_links.RULES)
    assert ON_STATEMENTS[: len(both)] == both

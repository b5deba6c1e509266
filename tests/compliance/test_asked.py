"""Every line knows the rules that rest on it."""

import pytest

from compliance.asked import rules_of
from compliance.facts import Kind
from compliance.form.book import by_id


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("balance.total_assets.closing", "accounting.total_assets.closing"),
        ("balance.cash.closing", "accounting.current_assets.closing"),
        ("charity.charitable_spending.value", "spending.charitable_minimum"),
        ("activity.management_cost.total", "spending.management_cap"),
        ("balance.net_assets.closing", "fund.below_original"),
    ],
)
def test_a_line_knows_its_rules(line: str, rule: str) -> None:
    assert rule in rules_of(2025)[line]


def test_most_lines_of_the_statements_are_looked_at() -> None:
    known = rules_of(2025)
    parts = ("balance", "activity", "cash_flow")
    ids = [line.id for line in by_id(Kind.FOUNDATION, 2025).values() if line.part in parts and line.required]
    assert [line for line in ids if line not in known] == []

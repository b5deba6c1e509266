"""The rules on spending and management cost follow the table, its edges and its small cost, of the year."""

from dataclasses import replace
from datetime import date

import pytest
from polars import DataFrame

from compliance.facts import FIGURES, Kind, Said
from compliance.inspection import asked, kind_of
from compliance.law import Act, Dated, Rule, Share, Version
from compliance.law.spending_rules import RULES
from compliance.law.spending_standard import FOUNDATION_BANDS, SMALL_COST, Band

ACT = Act("test", Said("办法", "Measures"), "")
FOUNDATION = {"code": "1", "kind": str(Kind.FOUNDATION), "charity": True, "fundraising": False}
SCHEMA = {name: kind_of(name) for name in (*FOUNDATION, *FIGURES)}


def rule_of(name: str, *versions: Version[Band]) -> Rule[Band]:
    found = next(rule for rule in RULES if rule.name == name and rule.provision is FOUNDATION_BANDS[0])
    return replace(found, provision=Dated(ACT, Said("表", "table"), *versions))


def answer(rule: Rule[Band], year: int, **figures: int) -> bool | None:
    frame = DataFrame([dict.fromkeys(SCHEMA) | FOUNDATION | figures], schema=SCHEMA)
    told: bool | None = asked(frame, year, (rule,)).item()
    return told


@pytest.mark.parametrize(("year", "broken"), [(2020, True), (2021, False)])
def test_the_edges_of_a_band_are_those_of_the_year(year: int, broken: bool) -> None:
    old, new = Band(100, None, None, Share(8), Share(10)), Band(200, None, None, Share(8), Share(10))
    rule = rule_of(
        "spending.charitable_minimum",
        Version(date(2016, 1, 1), "1", old),
        Version(date(2021, 1, 1), "2", new),
    )
    assert answer(rule, year, last_year_net_assets=150, charitable_spending=1) is broken


@pytest.mark.parametrize(("year", "broken"), [(2020, True), (2021, False)])
def test_the_cost_that_is_free_is_that_of_the_year(year: int, broken: bool) -> None:
    band = Band(None, None, None, Share(8), Share(10), free=10)
    rule = rule_of(
        "spending.management_cap",
        Version(date(2016, 1, 1), "1", band),
        Version(date(2021, 1, 1), "2", replace(band, free=20)),
    )
    assert answer(rule, year, last_year_net_assets=1, management_cost=15, total_expense=16) is broken


def test_every_version_of_the_table_holds_the_small_cost_of_its_day() -> None:
    for rule in RULES:
        for text in rule.provision.texts:
            small = SMALL_COST.on(text.since)
            assert small is not None
            assert text.value.free == small.value

"""Reports held against the rules: one report and many get the same answers, in any order."""

from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars import DataFrame

from compliance.facts import FIGURES, Kind
from compliance.inspection import ON_FIGURES, asked, inspect, kind_of

COLUMNS = ("code", "kind", "charity", "fundraising", "original_fund", *FIGURES)
SCHEMA = {name: kind_of(name) for name in COLUMNS}
MONEY = st.none() | st.integers(-(10**10), 10**12)
REPORTS = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from([str(kind) for kind in Kind]),
            "charity": st.booleans(),
            "fundraising": st.booleans(),
            **dict.fromkeys(("original_fund", *FIGURES), MONEY),
        }
    ),
    min_size=1,
    max_size=6,
)
YEARS = st.sampled_from((2015, 2016, 2025, 2026))
Report = dict[str, Any]


def frame(reports: list[Report]) -> DataFrame:
    return DataFrame([{"code": f"{n}", **one} for n, one in enumerate(reports)], schema=SCHEMA)


@given(REPORTS, YEARS)
def test_a_report_alone_is_answered_as_among_many(reports: list[Report], year: int) -> None:
    table = frame(reports)
    alone = pl.concat([asked(table[place], year, ON_FIGURES) for place in range(len(table))])
    assert alone.equals(asked(table, year, ON_FIGURES))


@given(REPORTS, YEARS)
def test_the_order_of_reports_does_not_matter(reports: list[Report], year: int) -> None:
    table = frame(reports)
    order = ["code", "rule", "basis"]
    assert inspect(table, year).sort(order).equals(inspect(table.reverse(), year).sort(order))


@pytest.mark.parametrize(("year", "number"), [(2025, "民发〔2016〕189号"), (2026, "民发〔2026〕12号")])
def test_a_year_is_held_against_the_standard_of_its_last_day(year: int, number: str) -> None:
    report = {"kind": str(Kind.FOUNDATION), "charity": True, "fundraising": True}
    poor = report | {"last_year_income": 1000, "charitable_spending": 699}
    (found,) = inspect(frame([poor]), year).rows(named=True)
    assert found["rule"] == "spending.charitable_minimum"
    assert number in found["basis"]


def test_a_column_that_nobody_gave_is_unknown_and_never_a_finding() -> None:
    bare = DataFrame({"code": ["1"], "kind": ["foundation"], "charity": [True], "fundraising": [True]})
    assert inspect(bare, 2026).is_empty()

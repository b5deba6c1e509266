"""Reports held against the rules: one report and many get the same answers, in any order."""

from random import Random
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars import DataFrame

from compliance.facts import FIGURES, MOST_FEN, Kind
from compliance.inspection import ON_FIGURES, asked, columns, inspect, kind_of, questions

EXTREMES = (MOST_FEN, MOST_FEN - 1, -MOST_FEN, 1, 0)
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


def extremes(year: int) -> DataFrame:
    """Reports full of the largest amounts allowed."""
    chosen, rows = Random(7), 300
    made = {}
    for name, type_ in columns(year).items():
        choices: tuple[Any, ...] = EXTREMES if type_ == pl.Int64() else (True,)
        if type_ not in (pl.Int64(), pl.Boolean()):
            choices = tuple(str(kind) for kind in Kind)
        made[name] = pl.Series(name, [chosen.choice(choices) for _ in range(rows)], dtype=type_)
    return DataFrame(made).with_columns(year=pl.lit(year, pl.Int64))


@pytest.mark.parametrize("year", [2018, 2025, 2026])
def test_no_rule_overflows_with_the_largest_amounts(year: int) -> None:
    reports = extremes(year)
    wider = reports.with_columns(pl.col(pl.Int64).cast(pl.Int128))
    narrow, wide = asked(reports, year), asked(wider, year)
    assert [one.rule.name for one in questions(year) if not narrow[one.key].equals(wide[one.key])] == []

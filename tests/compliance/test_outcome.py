"""Outcomes and the rate of the random arm."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.outcome import Stratum, in_population, outcome, wilson
from tests.compliance.test_risk import report, reports


def test_who_did_not_answer_is_neither_late_nor_faulty() -> None:
    told = reports(
        report("a", 2023, received_on=None, faults=None),
        report("b", 2023, received_on=date(2024, 4, 1)),
        report("c", 2023, conclusion="unqualified"),
    )
    names = ("no_report", "late_filing", "disclosure_faults")
    found = told.select(outcome(name).alias(name) for name in names).rows()
    assert found == [(True, None, None), (False, True, False), (False, False, True)]


def test_the_interval_of_wilson_is_that_of_the_books() -> None:
    rate = wilson(10, 100)
    assert (rate.low, rate.high) == pytest.approx((0.0552, 0.1744), abs=1e-4)
    assert wilson(0, 0).value is None
    assert wilson(0, 20).low == 0 and wilson(20, 20).high == 1


def test_a_rate_in_the_population_weighs_each_stratum_by_its_size() -> None:
    rate = in_population([Stratum(900, 10, 1), Stratum(100, 50, 25), Stratum(70, 0, 0)])
    assert rate.value == pytest.approx(0.9 * 0.1 + 0.1 * 0.5)
    assert (rate.came, rate.of) == (26, 60)
    assert rate.low < 0.14 < rate.high


def test_the_rate_of_a_single_stratum_is_the_plain_one() -> None:
    plain, rate = wilson(3, 40), in_population([Stratum(1000, 40, 3)])
    assert rate.value == plain.value
    assert (rate.low, rate.high) == pytest.approx((plain.low, plain.high))


def test_of_nobody_visited_nothing_is_said() -> None:
    assert in_population([Stratum(10, 0, 0)]).value is None
    none = in_population([Stratum(10, 5, 0)])
    assert none.value == 0 and none.low == 0 and none.high == pytest.approx(wilson(0, 5).high)


@given(
    st.lists(st.tuples(st.integers(1, 500), st.integers(1, 50), st.integers(0, 50)), min_size=1, max_size=8)
)
def test_the_interval_holds_the_rate(parts: list[tuple[int, int, int]]) -> None:
    rate = in_population([Stratum(size, seen, min(came, seen)) for size, seen, came in parts])
    assert (
        rate.value is not None and 0 <= rate.low <= rate.value + 1e-9 and rate.value - 1e-9 <= rate.high <= 1
    )

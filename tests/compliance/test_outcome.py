"""Outcomes and the rate of the random arm."""

from datetime import date

import pytest
from polars import DataFrame

from compliance.outcome import outcome, random_arm, wilson
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


def test_only_the_random_part_of_a_draw_counts_and_silence_is_no_fault() -> None:
    drawn = DataFrame({"code": list("abcdef"), "random": [True, True, True, True, False, True]})
    findings = DataFrame(
        {
            "code": list("abcde"),
            "answered": [True, True, False, True, True],
            "found": [True, False, False, False, True],
        }
    )
    rates = random_arm(drawn, findings)
    assert (rates["found"].came, rates["found"].of) == (1, 3)
    assert (rates["did_not_answer"].came, rates["did_not_answer"].of) == (1, 4)

"""What a check could not tell is said, never passed over."""

import pytest

from compliance.check import check
from compliance.facts import Kind
from compliance.form.document import read_json, to_json
from compliance.form.example import example

KIND = Kind.FOUNDATION
MEAN = "charity.donation_income_mean.value"


def left(year: int, without: str = "") -> list[str]:
    values = {line: value for line, value in example(KIND, year).items() if line != without}
    verdict = check(read_json(to_json(KIND, year, values)), example(KIND, year - 1), "")
    return [said.en for said in verdict.not_checked]


@pytest.mark.parametrize("year", [2025, 2026])
def test_of_a_full_report_nothing_is_left_unchecked(year: int) -> None:
    assert left(year) == []


def test_a_limit_whose_figure_is_blank_is_said_to_be_unchecked() -> None:
    (said,) = left(2026, without=MEAN)
    assert "Fundraising cost" in said


def test_a_limit_that_was_not_yet_law_is_not_missed() -> None:
    assert left(2025, without=MEAN) == []

from datetime import date

import pytest

from compliance.law import Dated
from compliance.law import assessment_measures as law


@pytest.mark.parametrize(
    ("dated", "since", "value"),
    [
        (law.VALID_FROM, "2026-03-01", law.Starts.NEXT_YEAR),
    ],
)
def test_a_value_holds_from_its_day_and_not_the_day_before(
    dated: Dated[object], since: str, value: object
) -> None:
    start = date.fromisoformat(since)
    text, before = dated.on(start), dated.on(date.fromordinal(start.toordinal() - 1))
    assert text is not None
    assert text.value == value
    assert before is None or (before.value, before.cite) != (text.value, text.cite)


@pytest.mark.parametrize(
    ("announced", "first", "last"),
    [
        ("2026-03-01", "2027-01-01", "2031-12-31"),
        ("2026-02-28", "2026-02-28", "2031-02-27"),
        ("2024-02-29", "2024-02-29", "2029-02-28"),
    ],
)
def test_a_grade_is_valid_by_the_measures_of_its_day(announced: str, first: str, last: str) -> None:
    found = law.validity(date.fromisoformat(announced))
    assert found == (date.fromisoformat(first), date.fromisoformat(last))
    assert law.validity(date(2011, 2, 28)) is None

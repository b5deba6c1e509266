from datetime import date

import pytest

from compliance.law import Dated
from compliance.law import fundraising_measures as law
from compliance.workday import Period, Unit


@pytest.mark.parametrize(
    ("dated", "since", "value"),
    [
        (law.YEARS_BEFORE_APPLYING, "2024-09-05", Period(1, Unit.YEARS)),
        (law.EMERGENCY_PLAN, "2024-09-05", Period(10, Unit.DAYS)),
        (law.BAR_AFTER_REVOCATION, "2024-09-05", Period(5, Unit.YEARS)),
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


def test_fundraising_was_open_after_two_years_until_the_law_of_2024() -> None:
    before = law.YEARS_BEFORE_APPLYING.on(date(2024, 9, 4))
    assert before is not None
    assert (before.value, str(before.cite)) == (Period(2, Unit.YEARS), "《中华人民共和国慈善法》第二十二条")

from datetime import date

import pytest

from compliance.facts import Register
from compliance.law import credit_repair_measures as law
from compliance.workday import Period, Unit


@pytest.mark.parametrize(
    ("weight", "shortest", "longest"),
    [(law.Weight.LIGHT, 0, 3), (law.Weight.GENERAL, 3, 12), (law.Weight.SERIOUS, 12, 36)],
)
def test_display_limits_by_class_hold_since_april_2026(
    weight: law.Weight, shortest: int, longest: int
) -> None:
    assert law.DISPLAY[weight].on(date(2026, 3, 31)) is None
    text = law.DISPLAY[weight].on(date(2026, 4, 1))
    assert text is not None
    assert text.value == (Period(shortest, Unit.MONTHS), Period(longest, Unit.MONTHS))


def test_the_class_of_a_listing_is_not_confirmed() -> None:
    (text,) = law.CLASS_OF_LIST.texts
    assert text.value == {Register.ANOMALY: law.Weight.GENERAL, Register.SERIOUS: law.Weight.SERIOUS}
    assert not text.confirmed

from datetime import date

import pytest

from compliance.facts import Kind
from compliance.law import Dated
from compliance.law import inspection_measures as law
from compliance.workday import Period, Unit


@pytest.mark.parametrize(
    ("dated", "since", "value"),
    [
        (law.RECTIFY_AFTER_CONCLUSION, "2005-06-01", Period(3, Unit.MONTHS)),
        (law.STRIKE_OFF_YEARS[Kind.SERVICE_INSTITUTION], "2005-06-01", 2),
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


@pytest.mark.parametrize("dated", [law.RECTIFY_AFTER_CONCLUSION, *law.STRIKE_OFF_YEARS.values()])
def test_what_no_text_confirms_is_marked(dated: Dated[object]) -> None:
    assert not any(text.confirmed for text in dated.texts)

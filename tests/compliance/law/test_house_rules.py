from datetime import date

import pytest

from compliance.law import Dated
from compliance.law import house_rules as law
from compliance.workday import Period, Unit


@pytest.mark.parametrize(
    ("dated", "since", "value"),
    [
        (law.INTERVIEW_NOTICE, "2018-01-24", Period(3, Unit.WORKDAYS)),
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
    "dated",
    [
        law.START,
        law.BANDS,
        law.CAPS,
        law.SAMPLING_FACTOR,
        law.RISK_LEVELS,
        law.TRANSPARENCY_MARKS,
        law.TRANSPARENCY_CUTS,
        law.FIXED_DATES_MOVE,
        law.INTERVIEW_NOTICE,
    ],
    ids=lambda dated: dated.label.en,
)
def test_what_no_text_confirms_is_marked(dated: Dated[object]) -> None:
    assert not any(text.confirmed for text in dated.texts)

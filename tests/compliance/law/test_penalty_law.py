from datetime import date

import pytest

from compliance.law import Dated, Share
from compliance.law import penalty_law as law
from compliance.workday import Period, Unit


@pytest.mark.parametrize(
    ("dated", "since", "value"),
    [
        (law.LIMITATION, "2021-07-15", Period(2, Unit.YEARS)),
        (law.HEARING_REQUEST, "2021-07-15", Period(5, Unit.WORKDAYS)),
        (law.HEARING_NOTICE, "2021-07-15", Period(7, Unit.WORKDAYS)),
        (law.SERVICE, "2021-07-15", Period(7, Unit.WORKDAYS)),
        (law.TAKE_DOWN, "2021-07-15", Period(3, Unit.WORKDAYS)),
        (law.PAYMENT, "2021-07-15", Period(15, Unit.DAYS)),
        (law.DECISION, "2021-10-15", Period(90, Unit.DAYS)),
        (law.DECISION_EXTENSION, "2021-10-15", Period(30, Unit.DAYS)),
        (law.OFFICERS, "2021-07-15", 2),
        (law.SPOT_FINE, "2021-07-15", 300_000),
        (law.LATE_FEE, "2021-07-15", Share(3)),
        (law.RECONSIDER, "2024-01-01", Period(60, Unit.DAYS)),
        (law.RECONSIDER_DECISION, "2024-01-01", Period(60, Unit.DAYS)),
        (law.SUE, "2015-05-01", Period(6, Unit.MONTHS)),
        (law.SUE_AFTER_RECONSIDERATION, "2015-05-01", Period(15, Unit.DAYS)),
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


@pytest.mark.parametrize("dated", [law.STATEMENT], ids=lambda dated: dated.label.en)
def test_what_no_text_confirms_is_marked(dated: Dated[object]) -> None:
    assert not any(text.confirmed for text in dated.texts)

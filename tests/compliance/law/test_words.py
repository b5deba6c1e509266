from fractions import Fraction

import pytest

from compliance.facts import Level, Register
from compliance.law import Share
from compliance.law.amount import Fen
from compliance.law.annual_deadlines import MAY
from compliance.law.credit_measures import Interval
from compliance.law.credit_repair_measures import Weight
from compliance.law.words import in_words
from compliance.workday import Period, Unit


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (True, "适用", "applies"),
        (Fen(5_000_000), "50000.00元", "50000.00 yuan"),
        (Share(70), "70%", "70%"),
        (Share(1, 3), "1/3", "1/3"),
        (Share(2, 10_000), "0.02%", "0.02%"),
        (Fraction(1, 2), "1/2", "1/2"),
        (MAY, "5月31日", "31 May"),
        (Interval(15, 30), "15日至30日", "15 to 30 days"),
        (Period(1, Unit.YEARS), "1年", "1 year"),
        (Period(15, Unit.WORKDAYS), "15个工作日", "15 working days"),
        (Register.SERIOUS, "严重违法失信名单", "Serious-dishonesty list"),
        (Weight.SERIOUS, "严重", "serious"),
        ({Level.CITY: Share(4)}, "市级：4%", "City: 4%"),
        (("5A", "4A"), "5A；4A", "5A; 4A"),
    ],
)
def test_a_value_is_said_in_both_languages(value: object, zh: str, en: str) -> None:
    assert in_words(value) == (zh, en)

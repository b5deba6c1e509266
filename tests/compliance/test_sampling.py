from datetime import date
from fractions import Fraction

import pytest

from compliance.facts import Grade, Level
from compliance.sampling import least_share, share_for


@pytest.mark.parametrize(
    ("level", "grade", "least", "drawn"),
    [
        (Level.COUNTY, Grade.B, "3/100", "3/100"),
        (Level.CITY, Grade.A, "4/100", "4/100"),
        (Level.CITY, Grade.C, "4/100", "8/100"),
        (Level.PROVINCE, Grade.B, "5/100", "5/100"),
        (Level.MINISTRY, Grade.C, "10/100", "20/100"),
        (Level.CITY, Grade.D, "4/100", "1"),
    ],
)
def test_the_spot_check_draws_at_least_the_ratio_of_the_level_and_more_of_bad_grades(
    level: Level, grade: Grade, least: str, drawn: str
) -> None:
    found = least_share(level, date(2025, 1, 1))
    assert found is not None
    assert found[0] == Fraction(least)
    assert str(found[1]).startswith("《社会组织抽查暂行办法》（民发〔2017〕45号）")
    assert share_for(level, grade, date(2025, 1, 1)) == Fraction(drawn)


def test_before_the_measures_of_2017_there_is_no_ratio() -> None:
    assert least_share(Level.CITY, date(2017, 3, 12)) is None
    assert share_for(Level.CITY, Grade.A, date(2017, 3, 12)) is None

"""A badge expires by itself."""

from datetime import date, timedelta

import pytest

from compliance.badge import good_until, is_good
from compliance.law.transparency_items import BADGE_GOOD
from compliance.shelf import unconfirmed
from compliance.workday import ONE_DAY, Unit


@pytest.mark.parametrize(
    ("published", "until"),
    [
        (date(2026, 11, 23), date(2028, 2, 23)),
        (date(2024, 11, 30), date(2026, 2, 28)),
        (date(2022, 11, 30), date(2024, 2, 29)),
        (date(1999, 1, 1), date(2000, 4, 1)),
    ],
)
def test_it_is_good_for_some_months_from_publication(published: date, until: date) -> None:
    assert good_until(published) == until
    assert is_good(published, published) and is_good(published, until)
    assert not is_good(published, until + ONE_DAY)
    assert not is_good(published, published - timedelta(1))


def test_the_period_is_a_house_parameter_with_its_article() -> None:
    (text,) = BADGE_GOOD.texts
    assert (text.value.unit, text.cite.article, text.confirmed) == (Unit.MONTHS, "7", False)
    assert {"badge_good", "correction"} <= {one.name for one in unconfirmed()}

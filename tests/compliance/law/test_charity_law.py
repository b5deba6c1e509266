"""The Charity Law's own limits, by the text of the day."""

from typing import Any

import pytest

from compliance.facts import Said
from compliance.law import Dated, Share
from compliance.law.charity_law import LEAST_SPENDING, MOST_COST, OTHERS, SPECIAL_CIRCUMSTANCES
from compliance.law.spending_standard import PUBLIC_FOUNDATION
from tests.compliance.sample import day


@pytest.mark.parametrize("provision", [LEAST_SPENDING, MOST_COST, OTHERS, SPECIAL_CIRCUMSTANCES])
@pytest.mark.parametrize(
    ("on", "cited"),
    [
        ("2016-08-31", ""),
        ("2016-09-01", "《中华人民共和国慈善法》第六十条"),
        ("2023-12-31", "《中华人民共和国慈善法》第六十条"),
        ("2024-09-04", "《中华人民共和国慈善法》第六十条"),
        ("2024-09-05", "《中华人民共和国慈善法》第六十一条"),
        ("2026-12-31", "《中华人民共和国慈善法》第六十一条"),
    ],
)
def test_the_article_is_that_of_the_day(provision: Dated[Any], on: str, cited: str) -> None:
    text = provision.on(day(on))
    assert (str(text.cite) if text else "") == cited


def test_the_shares_of_the_law_and_of_the_standard_are_the_same() -> None:
    for text in PUBLIC_FOUNDATION.texts:
        spending, cost = LEAST_SPENDING.on(text.since), MOST_COST.on(text.since)
        assert spending is not None and cost is not None
        assert (spending.value, cost.value) == (text.value.of_income, text.value.cost)
    assert [text.value for text in MOST_COST.texts] == [Share(10), Share(10)]


@pytest.mark.parametrize(
    ("on", "cited"),
    [
        (
            "2023-12-31",
            Said(
                "《中华人民共和国慈善法》第六十条；《关于慈善组织开展慈善活动年度支出和管理费用的规定》"
                "（民发〔2016〕189号）第七条第（一）项",
                "Charity Law art. 60; Provisions on Annual Spending and Management Cost of Charities art. 7(1)",
            ),
        ),
        (
            "2024-12-31",
            Said(
                "《中华人民共和国慈善法》第六十一条；《关于慈善组织开展慈善活动年度支出和管理费用的规定》"
                "（民发〔2016〕189号）第七条第（一）项",
                "Charity Law art. 61; Provisions on Annual Spending and Management Cost of Charities art. 7(1)",
            ),
        ),
        (
            "2026-12-31",
            Said(
                "《中华人民共和国慈善法》第六十一条；《关于慈善组织开展慈善活动年度支出、管理费用和募捐成本的规定》"
                "（民发〔2026〕12号）第八条第（一）项",
                "Charity Law art. 61; Provisions on Annual Spending, Management Cost and Fundraising Cost"
                " of Charities art. 8(1)",
            ),
        ),
    ],
)
def test_the_standard_is_cited_under_the_law_above_it(on: str, cited: Said) -> None:
    text = PUBLIC_FOUNDATION.on(day(on))
    assert text is not None
    assert text.cite.said == cited

"""What a person is told of a broken rule: the figures, how far apart they are, and what may excuse it."""

from datetime import date

import pytest

from compliance.check import check
from compliance.facts import Fault, Kind, Severity
from compliance.fault import cited
from compliance.form.answer import Given
from compliance.form.document import read_json, to_json
from compliance.form.example import example
from compliance.inspection import questions

KIND = Kind.FOUNDATION
CAP = "spending.management_cap"
REASON = "本年购置办公用房，折旧突增"


def faults(year: int, **change: Given) -> list[Fault]:
    values = dict(example(KIND, year)) | {name.replace("__", "."): value for name, value in change.items()}
    return list(check(read_json(to_json(KIND, year, values)), None, "").faults)


def costly(year: int, **change: Given) -> Fault:
    """A foundation whose management cost is far above its share."""
    cost: dict[str, Given] = {
        f"activity__management_cost__{column}": 10**9 for column in ("unrestricted", "total")
    }
    return next(fault for fault in faults(year, **cost | change) if fault.rule == CAP)


def test_two_figures_that_should_be_equal_are_told_with_their_difference() -> None:
    right = example(KIND, 2025)["charity.management_cost.value"]
    assert isinstance(right, int)
    (fault,) = faults(2025, charity__management_cost__value=right + 10_000)
    assert fault.rule == "accounting.management_cost"
    assert "差 100.00 元" in fault.message.zh
    assert "difference 100.00 yuan" in fault.message.en


@pytest.mark.parametrize(("year", "article"), [(2025, "第十二条"), (2026, "第十四条")])
def test_a_claimed_excuse_is_told_with_the_article_that_may_accept_it(year: int, article: str) -> None:
    fault = costly(year, charity__cost_excused__value=True, charity__cost_reason__value=REASON)
    assert fault.severity is Severity.EXPLAIN
    assert f"“{REASON}”" in fault.message.zh and f"“{REASON}”" in fault.message.en
    assert article in fault.message.zh
    assert fault.message.zh.endswith("请更正，或者用一句话说明何时报告、在何处公开。")
    assert fault.message.en.endswith("when it was reported and where it was published.")


def test_a_claim_without_a_reason_is_called_so() -> None:
    fault = costly(2025, charity__cost_excused__value=True)
    assert "但未写明。" in fault.message.zh and "does not give it." in fault.message.en


@pytest.mark.parametrize(("year", "article"), [(2023, "第六十条"), (2025, "第六十一条")])
def test_special_circumstances_of_low_spending_are_told_with_the_article(year: int, article: str) -> None:
    claimed: dict[str, Given] = {
        "charity__spending_excused__value": True, "charity__spending_reason__value": REASON,
        "charity__charitable_spending__value": 1,
    }  # fmt: skip
    [fault] = [one for one in faults(year, **claimed) if one.rule == "spending.charitable_minimum"]
    assert REASON in fault.message.zh and f"《中华人民共和国慈善法》{article}予以认可" in fault.message.zh
    assert REASON in fault.message.en and "may be accepted under" in fault.message.en


def test_the_basis_of_every_rule_is_told_in_english() -> None:
    for question in questions(2025) + questions(2026):
        assert cited(question.cite.said.zh) == question.cite.said
    assert cited("依法作出的决定") == ("依法作出的决定", "依法作出的决定")


@pytest.mark.parametrize(
    ("since", "young"), [(date(2025, 1, 1), True), (date(2024, 12, 31), False), (date(2025, 12, 31), True)]
)
def test_a_charity_in_its_first_year_is_told_that_this_may_be_accepted(since: date, young: bool) -> None:
    fault = costly(2025, basic__charity_since__value=since)
    assert ("不满1年" in fault.message.zh, "less than 1 year" in fault.message.en) == (young, young)


def test_without_an_excuse_none_is_spoken_of() -> None:
    fault = costly(2025)
    assert "认可" not in fault.message.zh
    assert "accepted" not in fault.message.en

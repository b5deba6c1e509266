"""What a person is told of a broken rule: the figures, how far apart they are, and what may excuse it."""

from datetime import date

import pytest

from compliance.check import check
from compliance.facts import Fault, Kind, Severity
from compliance.form.answer import Given
from compliance.form.document import read_json, to_json
from compliance.form.example import example

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
    assert REASON in fault.message.zh and REASON in fault.message.en
    assert article in fault.message.zh


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

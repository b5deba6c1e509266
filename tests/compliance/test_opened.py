"""A score opened: the items add up to it, and full marks raise it to what is told."""

from datetime import date
from typing import Any

import pytest
from polars import DataFrame

from compliance.opened import State, opened
from compliance.transparency import COLUMNS, FULL, items, score

DAY = date(2026, 11, 23)
CHARITY: dict[str, Any] = {
    **dict.fromkeys(COLUMNS),
    "code": "53999907000039415M", "name": "某基金会", "kind": "foundation", "district": "某区", "charity": True,
    "fundraising": False, "due": date(2026, 5, 31), "received_on": date(2026, 6, 30),
    "published_on": date(2026, 5, 1), "publication_due": date(2026, 6, 30), "last_due": date(2025, 6, 30),
    "conclusion": "basically_qualified", "prior": True, "related": False, "disagreements": 0, "openings": 2,
    "audited": True, "opinion": "unqualified", "basic_information": "own", "major_projects": "none",
    "financial_report": "own", "financial_report.day": date(2025, 6, 1),
}  # fmt: skip


def scored(row: dict[str, Any]) -> dict[str, Any]:
    (found,) = score(DataFrame([row], schema=COLUMNS), DAY).iter_rows(named=True)
    return found


def values(row: dict[str, Any]) -> dict[str, int]:
    return {
        key.removeprefix("item."): worth
        for key, worth in scored(row).items()
        if key.startswith("item.") and worth is not None
    }


def test_every_item_stands_in_one_state_and_those_that_do_not_bind_are_worth_nothing() -> None:
    found = {one.name: one for one in opened(CHARITY, values(CHARITY), DAY)}
    assert list(found) == [name for name, _item in items(DAY)]
    assert found["audit"].state is State.FULL and found["audit"].raised is None
    assert found["conclusion"].state is found["annual_report"].state is State.PART
    assert found["major_projects"].state is found["opening"].state is State.NOTHING
    assert found["campaigns"].state is State.UNBOUND and found["campaigns"].raised is None
    undecided = CHARITY | {"conclusion": None}
    told = {one.name: one.state for one in opened(undecided, values(undecided), DAY)}
    assert told["conclusion"] is State.UNKNOWN


def test_the_items_add_up_to_the_score() -> None:
    won = sum(one.value * one.item.marks for one in opened(CHARITY, values(CHARITY), DAY) if one.value)
    known = sum(one.item.marks for one in opened(CHARITY, values(CHARITY), DAY) if one.value is not None)
    assert won * 100 // known == scored(CHARITY)["score"]


@pytest.mark.parametrize(
    ("item", "better"),
    [
        ("annual_report", {"received_on": date(2026, 5, 31)}),
        ("conclusion", {"conclusion": "qualified"}),
        ("opening", {"openings": 0}),
        ("major_projects", {"major_projects": "platform", "major_projects.day": date(2025, 5, 1)}),
        ("basic_information", {"basic_information.day": date(2025, 3, 1)}),
    ],
)
def test_what_is_promised_is_what_the_score_would_be(item: str, better: dict[str, Any]) -> None:
    (promised,) = (one.raised for one in opened(CHARITY, values(CHARITY), DAY) if one.name == item)
    assert values(CHARITY | better)[item] == FULL
    assert promised == scored(CHARITY | better)["score"]


def test_every_item_says_what_it_needs_in_both_languages() -> None:
    for one in opened(CHARITY, values(CHARITY), DAY):
        assert one.needs.zh and one.needs.en

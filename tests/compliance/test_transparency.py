"""The transparency score, item by item."""

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest

from compliance.law.transparency_items import ITEMS, Aspect
from compliance.transparency import COLUMNS, PUBLISHED, score

DAY = date(2026, 11, 23)
DUE = date(2026, 5, 31)
BEST: dict[str, Any] = {
    "code": "1", "kind": "foundation", "district": "晨曦区", "charity": True, "fundraising": True, "due": DUE,
    "received_on": DUE, "published_on": DUE, "publication_due": DUE,
    "last_due": date(2025, 5, 31), "income": 1, "conclusion": "qualified",
    "prior": True, "related": True, "disagreements": 0, "openings": 0, "audited": True,
    "opinion": "unqualified", **dict.fromkeys(PUBLISHED, "platform"),
    **dict.fromkeys([f"{name}.day" for name in PUBLISHED], date(2025, 5, 31)),
}  # fmt: skip


def scored(**changes: Any) -> dict[str, Any]:
    return score(pl.DataFrame([BEST | changes], schema=COLUMNS), DAY).row(0, named=True)


def test_who_does_everything_has_a_hundred_points() -> None:
    best = scored()
    assert best["score"] == 100_000
    assert {best[aspect] for aspect in Aspect} == {100_000}


def test_the_marks_of_the_table_make_a_hundred() -> None:
    assert sum(dated.texts[0].value.marks for dated in ITEMS.values()) == 100


@pytest.mark.parametrize("item", list(ITEMS))
def test_every_item_can_be_lost_and_only_lowers_the_score(item: str) -> None:
    spoil: dict[str, dict[str, Any]] = {
        "annual_report": {"received_on": DUE + timedelta(90)},
        "publication": {"published_on": None},
        "statements": {"disagreements": 2},
        "opening": {"openings": 3},
        "audit": {"opinion": "adverse"},
        "conclusion": {"conclusion": "unqualified"},
    }
    changes = spoil.get(item, {item: "none"})
    binding = {"fundraising": False} if item == "major_projects" else {}
    worse = scored(**binding, **changes)
    assert worse[f"item.{item}"] == 0
    assert worse["score"] < scored(**binding)["score"] == 100_000


def test_a_charity_without_the_qualification_is_not_marked_down_for_having_no_campaign() -> None:
    other = scored(fundraising=False, campaigns=None, projects=None, cost_standards=None)
    assert other["score"] == 100_000
    assert other["item.campaigns"] is None


def test_a_day_late_costs_a_little_and_more_each_day() -> None:
    values = [
        scored(received_on=DUE + timedelta(late))["item.annual_report"] for late in (0, 1, 45, 89, 90, 200)
    ]
    assert values == [1000, 988, 500, 11, 0, 0]


def test_what_is_published_after_the_last_of_may_loses_by_the_day() -> None:
    late = {"financial_report.day": date(2025, 5, 31) + timedelta(45)}
    assert scored(**late)["item.financial_report"] == 500
    assert scored(**{"campaigns.day": date(2025, 12, 1)})["item.campaigns"] == 1000


def test_what_was_published_on_a_day_nobody_names_has_half_its_marks() -> None:
    assert scored(**{"campaigns.day": None})["item.campaigns"] == 500


def test_a_first_report_has_no_last_years_accounts_to_publish() -> None:
    first = scored(prior=False, financial_report="none")
    assert first["item.financial_report"] is None
    assert first["score"] == 100_000


def test_an_unanswered_item_of_disclosure_is_not_published() -> None:
    assert scored(campaigns=None)["item.campaigns"] == 0


def test_what_is_not_known_yet_is_left_out() -> None:
    open_yet = scored(conclusion=None)
    assert open_yet["item.conclusion"] is None
    assert open_yet["score"] == 100_000


NOTHING = dict.fromkeys(
    ("received_on", "published_on", "income", "conclusion", "audited", "opinion", *PUBLISHED)
)


def test_a_report_that_never_came_earns_nothing() -> None:
    assert scored(**NOTHING)["score"] == 0


def test_before_its_day_nothing_is_known_and_no_score_is_given() -> None:
    early = scored(**NOTHING, due=DAY + timedelta(1))
    assert early["score"] is None
    assert early["timely"] is None

"""A score opened item by item: its worth, whom it does not bind, what full marks would make of the score."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from polars import DataFrame

from compliance.facts import Said
from compliance.law.transparency_items import Item
from compliance.transparency import COLUMNS, FULL, binds, items

POINTS = 100
ITEM = "item."


class State(StrEnum):
    """How an item stands."""

    FULL = "full"
    PART = "part"
    NOTHING = "nothing"
    UNKNOWN = "unknown"
    UNBOUND = "unbound"


@dataclass(frozen=True)
class Opened:
    """One item of a score: `value` in thousandths of its marks, `raised` the score in thousandths of a point if it
    had full marks and all else stayed.
    """

    name: str
    item: Item
    state: State
    value: int | None
    raised: int | None

    @property
    def needs(self) -> Said:
        """What earns full marks."""
        return NEEDS.get(self.name, NEEDS_PUBLISHED)


NEEDS_PUBLISHED = Said(
    "依法公开，并在年报中写明公开的平台和日期",
    "Publish as the law asks, and say in the report where and on what day",
)
NEEDS: Mapping[str, Said] = {
    "annual_report": Said(
        "在期限内报送年度工作报告；逾期按天递减", "File the annual report in time; each day late costs marks"
    ),
    "publication": Said(
        "在期限内公开年度工作报告；逾期按天递减",
        "Publish the annual report in time; each day late costs marks",
    ),
    "financial_report": Said(
        "在期限内公开上年财务会计报告，并在年报中写明日期",
        "Publish last year's financial report in time, and say in the report on what day",
    ),
    "major_projects": Said(
        "在期限内公开上年度重大慈善项目，并在年报中写明日期",
        "Publish last year's major projects in time, and say in the report on what day",
    ),
    "statements": Said(
        "报送前消除报表之间的不一致；年报自检逐格指出",
        "Make the statements agree before filing; the check of reports names the cells",
    ),
    "opening": Said(
        "年初数与上年报告的年末数一致",
        "Let opening figures agree with the closing ones of last year's report",
    ),
    "audit": Said(
        "财务会计报告经审计，取得无保留意见", "Have the accounts audited, with an unqualified opinion"
    ),
    "conclusion": Said("年度检查结论为合格", "A qualified conclusion of the annual inspection"),
}


def known_items(place: Mapping[str, Any]) -> Mapping[str, int]:
    """The items of a kept place that are known, in thousandths of their marks."""
    items = {name.removeprefix(ITEM): value for name, value in place.items() if name.startswith(ITEM)}
    return {name: value for name, value in items.items() if value is not None}


def opened(inputs: Mapping[str, Any], values: Mapping[str, int], day: date) -> list[Opened]:
    """Every item of an edition's day. `inputs` is a row of COLUMNS, `values` the known items in thousandths."""
    told = dict(items(day))
    frame = DataFrame([dict(inputs)], schema=COLUMNS)
    bound = frame.select(**{name: binds(item.binds) for name, item in told.items()}).row(0, named=True)
    return list(_opened(told, bound, values))


def _opened(
    told: Mapping[str, Item], bound: Mapping[str, bool], values: Mapping[str, int]
) -> Iterator[Opened]:
    for name, item in told.items():
        value = values.get(name) if bound[name] else None
        raised = _raised(told, values, name) if bound[name] and (value or 0) < FULL else None
        yield Opened(name, item, _state(bound[name], value), value, raised)


def _state(bound: bool, value: int | None) -> State:
    if not bound:
        return State.UNBOUND
    if value is None:
        return State.UNKNOWN
    return State.FULL if value == FULL else State.PART if value else State.NOTHING


def _raised(told: Mapping[str, Item], values: Mapping[str, int], name: str) -> int:
    full = {**values, name: FULL}
    known = sum(told[one].marks for one in full)
    return sum(value * told[one].marks for one, value in full.items()) * POINTS // known

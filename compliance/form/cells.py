"""What a workbook says before anyone has judged it: sheets of cells, each value with its marks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

Value = str | int | Decimal | bool | date | None


class Mark(StrEnum):
    """What the reader noticed about a cell that its value alone does not show."""

    FORMULA = "formula"  # value is the cached result of a formula
    UNCALCULATED = "uncalculated"  # formula without cached value; value is None
    ERROR = "error"  # value is the error text, "#DIV/0!"
    PERCENT = "percent"  # number shown as a percentage
    SCALED = "scaled"  # number format shows thousands or 万 over the stored value
    HIDDEN = "hidden"  # in a hidden row or column
    MERGED = "merged"  # inside a merged range that is not just this cell
    LINK = "link"  # carries a hyperlink, never followed
    FALSE_DATE = "false_date"  # serial 0, 60, below zero or beyond 9999: no such day


@dataclass(frozen=True)
class Cell:
    """One cell. Numbers are exact decimals as stored, never floats; text is decoded but not trimmed."""

    value: Value
    marks: frozenset[Mark] = frozenset()


@dataclass(frozen=True)
class Sheet:
    """One sheet: `cells` by reference ("B12"), only those that hold something or carry a mark."""

    name: str
    cells: Mapping[str, Cell] = field(default_factory=dict)
    hidden: bool = False


@dataclass(frozen=True)
class Book:
    """A workbook as read. `notices` are codes of what is legal but must be shown: "hidden_sheet:名称"."""

    sheets: tuple[Sheet, ...]
    notices: tuple[str, ...] = ()

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of exactly this name."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)

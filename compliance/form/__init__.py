"""The annual report form as data: parts, lines, columns. Everything else about the form is read from here."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from compliance.facts import Kind, Said

ALL_KINDS = frozenset(Kind)


class Type(StrEnum):
    """How a line is answered (contract 3)."""

    MONEY = "money"
    INTEGER = "integer"
    SHARE = "share"
    TEXT = "text"
    CHOICE = "choice"
    YES_NO = "yes_no"
    DAY = "day"
    YEAR = "year"
    CODE = "code"


class Asked(StrEnum):
    """Which organizations of a kind a line asks."""

    ALL = "all"
    CHARITY = "charity"  # charities (慈善组织) only
    FUNDRAISING = "fundraising"  # holders of the public-fundraising qualification only


@dataclass(frozen=True)
class Choice:
    """One permitted answer of a choice line: `key` is stored, `said` is written in the workbook."""

    key: str
    said: Said


@dataclass(frozen=True)
class Line:
    """One answer asked for. `id` is part.line.column and never changes for the same thing.

    `sheet` and `cell` say where the workbook of this kind and year asks it; `last_year` is the cell that
    shows last year's answer, empty where none is shown. `signed` amounts may be below zero.
    """

    id: str
    label: Said
    column: Said
    type: Type
    sheet: str
    cell: str
    label_cell: str
    help: Said = Said("", "")
    required: bool = False
    asked: Asked = Asked.ALL
    choices: tuple[Choice, ...] = ()
    signed: bool = False
    last_year: str = ""

    @property
    def part(self) -> str:
        """The part of the form, first word of the id."""
        return self.id.partition(".")[0]


@dataclass(frozen=True)
class Row:
    """One line of a part as written in the form's tables, before it is given its cells."""

    name: str
    zh: str
    en: str
    type: Type = Type.MONEY
    help: Said = Said("", "")
    required: bool = False
    asked: Asked = Asked.ALL
    kinds: frozenset[Kind] = ALL_KINDS
    choices: tuple[Choice, ...] = ()
    signed: bool = False
    heading: bool = False  # a caption without an answer
    layouts: tuple[int, ...] = (2004, 2026)


@dataclass(frozen=True)
class Part:
    """One sheet of the form: its rows crossed with its columns (name, label) gives its lines."""

    name: str
    sheet: str
    title: Said
    columns: tuple[tuple[str, Said], ...]
    rows: tuple[Row, ...]
    asked: Asked = Asked.ALL
    intro: Said = Said("", "")
    only: Callable[[int], bool] | None = None


def layout(year: int) -> int:
    """The layout of the accounting system that a year's report follows: 2004 to 2025, 2026 after (law 13)."""
    return 2026 if year >= 2026 else 2004

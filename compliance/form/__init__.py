"""The annual report form as data: parts, tables, rows, columns. All about the form is read from here."""

from dataclasses import dataclass
from enum import StrEnum

from compliance.facts import Kind, Said

ALL_KINDS = frozenset(Kind)
BOTH = (2004, 2026)
BLANK = Said("", "")


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
    SPENDING = "spending"  # bound by a spending standard: charities, and every foundation


@dataclass(frozen=True)
class Choice:
    """One permitted answer of a choice line: `key` is stored, `said` is written in the workbook."""

    key: str
    said: Said


@dataclass(frozen=True)
class Line:
    """One answer asked for. `id` is part.line.column and never changes for the same thing.

    `sheet` and `cell` say where the workbook of this kind and year asks it; `last_year` is the cell that
    shows last year's answer, empty where none is shown. `signed` amounts may be below zero. `together`:
    required once anything in its row is answered. `personal`: never made public.
    """

    id: str
    label: Said
    column: Said
    type: Type
    sheet: str
    cell: str
    label_cell: str
    help: Said = BLANK
    required: bool = False
    asked: Asked = Asked.ALL
    choices: tuple[Choice, ...] = ()
    signed: bool = False
    last_year: str = ""
    together: bool = False
    personal: bool = False

    @property
    def part(self) -> str:
        """The part of the form, first word of the id."""
        return self.id.partition(".")[0]

    @property
    def row(self) -> str:
        """The row of the form, the id without its column: "balance.cash"."""
        return self.id.rpartition(".")[0]

    def asks(self, kind: Kind, charity: bool, fundraising: bool) -> bool:
        """Whether an organization of this kind and status has to look at the line."""
        if self.asked is Asked.ALL:
            return True
        if self.asked is Asked.FUNDRAISING:
            return fundraising
        return charity or (self.asked is Asked.SPENDING and kind is Kind.FOUNDATION)


@dataclass(frozen=True)
class Row:
    """One row of a table before it is given its cells. `why_*`: why we ask and how to fill it.

    `free` names the columns that may stay blank although the row is required.
    """

    name: str
    zh: str
    en: str
    why_zh: str = ""
    why_en: str = ""
    type: Type = Type.MONEY
    required: bool = False
    asked: Asked = Asked.ALL
    kinds: frozenset[Kind] = ALL_KINDS
    choices: tuple[Choice, ...] = ()
    signed: bool = False
    layouts: tuple[int, ...] = BOTH
    free: tuple[str, ...] = ()
    personal: bool = False

    @property
    def heading(self) -> bool:
        """A caption without an answer."""
        return not self.name


@dataclass(frozen=True)
class Column:
    """One column of a table. Where `type` or `required` is None it is as the row says."""

    name: str
    zh: str
    en: str
    type: Type | None = None
    required: bool | None = None
    choices: tuple[Choice, ...] = ()


VALUE = (Column("value", "填写", "Answer"),)


@dataclass(frozen=True)
class Table:
    """Rows crossed with columns. `shows` is the column whose answer of last year stands beside it.

    `help` ends the help of every row; "{label}" and "{column}" in it are filled in.
    """

    caption: Said
    rows: tuple[Row, ...]
    columns: tuple[Column, ...] = VALUE
    shows: str = ""
    help: Said = BLANK
    asked: Asked = Asked.ALL
    kinds: frozenset[Kind] = ALL_KINDS
    together: bool = False


@dataclass(frozen=True)
class Part:
    """One sheet of the form."""

    name: str
    sheet: str
    title: Said
    intro: Said
    tables: tuple[Table, ...]


def caption(zh: str, en: str, layouts: tuple[int, ...] = BOTH) -> Row:
    """A heading between the rows of a table."""
    return Row("", zh, en, layouts=layouts)


def layout(year: int) -> int:
    """The layout of the accounting system that a year's report follows: 2004 to 2025, 2026 after (law 13)."""
    return 2026 if year >= 2026 else 2004

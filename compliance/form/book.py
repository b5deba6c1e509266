"""The form laid out as a workbook: which line stands on which sheet, in which cell, for a kind and a year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256

from compliance.facts import Kind, Said
from compliance.form import Asked, Column, Line, Part, Row, Table, layout
from compliance.form.activity import ACTIVITY
from compliance.form.balance import BALANCE
from compliance.form.basic import BASIC
from compliance.form.cash_flow import CASH_FLOW
from compliance.form.charity import CHARITY
from compliance.form.commitment import COMMITMENT
from compliance.form.disclosure import DISCLOSURE
from compliance.form.fundraising import FUNDRAISING
from compliance.form.governance import GOVERNANCE
from compliance.form.party import PARTY
from compliance.form.related_parties import RELATED_PARTIES
from compliance.form.staff import STAFF

PARTS = (
    BASIC,
    GOVERNANCE,
    PARTY,
    STAFF,
    BALANCE,
    ACTIVITY,
    CASH_FLOW,
    CHARITY,
    FUNDRAISING,
    RELATED_PARTIES,
    DISCLOSURE,
    COMMITMENT,
)
INSTRUCTIONS = "填表说明"
"""Name of the first sheet, which carries the mark."""
MARK_CELL = "B3"
LABELS, ANSWERS = "B", 3
"""Labels stand in column B, answers from the third column on."""
SHOWN = Said("上年数", "Last year")


@dataclass(frozen=True, eq=False)
class Entry:
    """One row of a sheet: a heading, or a numbered row with a line in each column."""

    at: int
    number: int
    row: Row
    lines: tuple[Line, ...]

    @property
    def label(self) -> Said:
        """What the label cell says."""
        return Said(self.row.zh, self.row.en)


@dataclass(frozen=True, eq=False)
class Block:
    """One table on a sheet: its caption, below it the names of its columns, below them its entries."""

    at: int
    table: Table
    entries: tuple[Entry, ...]

    @property
    def header(self) -> int:
        """The row with the names of the columns."""
        return self.at + 1

    @property
    def last_year(self) -> str:
        """The column that shows last year's answers; empty if none does."""
        return letter(ANSWERS + len(self.table.columns)) if self.table.shows else ""

    @property
    def notes(self) -> str:
        """The first column free for the notes to each row."""
        return letter(ANSWERS + len(self.table.columns) + bool(self.table.shows))


@dataclass(frozen=True, eq=False)
class Page:
    """One sheet as laid out. `help` is its last column, where the notes to each row end."""

    part: Part
    blocks: tuple[Block, ...]
    help: str

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line on the sheet, top to bottom."""
        return tuple(line for block in self.blocks for entry in block.entries for line in entry.lines)


def letter(number: int) -> str:
    """The name of a column: 3 is "C". The form stays within 26."""
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number - 1]


@cache
def sheets(kind: Kind, year: int) -> tuple[Page, ...]:
    """Every sheet with answers, as the workbook of a kind and year has them."""
    return tuple(_page(part, kind, layout(year)) for part in PARTS)


@cache
def lines(kind: Kind, year: int) -> tuple[Line, ...]:
    """Every line of the form of a kind and year, in the order of the workbook."""
    return tuple(line for page in sheets(kind, year) for line in page.lines)


@cache
def by_id(kind: Kind, year: int) -> Mapping[str, Line]:
    """The lines of a kind and year by id."""
    return {line.id: line for line in lines(kind, year)}


@cache
def mark(kind: Kind, year: int) -> str:
    """The template's version: kind, year, and a digest of its places and labels that moves with them."""
    placed = "\n".join(f"{line.id} {line.sheet} {line.cell} {line.label.zh}" for line in lines(kind, year))
    return f"YG-{kind.value}-{year}-{sha256(placed.encode()).hexdigest()[:8]}"


def _page(part: Part, kind: Kind, system: int) -> Page:
    return Page(part, tuple(_blocks(part, kind, system)), letter(_width(part, kind) + 1))


def _width(part: Part, kind: Kind) -> int:
    tables = (table for table in part.tables if kind in table.kinds)
    return max(ANSWERS - 1 + len(table.columns) + bool(table.shows) for table in tables)


def _blocks(part: Part, kind: Kind, system: int) -> Iterator[Block]:
    at, number = 4, 0
    for table in (table for table in part.tables if kind in table.kinds):
        rows = [row for row in table.rows if kind in row.kinds and system in row.layouts]
        entries = []
        for place, row in enumerate(rows, at + 2):
            number += not row.heading
            entries.append(Entry(place, 0 if row.heading else number, row, _lines(part, table, row, place)))
        yield Block(at, table, tuple(entries))
        at += len(rows) + 3


def _lines(part: Part, table: Table, row: Row, at: int) -> tuple[Line, ...]:
    if row.heading:
        return ()
    cells = (f"{letter(place)}{at}" for place in range(ANSWERS, ANSWERS + len(table.columns)))
    shown = f"{letter(ANSWERS + len(table.columns))}{at}"
    return tuple(
        _line(part, table, row, column, cell, shown if column.name == table.shows else "")
        for column, cell in zip(table.columns, cells, strict=True)
    )


def _line(part: Part, table: Table, row: Row, column: Column, cell: str, shown: str) -> Line:
    return Line(
        id=f"{part.name}.{row.name}.{column.name}",
        label=Said(row.zh, row.en),
        column=Said(column.zh, column.en),
        type=column.type or row.type,
        sheet=part.sheet,
        cell=cell,
        label_cell=LABELS + cell[1:],
        help=_help(table, row, column),
        required=_required(table, row, column),
        asked=table.asked if row.asked is Asked.ALL else row.asked,
        choices=column.choices or row.choices,
        signed=row.signed,
        last_year=shown,
        together=table.together and bool(column.required),
        personal=row.personal,
    )


def _required(table: Table, row: Row, column: Column) -> bool:
    by_row = table.together or column.required is None
    wanted = row.required if by_row else bool(column.required)
    return wanted and column.name not in row.free


def _help(table: Table, row: Row, column: Column) -> Said:
    zh = row.why_zh + table.help.zh.format(label=row.zh, column=column.zh)
    en = " ".join((row.why_en, table.help.en.format(label=row.en, column=column.en))).strip()
    return Said(zh, en)

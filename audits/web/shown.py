"""A report's lines as people read them: answers formatted, last year beside them, the change between."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import g

from audits.web.language import day, money
from audits.web.language import gettext as _
from compliance.facts import Kind, Said, fen
from compliance.form import BLANK, Line, Type
from compliance.form.book import Block, Page, sheets

Answers = Mapping[str, Any]
COMPARED = {"activity": "total", "balance": "closing", "cash_flow": "this_year", "charity": "value"}
"""The parts an officer compares with last year, each by one column."""


@dataclass(frozen=True)
class ShownLine:
    """One line with this year's and last year's answer, as text."""

    line: Line
    value: str
    before: str
    change: str

    @property
    def id(self) -> str:
        """The line's id, which is its anchor on pages."""
        return self.line.id

    @property
    def label(self) -> Said:
        """What the line is called."""
        return self.line.label

    @property
    def column(self) -> Said:
        """Its column, where its row has several."""
        return column_of(self.line)

    @property
    def cell(self) -> str:
        """Where it stands in the workbook."""
        return self.line.cell

    @property
    def total(self) -> bool:
        """A sum: shown in bold."""
        return self.line.row.rpartition(".")[2] in TOTALS


TOTALS = frozenset(
    (
        "total_assets",
        "total_liabilities",
        "net_assets",
        "total_income",
        "total_expense",
        "change_in_net_assets",
        "operating_net",
        "investing_net",
        "financing_net",
        "net_increase",
    )
)
"""Rows that are sums of others."""


def column_of(line: Line) -> Said:
    """The column of a line, where its row has several."""
    return BLANK if line.id.endswith(".value") else line.column


@dataclass(frozen=True)
class ShownBlock:
    """One table of the form."""

    title: Said
    rows: tuple[ShownLine, ...]


def text(line: Line, value: Any) -> str:
    """An answer as text in the language of the request; empty where there is none."""
    if value is None or value == "":
        return ""
    if line.type is Type.MONEY:
        return money(fen(str(value)))
    if line.type is Type.YES_NO:
        return str(_("yes") if value in (True, "yes", "true", "是") else _("no"))
    if line.type is Type.CHOICE:
        return {choice.key: choice.said.on(g.language) for choice in line.choices}.get(value, str(value))
    if line.type is Type.DAY:
        return day(date.fromisoformat(str(value)))
    return str(value)


def change(line: Line, value: Any, before: Any) -> str:
    """How an amount moved against last year; empty where either is missing."""
    if line.type is not Type.MONEY or not value or not before:
        return ""
    moved = fen(str(value)) - fen(str(before))
    return f"{'+' if moved > 0 else ''}{money(moved)}"


def shown(line: Line, answers: Answers, before: Answers) -> ShownLine:
    """One line beside last year's."""
    value, old = answers.get(line.id), before.get(line.id)
    return ShownLine(line, text(line, value), text(line, old), change(line, value, old))


def page_of(kind: Kind, year: int, part: str) -> Page:
    """The sheet of a part; the first if there is no such part."""
    pages = sheets(kind, year)
    return next((page for page in pages if page.part.name == part), pages[0])


def compared(kind: Kind, year: int, answers: Answers, before: Answers) -> list[ShownBlock]:
    """The statements and the spending figures beside last year's, without lines that are blank in both."""
    made = [
        ShownBlock(page.part.title, tuple(_filled(page, COMPARED[page.part.name], answers, before)))
        for page in sheets(kind, year)
        if page.part.name in COMPARED
    ]
    return [block for block in made if block.rows]


def _filled(page: Page, column: str, answers: Answers, before: Answers) -> Iterator[ShownLine]:
    for line in page.lines:
        row = shown(line, answers, before)
        if line.id.endswith(f".{column}") and (row.value or row.before):
            yield row


def everything(kind: Kind, year: int, answers: Answers, before: Answers) -> list[ShownBlock]:
    """Every answered line of a report, table by table."""
    made = [
        ShownBlock(_title(page, block), tuple(_answered(block, answers, before)))
        for page in sheets(kind, year)
        for block in page.blocks
    ]
    return [block for block in made if block.rows]


def _title(page: Page, block: Block) -> Said:
    part, table = page.part.title, block.table.caption
    return part if not table.zh or table == part else Said(f"{part.zh}：{table.zh}", f"{part.en}: {table.en}")


def _answered(block: Block, answers: Answers, before: Answers) -> Iterator[ShownLine]:
    for entry in block.entries:
        for line in entry.lines:
            if answers.get(line.id) not in (None, ""):
                yield shown(line, answers, before)

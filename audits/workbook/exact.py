"""One sheet cell by cell, with marks, within limits: for what is spelled unusually, or wrong in a cell."""

import re
from collections.abc import Iterator

from audits.config import Upload
from audits.workbook.flaw import Unfit, damaged, flaw
from audits.workbook.layout import Layout, layout
from audits.workbook.place import LAST_COLUMN, LAST_ROW, column, letters
from audits.workbook.value import Bad, Tables, bare, value
from compliance.facts import Fault
from compliance.form.cells import Mark, Value

ROW = re.compile(rb"<row((?:\s[^<>]*?)?)(?:/>|>(.*?)</row\s*>)", re.DOTALL)
CELL = re.compile(
    rb'<c(?: r="([A-Z]{1,3})([0-9]{1,7})")?(?: s="([0-9]{1,5})")?(?: t="([a-zA-Z]{1,9})")?((?:\s[^<>]*?)?)'
    rb"(?:/>|><v>([^<]+)</v></c>|>(.*?)</c\s*>)",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r'\s([\w:]+)="([^"]*)"')
REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
DATA = re.compile(rb"<sheetData(?:\s[^<>]*?)?(?:/>|>(.*)</sheetData\s*>)", re.DOTALL)
KINDS = frozenset(("n", "s", "str", "b", "e", "d", "inlineStr"))
MOST_FAULTS = 50
NOTHING: dict[str, str] = {}
Written = tuple[int, int, str, bytes, bytes]
"""Column, style, type, and either a plain value or all that stands inside."""
Held = tuple[Value, tuple[str, ...]]


class Sheet:
    """A sheet being read: cells by reference, and what is wrong with them."""

    def __init__(self, name: str, tables: Tables, limits: Upload, room: int) -> None:
        self.name, self.tables, self.limits, self.room = name, tables, limits, room
        self.cells: dict[str, Held] = {}
        self.faults: list[Fault] = []
        self.seen: set[str] = set()
        self.layout = Layout()

    def read(self, data: bytes) -> None:
        """Every cell of the part. Unfit at once where going on would be of no use."""
        parts = DATA.findall(data)
        if len(parts) != 1:
            raise damaged(f"sheet data of {self.name}")
        self.layout, wrong = layout(data, self.name, self.limits)
        if wrong:
            raise Unfit(wrong)
        at = 0
        for match in ROW.finditer(parts[0]):
            given = _attributes(match[1])
            at = _row_number(given.get("r", ""), at)
            hidden = given.get("hidden") in ("1", "true")
            for cell in self._cells(match[2] or b"", at):
                self._take(at, cell, hidden)
        self._mark()

    def _cells(self, row: bytes, at: int) -> Iterator[Written]:
        left, here = 0, b"%d" % at
        for name, number, style, kind, more, plain, inner in CELL.findall(row):
            given = _attributes(more) if more else NOTHING
            if name and number == here and not more:
                left = column(name.decode())
            else:
                left = _column_number(given.get("r") or (name + number).decode(), left, at)
            if plain or inner or left > LAST_COLUMN:
                shape = int(given.get("s") or style or b"0")
                yield left, shape, given.get("t") or kind.decode() or "n", plain, inner

    def _take(self, row: int, cell: Written, hidden: bool) -> None:
        left, style, kind, plain, inner = cell
        where = f"{letters(left)}{row}"
        if where in self.seen:
            raise damaged(f"{self.name}!{where} twice")
        self.seen.add(where)
        if row > self.limits.rows or left > self.limits.columns or len(self.cells) > self.room:
            raise self._bounds(row, left, where)
        try:
            held, marks = self._value(kind, plain, inner, style)
        except Bad as bad:
            self._wrong(bad, where)
            return
        if held is not None or marks:
            unseen = hidden or self.layout.hides(left)
            self.cells[where] = (held, (*marks, Mark.HIDDEN) if unseen else marks)

    def _value(self, kind: str, plain: bytes, inner: bytes, style: int) -> Held:
        known = self.tables.styles
        if kind not in KINDS or (style and style >= len(known)):
            raise Bad(
                "cell", "单元格内容损坏，请重新填写这一格。", "The cell is damaged; enter it again.", kind
            )
        shape = known[style] if known else ""
        if inner or kind == "inlineStr":
            return value(kind, inner, shape, self.tables)
        return bare(kind, plain, shape, self.tables)

    def _wrong(self, bad: Bad, where: str) -> None:
        self.faults.append(flaw(bad.rule, bad.zh, bad.en, self.name, where, bad.found))
        if len(self.faults) >= MOST_FAULTS:
            raise Unfit(*self.faults)

    def _bounds(self, row: int, left: int, where: str) -> Unfit:
        if row > self.limits.rows:
            zh = f"第 {self.limits.rows + 1:,} 行起超出上限，请删去多余的行。"
            return self._beyond(
                "rows", zh, f"Rows from {self.limits.rows + 1:,} on are beyond the limit.", where
            )
        if left > self.limits.columns:
            zh = f"第 {self.limits.columns + 1} 列起超出上限，请删去多余的列。"
            return self._beyond(
                "columns", zh, f"Columns from {self.limits.columns + 1} on are too many.", where
            )
        zh = f"单元格总数超过上限 {self.limits.cells:,}，请删去多余内容。"
        return self._beyond("cells", zh, f"More than {self.limits.cells:,} cells.", where)

    def _beyond(self, rule: str, zh: str, en: str, where: str) -> Unfit:
        return Unfit(flaw(rule, zh, en, self.name, where))

    def _mark(self) -> None:
        for where in self.layout.merged():
            held, marks = self.cells.get(where, (None, ()))
            self.cells[where] = (held, (*marks, Mark.MERGED))
        for where in self.layout.linked(self.cells):
            held, marks = self.cells[where]
            self.cells[where] = (held, (*marks, Mark.LINK))


def _attributes(raw: bytes) -> dict[str, str]:
    return dict(ATTRIBUTE.findall(raw.decode()))


def _row_number(given: str, before: int) -> int:
    number = before + 1 if not given else int(given) if given.isascii() and given.isdecimal() else 0
    if not 1 <= number <= LAST_ROW:
        raise damaged(f"row {given}")
    return number


def _column_number(where: str, before: int, row: int) -> int:
    if not where:
        return before + 1
    match = REFERENCE.fullmatch(where)
    number = column(match[1]) if match and int(match[2]) == row else 0
    if not 1 <= number <= LAST_COLUMN:
        raise damaged(f"cell {where}")
    return number

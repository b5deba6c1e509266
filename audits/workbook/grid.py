"""Values by python-calamine from parts that were looked through; marks by patterns, where there is something."""

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from python_calamine import CalamineError, CalamineWorkbook

from audits.config import Upload
from audits.workbook.flaw import Unfit
from audits.workbook.layout import Layout, layout
from audits.workbook.package import TYPES, Contents
from audits.workbook.place import column, letters
from audits.workbook.style import DAY
from audits.workbook.usual import MARKING, Usual, serves, usual_sheet, usual_strings
from compliance.form.cells import Mark

FORMULA = re.compile(rb'<c r="([A-Z]+[0-9]+)"[^<>]*><f')
HIDDEN_ROW = re.compile(rb'<row r="([0-9]+)"[^<>]* hidden="(?:1|true)"')
Value = str | float | bool | list[float]
Marks = dict[str, list[str]]


class Grid(NamedTuple):
    """A sheet as the parent gets it: rows from A1 on, "" for nothing, a day as a list of its serial."""

    name: str
    hidden: bool
    rows: list[list[Value]]
    marks: Marks


def grids(
    members: Mapping[str, bytes], known: Contents, styles: Sequence[str], limits: Upload
) -> list[Grid] | None:
    """Every sheet; None if one is not spelled as usual, or if not every value written was found."""
    strings = members.get(known.strings)
    if not serves(limits) or (strings and not usual_strings(strings)):
        return None
    parts = {entry.part: usual_sheet(members[entry.part]) for entry in known.sheets if entry.part}
    sheets = {part: one for part, one in parts.items() if one}
    if len(sheets) < len(parts) or sum(one.written for one in sheets.values()) > limits.cells:
        return None
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(_stored(members, known, sheets)))
        made = [
            Grid(one.name, one.hidden, *_read(book, one.name, sheets.get(one.part), styles, limits))
            for one in known.sheets
        ]
    except (CalamineError, _Lost):
        return None
    return made


class _Lost(Exception):
    """Not every value that the part holds came back."""


def _stored(members: Mapping[str, bytes], known: Contents, sheets: Mapping[str, Usual]) -> bytes:
    """What calamine sees: exactly the bytes that were looked through, and no styles (see `_shown`)."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for name, data in members.items():
            if (
                name in sheets
                or name in (TYPES, known.strings)
                or name.startswith(("_rels/", "xl/workbook"))
                or name.startswith("xl/_rels/")
            ):
                archive.writestr(ZipInfo(name), data)
    return out.getvalue()


def _read(
    book: CalamineWorkbook,
    name: str,
    sheet: Usual | None,
    styles: Sequence[str],
    limits: Upload,
) -> tuple[list[list[Value]], Marks]:
    if sheet is None:
        return [], {}
    read = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    counts = [len(row) - row.count("") for row in read]
    if sum(counts) != sheet.written:
        raise _Lost
    filled = (row if count else [] for row, count in zip(read, counts, strict=True))
    rows: list[list[Value]] = list(filled)  # type: ignore[arg-type]
    marks: Marks = {}
    _shown(sheet, styles, rows, marks)
    _formulas(sheet, marks)
    _around(sheet, name, limits, rows, marks)
    return rows, marks


def _formulas(sheet: Usual, marks: Marks) -> None:
    if b"<f" in sheet.rows:
        for where in FORMULA.findall(sheet.rows):
            marks.setdefault(where.decode(), []).append(Mark.FORMULA)


def _shown(sheet: Usual, styles: Sequence[str], rows: list[list[Value]], marks: Marks) -> None:
    """Days, percentages and scaled figures, told by number formats."""
    odd = "|".join(str(number) for number, shows in enumerate(styles) if shows)
    if not odd:
        return
    cells = rb'<c r="([A-Z]+)([0-9]+)" s="(%s)"(?: t="n")?>(?:<f[^<]*(?:</f>)?)?<v>' % odd.encode()
    for name, row, style in re.findall(cells, sheet.rows):
        shows = styles[int(style)]
        if shows == DAY:
            place, left = rows[int(row) - 1], column(name.decode()) - 1
            place[left] = [place[left]]  # type: ignore[list-item]
        else:
            marks.setdefault((name + row).decode(), []).append(shows)


def _around(sheet: Usual, name: str, limits: Upload, rows: list[list[Value]], marks: Marks) -> None:
    hidden = frozenset(map(int, HIDDEN_ROW.findall(sheet.rows))) if b"hidden=" in sheet.rows else frozenset()
    if not hidden and not any(sign in sheet.around for sign in MARKING):
        return
    lies, wrong = layout(sheet.around, name, limits)
    if wrong:
        raise Unfit(wrong)
    filled = _references(rows) if hidden or lies.columns or lies.links else {}
    if hidden or lies.columns:
        _hide(filled, hidden, lies, marks)
    for where in lies.merged():
        marks.setdefault(where, []).append(Mark.MERGED)
    if lies.links:
        for where in lies.linked(filled.keys() | marks.keys()):
            marks.setdefault(where, []).append(Mark.LINK)


def _references(rows: list[list[Value]]) -> dict[str, tuple[int, int]]:
    return {
        f"{letters(x)}{y}": (x, y)
        for y, row in enumerate(rows, 1)
        for x, held in enumerate(row, 1)
        if held != ""
    }


def _hide(filled: dict[str, tuple[int, int]], hidden: frozenset[int], lies: Layout, marks: Marks) -> None:
    for where, (x, y) in filled.items():
        if y in hidden or lies.hides(x):
            marks.setdefault(where, []).append(Mark.HIDDEN)

"""The bytes of a register file as rows of cells: CSV in any encoding an office uses, or a workbook."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace

from audits.config import config
from audits.refusal import Unfit
from audits.upload import open_report
from compliance.form.cells import Book, Cell

Rows = Iterator[tuple[int, list[Cell]]]
REFERENCE = re.compile(r"([A-Z]+)(\d+)")
DELIMITERS = ",\t;，"
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
EMPTY = Cell(None)
MOST_ROWS, MOST_CELLS = 100_000, 2_000_000


def rows(content: bytes, name: str) -> Rows:
    """Row numbers with their cells, blank rows left out. Unfit where the file cannot be read."""
    if not content:
        raise Unfit("文件为空，请重新选择文件。", "The file is empty; choose it again.")
    if content.startswith(b"PK") or name.lower().endswith((".xlsx", ".xls", ".et")):
        return of_book(content, name)
    return of_text(decoded(content))


def decoded(content: bytes) -> str:
    """Text by its byte order mark, else as UTF-8, else as GB18030 (which reads GBK and GB2312)."""
    if len(content) > config().upload.unpacked_bytes:
        raise Unfit("文件过大。", "The file is too large.")
    marked = next((encoding for mark, encoding in MARKS if content.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Unfit(
        "无法识别文件的文字编码。请另存为“CSV UTF-8”或 .xlsx 后再导入。",
        "The encoding of this file is not known. Save it as CSV UTF-8 or .xlsx.",
    )


def of_text(text: str) -> Rows:
    """Rows of a CSV; the sign between cells is the one most used in the first line."""
    first = text.splitlines()[0] if text.strip() else ""
    sign = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, [Cell(cell) for cell in cells]
    except csv.Error as error:
        raise Unfit(
            f"第{reader.line_num}行不是完整的 CSV（引号或换行有误）。",
            f"Line {reader.line_num} is no whole CSV line (quotes or line breaks).",
        ) from error


def of_book(content: bytes, name: str) -> Rows:
    """Rows of the first sheet of a workbook that holds anything."""
    limits = replace(config().upload, rows=MOST_ROWS, cells=MOST_CELLS)
    book = open_report(content, name if name.lower().endswith(".xlsx") else f"{name}.xlsx", limits)
    if isinstance(book, tuple):
        raise Unfit(book[0].message.zh, book[0].message.en)
    sheets = [sheet for sheet in book.sheets if sheet.cells] if isinstance(book, Book) else []
    if not sheets:
        raise Unfit("工作簿中没有内容。", "The workbook is empty.")
    table: dict[int, dict[int, Cell]] = {}
    for reference, cell in sheets[0].cells.items():
        if match := REFERENCE.fullmatch(reference):
            table.setdefault(int(match[2]), {})[_place(match[1])] = cell
    for row in sorted(table):
        last = max(table[row])
        yield row, [table[row].get(place, EMPTY) for place in range(last + 1)]


def _place(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1

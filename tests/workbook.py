"""A workbook as the reader sees it, made by openpyxl from bytes: enough for tests of the form."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as Written
from openpyxl.worksheet.worksheet import Worksheet

from compliance.form.cells import Book, Cell, Sheet, Value


def opened(content: bytes) -> Book:
    """Every sheet with every cell that holds something."""
    book = load_workbook(BytesIO(content))
    return Book(tuple(_sheet(sheet) for sheet in book.worksheets))


def _sheet(sheet: Worksheet) -> Sheet:
    filled = (
        cell
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell, Written) and cell.value is not None
    )
    return Sheet(sheet.title, {cell.coordinate: Cell(_value(cell)) for cell in filled})


def _value(cell: Written) -> Value:
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, float):
        return Decimal(repr(value))
    assert isinstance(value, str | int | bool | date)
    return value


def changed(book: Book, sheet: str, cells: Mapping[str, Cell | None], name: str | None = None) -> Book:
    """The book with some cells of a sheet replaced (None: emptied), or the sheet renamed."""

    def edit(one: Sheet) -> Sheet:
        if one.name != sheet:
            return one
        held = {at: cell for at, cell in {**one.cells, **cells}.items() if cell is not None}
        return Sheet(name or one.name, held)

    return Book(tuple(edit(one) for one in book.sheets))

"""A workbook from bytes to plain data: unpack, check every part, read every sheet."""

import orjson

from audits.config import Upload
from audits.workbook.archive import unpack
from audits.workbook.exact import Sheet
from audits.workbook.flaw import Unfit
from audits.workbook.grid import grids
from audits.workbook.markup import check, declared_plainly, plain
from audits.workbook.package import XML, Contents, contents, identify
from audits.workbook.style import styles
from audits.workbook.text import strings
from audits.workbook.value import Tables
from audits.workbook.wire import book, faults


def read_workbook(content: bytes, limits: Upload) -> bytes:
    """The workbook, or its faults, as JSON of `audits.workbook.wire`."""
    try:
        return orjson.dumps(_read(content, limits))
    except Unfit as unfit:
        return orjson.dumps(faults(unfit.faults))


def _read(content: bytes, limits: Upload) -> object:
    members = unpack(content, limits)
    identify(members)
    for name, data in members.items():
        if XML.search(name) and not declared_plainly(data):
            check(data, name, lenient=name.lower().endswith(".vml"))
    known = contents(members, limits)
    shapes = styles(members[known.styles], known.styles) if known.styles in members else []
    quick = grids(members, known, shapes, limits)
    if quick is not None:
        return {
            "grids": [tuple(one) for one in quick],
            "notices": known.notices,
            "from_1904": known.from_1904,
        }
    return _exactly(members, known, shapes, limits)


def _exactly(members: dict[str, bytes], known: Contents, shapes: list[str], limits: Upload) -> object:
    """Cell by cell: workbooks in a spelling of their own, and those with something wrong in a cell."""
    usual = {name: check(data, name) for name, data in members.items() if name.endswith(".xml")}
    texts = members.get(known.strings, b"")
    shared = strings(plain(texts, usual.get(known.strings, False))) if texts else []
    tables = Tables(shared, shapes, known.from_1904, limits.cell_characters)
    sheets, wrong, room = [], [], limits.cells
    for entry in known.sheets:
        sheet = Sheet(entry.name, tables, limits, room)
        if entry.part:
            sheet.read(plain(members[entry.part], usual.get(entry.part, False)))
        room -= len(sheet.cells)
        wrong += sheet.faults
        sheets.append((entry.name, entry.hidden, sheet.cells))
    return faults(tuple(wrong[:50])) if wrong else book(sheets, known.notices)

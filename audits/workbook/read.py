"""A workbook from bytes to plain data: unpack, check every part, read every sheet."""

import orjson

from audits.config import Upload
from audits.workbook.archive import unpack
from audits.workbook.flaw import Unfit
from audits.workbook.markup import check, plain
from audits.workbook.package import XML, Contents, contents, identify
from audits.workbook.sheet import Sheet
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
    usual = {
        name: check(data, name, lenient=name.lower().endswith(".vml"))
        for name, data in members.items()
        if XML.search(name)
    }
    known = contents(members, limits)
    tables = _tables(members, usual, known, limits)
    sheets, wrong, room = [], [], limits.cells
    for entry in known.sheets:
        sheet = Sheet(entry.name, tables, limits, room)
        if entry.part:
            sheet.read(plain(members[entry.part], usual.get(entry.part, False)))
        room -= len(sheet.cells)
        wrong += sheet.faults
        sheets.append((entry.name, entry.hidden, sheet.cells))
    return faults(tuple(wrong[:50])) if wrong else book(sheets, known.notices)


def _tables(members: dict[str, bytes], usual: dict[str, bool], known: Contents, limits: Upload) -> Tables:
    texts = members.get(known.strings, b"")
    shared = strings(plain(texts, usual.get(known.strings, False))) if texts else []
    shapes = styles(members[known.styles], known.styles) if known.styles in members else []
    return Tables(shared, shapes, known.from_1904, limits.cell_characters)

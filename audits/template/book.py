"""The annual report workbook written: the one door to openpyxl for writing."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook

from audits.template import Answers
from audits.template.due import due as law_due
from audits.template.instructions import write_instructions
from audits.template.page import Filling, write_page
from compliance.facts import Fault, Kind
from compliance.form.answer import Given
from compliance.form.book import INSTRUCTIONS, mark, sheets
from compliance.form.carry import carried


def write(
    kind: Kind,
    year: int,
    prefill: Answers | None,
    last_year: Answers | None,
    ask: tuple[bool, bool] | None,
    language: str,
    due: str,
    faults: Sequence[Fault],
) -> bytes:
    """The workbook as .xlsx bytes; what each argument means is said where it is asked for."""
    known: dict[str, Given] = {"basic.kind.value": kind.value, "basic.year.value": year}
    answers = {**carried(kind, year, last_year or {}), **known, **(prefill or {})}
    filling = Filling(kind, year, answers, last_year or {}, ask, language, _by_line(faults))
    book = Workbook()
    first = book.create_sheet(INSTRUCTIONS, 0)
    del book["Sheet"]
    write_instructions(first, filling, due or law_due(kind, year, ask[0] if ask else None).on(language))
    for page in sheets(kind, year):
        write_page(book.create_sheet(page.part.sheet), page, filling)
    book.properties.title = mark(kind, year)
    book.properties.creator = "Yangguang"
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _by_line(faults: Sequence[Fault]) -> Mapping[str, tuple[Fault, ...]]:
    lines = {fault.line for fault in faults}
    return {line: tuple(fault for fault in faults if fault.line == line) for line in lines if line}

"""The first sheet: whose form it is, its version, when it is due, how to fill it, what stands where."""

from openpyxl.worksheet.worksheet import Worksheet

from audits.template import style
from audits.template.page import Filling
from compliance.facts import KIND_NAMES
from compliance.form import instructions as told
from compliance.form.book import MARK_CELL, Page, mark, sheets

COLUMNS = {"A": 16.0, "B": 62.0, "C": 30.0}


def write_instructions(sheet: Worksheet, filling: Filling, due: str) -> None:
    """Lay out the first sheet. The mark stands in a fixed cell."""
    language = filling.language
    for column, room in COLUMNS.items():
        sheet.column_dimensions[column].width = room
    style.put(sheet["A1"], told.title(filling.kind, filling.year).on(language), style.TITLE, box=False)
    sheet.merge_cells("A1:C1")
    sheet.row_dimensions[1].height = 32
    _facts(sheet, filling, due)
    at = _steps(sheet, 8, language)
    _contents(sheet, at + 1, filling)
    style.printed(sheet, "", mark(filling.kind, filling.year), landscape=False)
    style.protected(sheet)


def _facts(sheet: Worksheet, filling: Filling, due: str) -> None:
    language, at = filling.language, int(MARK_CELL[1:])
    facts = (
        (told.VERSION, mark(filling.kind, filling.year)),
        (told.FOR, KIND_NAMES[filling.kind].on(language)),
        (told.YEAR, str(filling.year)),
        (told.DUE, due or told.DUE_OPEN.on(language)),
    )
    for row, (name, text) in enumerate(facts, at):
        style.put(sheet[f"A{row}"], name.on(language), style.STRONG)
        style.put(sheet[f"B{row}"], text, style.LABEL)
        sheet.row_dimensions[row].height = style.height((text, COLUMNS["B"]))
    style.put(sheet[f"C{at}"], told.VERSION_NOTE.on(language), style.FAINT, box=False)
    sheet.row_dimensions[at].height = style.height((told.VERSION_NOTE.on(language), COLUMNS["C"]))


def _steps(sheet: Worksheet, at: int, language: str) -> int:
    style.put(sheet[f"A{at}"], told.HOW.on(language), style.CAPTION, place=style.WHOLE, box=False)
    for number, step in enumerate(told.STEPS, 1):
        row, text = at + number, step.on(language)
        style.put(sheet[f"A{row}"], number, style.FAINT, place=style.CENTRE)
        style.put(sheet[f"B{row}"], text, style.LABEL)
        sheet.merge_cells(f"B{row}:C{row}")
        sheet.row_dimensions[row].height = style.height((text, COLUMNS["B"] + COLUMNS["C"]))
    return at + len(told.STEPS) + 1


def _contents(sheet: Worksheet, at: int, filling: Filling) -> None:
    language = filling.language
    style.put(sheet[f"A{at}"], told.CONTENTS.on(language), style.CAPTION, place=style.WHOLE, box=False)
    for column, name in zip("ABC", (told.SHEET, told.ABOUT, told.WHO), strict=True):
        style.put(
            sheet[f"{column}{at + 1}"], name.on(language), style.HEADER, style.HEADER_FILL, style.CENTRE
        )
    for row, page in enumerate(sheets(filling.kind, filling.year), at + 2):
        about = f"{page.part.title.on(language)} · {len(page.lines)}"
        style.put(sheet[f"A{row}"], page.part.sheet, style.STRONG)
        style.put(sheet[f"B{row}"], about, style.LABEL)
        style.put(sheet[f"C{row}"], _who(page, filling), style.LABEL)
        sheet.row_dimensions[row].height = 20


def _who(page: Page, filling: Filling) -> str:
    asked = any(filling.asks(line) for line in page.lines)
    return (told.who(page.part) if asked else told.NOT_ASKED).on(filling.language)

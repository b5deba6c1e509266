"""One sheet with answers: captions, labels, input cells with help and checks, last year's figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from audits.template import style
from audits.template.dim import dim
from audits.template.typed import FORMATS, NUMBERS, stored, validate
from compliance.facts import Fault, Kind, Said, Severity
from compliance.form import Line, Type
from compliance.form.answer import Given
from compliance.form.book import ANSWERS, SHOWN, Block, Entry, Page, letter, mark
from compliance.form.instructions import title
from compliance.form.structure import STAR

NUMBER, ITEM = Said("行次", "No."), Said("项目", "Item")
NOTES = Said("填写说明", "Notes")
REQUIRED = Said("必填。", "Required. ")
UNIT = Said("单位：元。", "In yuan. ")
WIDTHS = {"A": 6.0, "B": 40.0}
HELP_WIDTH, TEXT_WIDTH, NUMBER_WIDTH = 52.0, 30.0, 19.0


@dataclass(frozen=True)
class Filling:
    """Whose workbook it is and what is known already."""

    kind: Kind
    year: int
    answers: Mapping[str, Given]
    last_year: Mapping[str, Given]
    ask: tuple[bool, bool] | None
    language: str
    faults: Mapping[str, tuple[Fault, ...]]

    def asks(self, line: Line) -> bool:
        """Whether the line is open to be answered."""
        return self.ask is None or line.asks(self.kind, *self.ask)


def write_page(sheet: Worksheet, page: Page, filling: Filling) -> None:
    """Lay out one sheet."""
    widths = _widths(sheet, page)
    _head(sheet, page, filling)
    for block in page.blocks:
        _block_head(sheet, block, page, filling)
        for entry in block.entries:
            _entry(sheet, entry, block, page, filling, widths)
    if filling.ask is None:
        dim(sheet, page.lines, filling.kind, filling.year)
    validate(sheet, [line for line in page.lines if filling.asks(line)], filling.language)
    sheet.freeze_panes = "C4"
    sheet.print_title_rows = "1:2"
    style.printed(
        sheet, title(filling.kind, filling.year).on(filling.language), mark(filling.kind, filling.year)
    )
    style.protected(sheet)


def _widths(sheet: Worksheet, page: Page) -> dict[str, float]:
    widths = {**WIDTHS, page.help: HELP_WIDTH}
    for line in page.lines:
        room = NUMBER_WIDTH if line.type in NUMBERS else TEXT_WIDTH
        column = line.cell[0]
        widths[column] = max(widths.get(column, 0.0), room)
    for block in page.blocks:
        if block.last_year:
            widths[block.last_year] = max(widths.get(block.last_year, 0.0), NUMBER_WIDTH)
    for column, room in widths.items():
        sheet.column_dimensions[column].width = room
    return widths


def _head(sheet: Worksheet, page: Page, filling: Filling) -> None:
    language = filling.language
    style.put(sheet["A1"], page.part.title.on(language), style.TITLE, place=style.LEFT, box=False)
    style.put(sheet["A2"], page.part.intro.on(language), style.INTRO, place=style.LEFT, box=False)
    for row, points in ((1, 28.0), (2, 32.0)):
        sheet.merge_cells(f"A{row}:{page.help}{row}")
        sheet.row_dimensions[row].height = points


def _block_head(sheet: Worksheet, block: Block, page: Page, filling: Filling) -> None:
    language = filling.language
    style.put(
        sheet[f"A{block.at}"],
        block.table.caption.on(language),
        style.CAPTION,
        box=False,
        place=style.WHOLE,
    )
    sheet.row_dimensions[block.at].height = 24
    names = {"A": NUMBER.on(language), "B": ITEM.on(language), block.notes: NOTES.on(language)}
    for number, asked in enumerate(block.table.columns, ANSWERS):
        names[letter(number)] = Said(asked.zh, asked.en).on(language)
    if block.last_year:
        names[block.last_year] = f"{SHOWN.on(language)} ({filling.year - 1})"
    for column, name in names.items():
        style.put(sheet[f"{column}{block.header}"], name, style.HEADER, style.HEADER_FILL, style.CENTRE)
    _spread(sheet, block, page, block.header)
    sheet.row_dimensions[block.header].height = 22


def _entry(
    sheet: Worksheet, entry: Entry, block: Block, page: Page, filling: Filling, widths: Mapping[str, float]
) -> None:
    language, at = filling.language, entry.at
    label = entry.label.on(language)
    if entry.row.heading:
        for number in range(1, ord(block.notes) - ord("A") + 2):
            text = label if letter(number) == "B" else None
            style.put(sheet[f"{letter(number)}{at}"], text, style.STRONG, style.HEADING_FILL)
        _spread(sheet, block, page, at)
        return
    required = any(line.required for line in entry.lines)
    notes = Said(entry.row.why_zh, entry.row.why_en).on(language) or entry.lines[0].help.on(language)
    style.put(sheet[f"A{at}"], entry.number, style.FAINT, place=style.CENTRE)
    style.put(sheet[f"B{at}"], label + (STAR if required else ""), style.STRONG if required else style.LABEL)
    style.put(sheet[f"{block.notes}{at}"], notes, style.FAINT)
    _spread(sheet, block, page, at)
    for line in entry.lines:
        _input(sheet, line, filling)
        _shown(sheet, line, filling)
    room = sum(width for column, width in widths.items() if block.notes <= column <= page.help)
    texts = [(str(sheet[line.cell].value or ""), widths[line.cell[0]]) for line in entry.lines]
    sheet.row_dimensions[at].height = style.height((label, widths["B"]), (notes, room * 1.1), *texts)


def _spread(sheet: Worksheet, block: Block, page: Page, at: int) -> None:
    """Let the notes of a narrow table use the width that a wider one on the sheet needs."""
    if block.notes != page.help:
        sheet.merge_cells(f"{block.notes}{at}:{page.help}{at}")


def _input(sheet: Worksheet, line: Line, filling: Filling) -> None:
    cell, open_to, faults = sheet[line.cell], filling.asks(line), filling.faults.get(line.id, ())
    value = stored(line, filling.answers.get(line.id), filling.language) if open_to else None
    place = style.RIGHT if line.type in NUMBERS else style.LEFT
    written = next((fault.found for fault in faults), None) if value is None else value
    style.put(cell, written, style.LABEL, _fill(open_to, faults), place)
    cell.number_format = FORMATS[line.type]
    if open_to or faults:
        cell.protection = style.OPEN
        cell.comment = _comment(line, faults, filling.language)


def _fill(open_to: bool, faults: Sequence[Fault]) -> PatternFill:
    if any(fault.severity is Severity.STOP for fault in faults):
        return style.STOP_FILL
    if faults:
        return style.LOOK_FILL
    return style.INPUT_FILL if open_to else style.CLOSED_FILL


def _comment(line: Line, faults: Sequence[Fault], language: str) -> Comment:
    wrong = "".join(f"▲ {fault.message.on(language)}\n" for fault in faults)
    lead = REQUIRED.on(language) if line.required else ""
    unit = UNIT.on(language) if line.type is Type.MONEY else ""
    text = f"{wrong}{line.label.on(language)}\n{lead}{unit}{line.help.on(language)}"
    return Comment(text, "Yangguang", height=int(24 + style.height((text, 34.0)) * 1.4), width=280)


def _shown(sheet: Worksheet, line: Line, filling: Filling) -> None:
    if not line.last_year:
        return
    cell = sheet[line.last_year]
    place = style.RIGHT if line.type in NUMBERS else style.LEFT
    style.put(
        cell,
        stored(line, filling.last_year.get(line.id), filling.language),
        style.FAINT,
        style.SHOWN_FILL,
        place,
    )
    cell.number_format = FORMATS[line.type]

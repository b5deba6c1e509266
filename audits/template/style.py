"""How the workbook looks: fonts, fills, borders, print set-up; one place, so that every sheet agrees."""

from math import ceil
from unicodedata import east_asian_width

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

FACE = "等线"
INK, SOFT, BLUE = "1F2A37", "6B7280", "1F4E79"
TITLE = Font(name=FACE, size=16, bold=True, color=BLUE)
INTRO = Font(name=FACE, size=10, color=SOFT)
CAPTION = Font(name=FACE, size=12, bold=True, color=BLUE)
HEADER = Font(name=FACE, size=10, bold=True, color="FFFFFF")
LABEL = Font(name=FACE, size=10, color=INK)
STRONG = Font(name=FACE, size=10, bold=True, color=INK)
FAINT = Font(name=FACE, size=9, color=SOFT)
HEADER_FILL = PatternFill("solid", fgColor=BLUE)
HEADING_FILL = PatternFill("solid", fgColor="E8EEF5")
INPUT_FILL = PatternFill("solid", fgColor="FFF9E0")
STOP_FILL = PatternFill("solid", fgColor="F9CFCB")
LOOK_FILL = PatternFill("solid", fgColor="FBE3BF")
SHOWN_FILL = PatternFill("solid", fgColor="EEF0F2")
CLOSED_FILL = PatternFill("lightUp", fgColor="C8CDD3", bgColor="F3F4F6")
LINE = Side(style="thin", color="BFC5CC")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
WHOLE = Alignment(horizontal="left", vertical="center")
RIGHT = Alignment(horizontal="right", vertical="center")
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
OPEN = Protection(locked=False)
A4 = 9
LINE_HEIGHT = 15.0


def put(
    cell: Cell,
    value: object,
    font: Font,
    fill: PatternFill | None = None,
    place: Alignment = LEFT,
    box: bool = True,
) -> Cell:
    """Write one cell with its look. Text is never taken for a formula."""
    cell.value = value  # type: ignore[assignment]
    if isinstance(value, str):
        cell.data_type = "s"
    cell.font, cell.alignment = font, place
    if fill:
        cell.fill = fill
    if box:
        cell.border = BOX
    return cell


def width(text: str) -> int:
    """How many columns of text it takes: a Han character takes two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def height(*texts: tuple[str, float]) -> float:
    """Row height in points for texts in columns of the given widths."""
    rows = max(sum(ceil(width(part) / (room - 1)) or 1 for part in text.split("\n")) for text, room in texts)
    return max(1, rows) * LINE_HEIGHT + 5


def printed(sheet: Worksheet, header: str, footer: str, landscape: bool = True) -> None:
    """A4, as wide as the page, titles repeated, pages numbered."""
    sheet.page_setup.paperSize = A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.print_options.horizontalCentered = True
    sheet.oddHeader.right.text = header or None  # type: ignore[union-attr]
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = footer, "&P / &N"  # type: ignore[union-attr]


def protected(sheet: Worksheet) -> None:
    """Labels cannot be typed over, widths may be changed. No password: it guards against slips only."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.protection.formatCells = False

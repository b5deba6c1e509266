"""What a workbook says comes back exactly, with its marks."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import numbers
from python_calamine import CalamineWorkbook

from audits.config import Upload
from audits.workbook.place import letters
from audits.workbook.read import read_workbook
from audits.workbook.wire import opened
from compliance.form.cells import Book, Cell, Mark, Value
from tests.attack.make_archive import good, zipped
from tests.attack.make_workbook import cell, parts, sheet, text, workbook

DATA = Path(__file__).parents[4] / "shared" / "data"
REAL = sorted(DATA.glob("messy/**/*.xlsx")) + sorted(DATA.glob("ledgers/**/*.xlsx"))
ALL = Upload(cell_characters=10**6)


def book(content: bytes) -> Book:
    read = opened(read_workbook(content, ALL))
    assert isinstance(read, Book), read
    return read


def only(part: bytes, where: str = "B2", **more: bytes) -> Cell:
    return book(good(sheet=part, **more)).sheets[0].cells[where]


@pytest.mark.parametrize(
    ("stored", "value"),
    [
        ("12.50", "12.50"),
        ("0.30000000000000004", "0.3"),
        ("82010.789999999994", "82010.79"),
        ("-0", "0"),
        ("1.5E3", "1500"),
        ("123456789012345", "123456789012345"),
    ],
)
def test_a_number_is_exact(stored: str, value: str) -> None:
    assert only(cell(f"<v>{stored}</v>")) == Cell(Decimal(value))


@pytest.mark.parametrize(
    ("inner", "more", "value", "marks"),
    [
        ("<f>1+1</f><v>2</v>", "", Decimal(2), {Mark.FORMULA}),
        ("<f>1+1</f>", "", None, {Mark.FORMULA, Mark.UNCALCULATED}),
        ("<f>1+1</f><v></v>", "", None, {Mark.FORMULA, Mark.UNCALCULATED}),
        ("<f>1/0</f><v>#DIV/0!</v>", ' t="e"', "#DIV/0!", {Mark.FORMULA, Mark.ERROR}),
        ("<v>1</v>", ' t="b"', True, set()),
        ("<v>0</v>", ' t="s"', "收入", set()),
        ("<v>0.5</v>", ' s="3"', Decimal("0.5"), {Mark.PERCENT}),
        ("<v>120000</v>", ' s="2"', Decimal(120000), {Mark.SCALED}),
        ("<v>120000</v>", ' s="4"', Decimal(120000), {Mark.SCALED}),
        ("<v>45657</v>", ' s="1"', date(2024, 12, 31), set()),
        ("<v>2024-12-31</v>", ' t="d"', date(2024, 12, 31), set()),
        ("<v>0</v>", ' s="1"', Decimal(0), {Mark.FALSE_DATE}),
        ("<v>60</v>", ' s="1"', Decimal(60), {Mark.FALSE_DATE}),
        ("<v>-1</v>", ' s="1"', Decimal(-1), {Mark.FALSE_DATE}),
        ("<v>2958466</v>", ' s="1"', Decimal(2958466), {Mark.FALSE_DATE}),
    ],
)
def test_a_cell_comes_with_its_marks(inner: str, more: str, value: Value, marks: set[Mark]) -> None:
    assert only(cell(inner, more=more)) == Cell(value, frozenset(marks))


def test_the_1904_date_system_gives_the_same_day() -> None:
    old = workbook(before='<workbookPr date1904="1"/>')
    assert only(cell("<v>44195</v>", more=' s="1"'), workbook=old).value == date(2024, 12, 31)


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("a_x000D_b", "a\rb"),
        ("_x005F_x0000_", "_x0000_"),
        ("_xD83D__xDE00_", "\N{GRINNING FACE}"),
        ("&lt;b&gt;&#x4E2D;&amp;amp;", "<b>中&amp;"),
        ("=1+1", "=1+1"),
        ("  收入　", "  收入　"),
    ],
)
def test_text_is_decoded_as_excel_does_and_not_trimmed(stored: str, shown: str) -> None:
    assert only(text(stored)) == Cell(shown)


def test_hidden_merged_and_linked_cells_are_marked() -> None:
    rows = '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>'
    rows += '<row r="2"><c r="A2"><v>1</v></c><c r="C2"><v>1</v></c></row>'
    around = '<mergeCells><mergeCell ref="A2:B2"/></mergeCells><hyperlinks><hyperlink ref="A2" r:id="x"/></hyperlinks>'
    around = around.replace(' r:id="x"', ' location="x"')
    cells = (
        book(good(sheet=sheet(rows, around, '<cols><col min="3" max="3" hidden="1"/></cols>')))
        .sheets[0]
        .cells
    )
    assert cells["A1"].marks == {Mark.HIDDEN} == cells["C2"].marks
    assert cells["A2"].marks == {Mark.MERGED, Mark.LINK}
    assert cells["B2"] == Cell(None, frozenset({Mark.MERGED}))


def test_the_dimension_is_only_a_hint_and_missing_references_are_counted() -> None:
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c><v>3</v></c></row>"
    for said in ("A1", "A1:XFD1048576"):
        cells = book(good(sheet=sheet(rows, before=f'<dimension ref="{said}"/>'))).sheets[0].cells
        assert {where: one.value for where, one in cells.items()} == {"A1": 1, "B1": 2, "A5": 3}


def test_other_spellings_of_the_same_xml_read_the_same() -> None:
    usual = cell("<v>7</v>", more=' s="0"')
    spaced = usual.replace(b"><v", b"  ><!-- <c r='B2'/> --><v").replace(b's="0"', b"s = '0'")
    prefixed = usual.replace(b"xmlns=", b"xmlns:x=")
    for tag in (b"worksheet", b"sheetData", b"row", b"c", b"v"):
        prefixed = prefixed.replace(b"<" + tag + b" ", b"<x:" + tag + b" ").replace(
            b"<" + tag + b">", b"<x:" + tag + b">"
        )
        prefixed = prefixed.replace(b"</" + tag + b">", b"</x:" + tag + b">")
    for part in (usual, spaced, prefixed, usual.decode().encode("utf-16")):
        assert only(part) == Cell(Decimal(7))


def test_hidden_sheets_and_pictures_are_noticed_and_stored_archives_read() -> None:
    names = workbook(("财务",), state="veryHidden")
    read = book(zipped({**parts(workbook=names), "xl/media/image1.png": b"\x89PNG"}, 0))
    assert read.sheets[0].hidden and read.notices == ("hidden_sheet:财务", "pictures:1")


def test_what_openpyxl_writes_is_read() -> None:
    made, out = Workbook(), BytesIO()
    page = made.active
    assert page is not None
    page.append(["名称", 0.1 + 0.2, date(2024, 2, 29), True])
    page["B1"].number_format = numbers.FORMAT_PERCENTAGE_00
    page.protection.enable()
    made.save(out)
    cells = book(out.getvalue()).sheets[0].cells
    assert [cells[f"{one}1"].value for one in "ABCD"] == ["名称", Decimal("0.3"), date(2024, 2, 29), True]
    assert cells["B1"].marks == {Mark.PERCENT}


def same(ours: Value, theirs: object) -> bool:
    if isinstance(ours, Decimal) and isinstance(theirs, int | float):
        return abs(float(ours) - theirs) <= 1e-9 * max(1, abs(theirs))
    if isinstance(ours, date):
        return str(theirs)[:10] == ours.isoformat()
    if isinstance(ours, str) and isinstance(theirs, str):
        return ours.strip() == theirs.strip()  # calamine trims where xml:space is not set
    return ours == theirs or (ours is None and theirs == "")


@pytest.mark.parametrize("path", REAL, ids=[path.name for path in REAL])
def test_every_cell_of_a_real_workbook_is_what_calamine_reads(path: Path) -> None:
    content = path.read_bytes()
    other = CalamineWorkbook.from_filelike(BytesIO(content))
    for page in book(content).sheets:
        rows = other.get_sheet_by_name(page.name).to_python(skip_empty_area=False)
        read = {f"{letters(x)}{y}": held for y, row in enumerate(rows, 1) for x, held in enumerate(row, 1)}
        filled = {where for where, held in read.items() if held != ""}
        ours = {where: one for where, one in page.cells.items() if one.value not in (None, "")}
        different = [
            where for where in filled | ours.keys() if Mark.ERROR not in getattr(ours.get(where), "marks", ())
        ]
        different = [
            one for one in different if one not in ours or not same(ours[one].value, read.get(one, ""))
        ]
        assert not different, [(one, ours.get(one), read.get(one)) for one in different[:5]]

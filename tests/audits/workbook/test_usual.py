"""The quick way and the exact way read the same; what the quick way does not know goes the exact way."""

from pathlib import Path

import pytest

from audits.config import Upload
from audits.template import template
from audits.workbook.archive import unpack
from audits.workbook.grid import grids
from audits.workbook.package import contents
from audits.workbook.read import read_workbook
from audits.workbook.style import styles
from audits.workbook.usual import usual_sheet, usual_strings
from audits.workbook.wire import opened
from compliance.facts import Kind
from compliance.form.cells import Book
from tests.attack.make_archive import zipped
from tests.attack.make_workbook import cell, sheet, text
from tests.audits.workbook.test_read import ALL, REAL

MADE = {kind: template(kind, 2025) for kind in Kind}


def quick(content: bytes) -> bool:
    members = unpack(content, ALL)
    known = contents(members, ALL)
    return grids(members, known, styles(members[known.styles], known.styles), ALL) is not None


def exactly(content: bytes) -> bytes:
    """The same workbook, a comment in each sheet: the quick way does not know comments."""
    members = unpack(content, ALL)
    odd = {name: data.replace(b"<sheetData>", b"<sheetData><!-- -->") for name, data in members.items()}
    return zipped({name: odd[name] if "worksheets/" in name else data for name, data in members.items()})


def same(content: bytes) -> None:
    one, other = opened(read_workbook(content, ALL)), opened(read_workbook(exactly(content), ALL))
    assert isinstance(one, Book) and isinstance(other, Book) and one.notices == other.notices
    for ours, theirs in zip(one.sheets, other.sheets, strict=True):
        assert (ours.name, ours.hidden) == (theirs.name, theirs.hidden)
        assert dict(ours.cells) == dict(theirs.cells)


@pytest.mark.parametrize("kind", MADE)
def test_our_own_workbook_goes_the_quick_way_and_reads_the_same(kind: Kind) -> None:
    assert quick(MADE[kind])
    assert not quick(exactly(MADE[kind]))
    same(MADE[kind])


@pytest.mark.parametrize("path", REAL, ids=[path.name for path in REAL])
def test_a_real_workbook_reads_the_same_both_ways(path: Path) -> None:
    same(path.read_bytes())


@pytest.mark.parametrize(
    "part",
    [
        cell("<v>NaN</v>"),
        cell("<v>1,5</v>"),
        cell("<v></v>"),
        cell("<v>1</v>", "XFD1048576"),
        cell("<v>1</v>", "IW1"),
        cell("<v>1</v>", "A20001"),
        cell("<v>1234567890123456</v>"),
        cell("<v>#DIV/0!</v>", more=' t="e"'),
        cell("<f>1+1</f>"),
        cell("<v>1</v><v>2</v>"),
        text(" a"),
        text("a "),
        text("&#0;"),
        text("a_x0000_b"),
        text("字" * 4001),
        text("a" * 4000 + "&amp;" + "a" * 4000),
        sheet('<row r="1"><c r="A2"><v>1</v></c></row>'),
        sheet("<row>"),
        sheet("").replace(b"<worksheet", b"<!DOCTYPE w><worksheet"),
        sheet("").decode().encode("utf-16"),
        b"<?xml version='1.0' encoding='gbk'?>" + sheet(""),
    ],
)
def test_what_is_not_spelled_as_usual_goes_the_exact_way(part: bytes) -> None:
    assert usual_sheet(part) is None


@pytest.mark.parametrize(
    "inner",
    [
        "<si><t>a</t></si>",
        "<si><t>R&amp;D</t></si>",
        "<si><t>&#27494;</t></si>",
        '<si><r><t>a</t></r><r><rPr><b/><rFont val="宋体"/></rPr><t xml:space="preserve"> b</t></r></si>',
        '<si><r><t>a</t></r><phoneticPr fontId="1" type="noConversion"/></si>',
    ],
)
def test_plain_shared_strings_are_usual(inner: str) -> None:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    assert usual_strings(f'{head}<sst xmlns="x">{inner}</sst>'.encode())


RUNS = f"<si>{'<r><t>' + 'a' * 3000 + '</t></r>'}{'<r><t>' + 'a' * 3000 + '</t></r>'}</si>"
LONG = f"<si><t>{'a' * 4000}&amp;{'a' * 4000}</t></si>"


@pytest.mark.parametrize(
    "inner", ["<si><t> a</t></si>", "<si><t>&x;</t></si>", "<si><r><t>a</t></r>b</si>", LONG, RUNS]
)
def test_other_shared_strings_are_not(inner: str) -> None:
    assert not usual_strings(f'<sst xmlns="x">{inner}</sst>'.encode())


def test_the_same_cell_twice_is_never_settled_by_the_last() -> None:
    doubled = sheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')
    from_both = zipped({**unpack(MADE[Kind.FOUNDATION], Upload()), "xl/worksheets/sheet1.xml": doubled})
    assert not quick(from_both)

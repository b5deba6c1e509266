"""What a file is, is said by its bytes; every real spreadsheet is read or named."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audits.config import Upload
from audits.upload import Limits, open_report, safe_name
from audits.workbook.read import read_workbook
from audits.workbook.wire import opened
from compliance.form.cells import Book
from tests.attack.make_archive import good

DATA = Path(__file__).parents[3] / "shared" / "data"
REAL = sorted(path for place in ("messy", "ledgers") for path in (DATA / place).rglob("*") if path.is_file())
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
XML = b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'


def said(content: bytes, name: str = "年报.xlsx") -> str:
    answer = open_report(content, name, Limits())
    assert isinstance(answer, tuple) and len(answer) == 1
    return answer[0].message.zh


@pytest.mark.parametrize(
    ("content", "name", "word"),
    [
        (b"%PDF-1.7\n", "年报.xlsx", "PDF"),
        (b"\xef\xbb\xbf<html><table></table></html>", "年报.xlsx", "网页表格"),
        ("机构名称,收入\n某基金会,100\n".encode("gbk"), "年报.xlsx", "GBK"),
        ("机构名称,收入\n".encode("utf-16"), "年报.csv", "CSV"),
        (XML, "年报.xlsx", "SpreadsheetML"),
        (OLE + "Workbook".encode("utf-16-le"), "年报.xlsx", "另存为 .xlsx"),
        (OLE + "Workbook".encode("utf-16-le"), "年报.xls", "97-2003"),
        (OLE + "Workbook".encode("utf-16-le"), "年报.et", "WPS"),
        (OLE + "WordDocument".encode("utf-16-le"), "年报.wps", "WPS"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "年报.xlsx", "已加密"),
        (bytes(range(128, 256)) * 8, "年报.xlsx", "不是有效的 .xlsx"),
        (gzip.compress(b"a", mtime=0), "年报.gz", "压缩文件"),
        (b"MZ\x90", "年报.xlsx.exe", "程序"),
        (b"{}", "年报.xlsx", "JSON"),
        (bytes(11 << 20), "年报.xlsx", "超过 10 MB"),
    ],
)
def test_a_foreign_file_is_named(content: bytes, name: str, word: str) -> None:
    assert word in said(content, name)


@pytest.mark.parametrize("name", ["年报.xlsx.exe", "年报.php", "年报", "年报.xlsm"])
def test_only_the_right_extension_is_taken(name: str) -> None:
    assert ".xlsx" in said(good(), name)


def test_capital_letters_in_the_extension_are_fine() -> None:
    assert isinstance(open_report(good(), "年报.XLSX", Limits()), Book)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\x\\年报.xlsx", "年报.xlsx"),
        ("a\u202excod.xlsx", "axcod.xlsx"),
        ("", "未命名"),
    ],
)
def test_a_hostile_name_is_shown_harmless(name: str, shown: str) -> None:
    assert safe_name(name) == shown


@pytest.mark.parametrize("path", REAL, ids=[path.name for path in REAL])
def test_every_real_file_is_a_book_or_is_named(path: Path) -> None:
    answer = open_report(path.read_bytes(), path.name, Limits())
    if path.suffix == ".xlsx" and isinstance(answer, tuple):
        assert {one.rule for one in answer} == {"file.long_cell"}
    else:
        assert isinstance(answer, Book) is (path.suffix == ".xlsx")


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=8))
@settings(max_examples=300, deadline=None)
def test_flipped_bytes_end_as_a_book_or_as_faults(flips: list[tuple[int, int]]) -> None:
    content = bytearray(good())
    for at, byte in flips:
        content[at % len(content)] = byte
    answer = opened(read_workbook(bytes(content), Upload()))
    assert isinstance(answer, Book) or answer

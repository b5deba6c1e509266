"""The register taken in from files as offices make them: CSV in any encoding, workbooks, one bad row."""

import csv
import io
from collections.abc import Mapping
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from audits.refusal import Unfit
from audits.register import import_register
from audits.register.columns import RowFault
from compliance.facts import Kind
from models.db import Session
from models.event import events_of
from models.organization import Organization, Particular, find
from tests import make

DAY = date(2025, 6, 30)
CODE = make.code(900001, Kind.ASSOCIATION)
OTHER = make.code(900002)
HEAD = ["统一社会信用代码", "名称", "类型", "区划", "业务主管单位", "成立登记日期", "认定慈善组织日期", "评估等级",
        "评估有效期起", "评估有效期止", "法定代表人", "住所", "原始基金（元）", "曾用名"]  # fmt: skip
ASSOCIATION = [CODE, "阳光市养老服务协会", "社会团体", "东城区", "阳光市民政局养老处", "２０１９年３月１日", "", "3A级",
               "2023-01-01", "2027-12-31", "张三", "东城区一号", "", "阳光市敬老协会"]  # fmt: skip
FOUNDATION = [OTHER, "阳光市教育基金会", "基金会", "西城区", "", "2015/3/1", "2018-01-01", "", "", "", "李四", "西城区二号",
              "２，０００，０００．００", ""]  # fmt: skip


def table(*rows: list[str], head: list[str] = HEAD) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([head, *rows])
    return text.getvalue()


def changed(row: list[str], **by: str) -> list[str]:
    return [by.get(heading, value) for heading, value in zip(HEAD, row, strict=True)]


def taken(db: Session, content: bytes, name: str = "登记簿.csv") -> tuple[RowFault, ...]:
    return import_register(db, content, name, DAY)


@pytest.fixture(autouse=True)
def office(db: Session) -> None:
    make.registrar(db)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_a_csv_is_read_in_every_encoding_offices_use(db: Session, encoding: str) -> None:
    assert taken(db, table(ASSOCIATION, FOUNDATION).encode(encoding)) == ()
    found = find(db, CODE)
    assert found is not None and found.unit is not None
    assert (found.name, found.registered_on) == ("阳光市养老服务协会", date(2019, 3, 1))
    assert found.unit.name == "阳光市民政局养老处"
    foundation = find(db, OTHER)
    assert foundation is not None and foundation.original_fund == 200_000_000
    assert [event.details["grade"] for event in events_of(db, CODE)] == ["3A"]


def test_a_workbook_is_read_like_a_csv(db: Session) -> None:
    book, file = Workbook(), BytesIO()
    assert book.active is not None
    for row in (HEAD, ASSOCIATION, FOUNDATION):
        book.active.append(row)
    book.save(file)
    assert taken(db, file.getvalue(), "登记簿.xlsx") == ()
    assert find(db, OTHER) is not None


def test_english_headings_are_understood(db: Session) -> None:
    head = ["Code", "Name", "Kind", "District", "Registered on", "Legal representative", "Address"]
    row = [OTHER, "阳光市教育基金会", "foundation", "西城区", "2015-03-01", "李四", "西城区二号"]
    assert taken(db, table(row, head=head).encode()) == ()


BAD: Mapping[str, tuple[dict[str, str], str]] = {
    "统一社会信用代码": ({"统一社会信用代码": CODE[:-1] + ("0" if CODE[-1] != "0" else "1")}, "校验位"),
    "名称": ({"名称": " "}, "不能为空"),
    "类型": ({"类型": "基金会"}, "前两位"),
    "成立登记日期": ({"成立登记日期": "19-3-1"}, "2024-12-31"),
    "评估等级": ({"评估有效期止": ""}, "有效期"),
}


@pytest.mark.parametrize("column", BAD)
def test_a_bad_row_is_named_and_nothing_is_imported(db: Session, column: str) -> None:
    by, words = BAD[column]
    faults = taken(db, table(FOUNDATION, changed(ASSOCIATION, **by)).encode())
    assert [(fault.row, fault.column) for fault in faults] == [(3, column)]
    assert words in faults[0].said.zh
    assert find(db, OTHER) is None


def test_every_bad_row_is_told_at_once(db: Session) -> None:
    bad = changed(ASSOCIATION, 名称="", 住所="")
    faults = taken(
        db, table(bad, FOUNDATION, FOUNDATION, changed(FOUNDATION, 成立登记日期="2031-01-01")).encode()
    )
    told = [(fault.row, fault.column) for fault in faults]
    assert told[:2] == [(2, "住所"), (2, "名称")]
    assert {(4, "统一社会信用代码"), (5, "统一社会信用代码"), (5, "成立登记日期")} <= set(told)


def test_unknown_and_missing_columns_are_told(db: Session) -> None:
    faults = taken(db, "名称,颜色\n甲,红\n".encode())
    assert (1, "颜色") in [(fault.row, fault.column) for fault in faults]
    assert (1, "统一社会信用代码") in [(fault.row, fault.column) for fault in faults]


def test_an_unknown_registrar_is_told(db: Session) -> None:
    row = [*FOUNDATION, "某县民政局"]
    [fault] = taken(db, table(row, head=[*HEAD, "登记管理机关"]).encode())
    assert (fault.row, fault.column) == (2, "登记管理机关")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xff\x00\x81", b'a,"b\n'])
def test_what_is_no_table_is_refused_in_words(db: Session, content: bytes) -> None:
    with pytest.raises(Unfit):
        taken(db, content)


def test_a_workbook_that_is_none_is_refused(db: Session) -> None:
    with pytest.raises(Unfit):
        taken(db, b"%PDF-1.7", "登记簿.xlsx")


def test_a_change_keeps_what_was_before(db: Session) -> None:
    taken(db, table(ASSOCIATION).encode())
    later = import_register(
        db, table(changed(ASSOCIATION, 名称="阳光市康养协会")).encode(), "a.csv", date(2025, 7, 1)
    )
    assert later == ()
    kept = [(row.what, row.value, row.since) for row in db.query(Particular).order_by(Particular.id)]
    assert kept == [
        ("former_name", "阳光市敬老协会", date(2019, 3, 1)),
        ("name", "阳光市养老服务协会", date(2019, 3, 1)),
        ("name", "阳光市康养协会", date(2025, 7, 1)),
    ]
    assert len(events_of(db, CODE)) == 1
    assert db.query(Organization).count() == 1


def test_the_same_file_twice_changes_nothing(db: Session) -> None:
    for _ in range(2):
        assert taken(db, table(ASSOCIATION, FOUNDATION).encode()) == ()
    assert db.query(Organization).count() == 2
    assert db.query(Particular).count() == 1

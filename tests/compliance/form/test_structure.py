"""What is not our template, or no longer whole, is named (rows 45-50); what is whole is still read."""

from functools import cache

import pytest

from audits.template import template
from compliance.facts import Fault, Kind, Severity
from compliance.form.book import INSTRUCTIONS, MARK_CELL, by_id, lines
from compliance.form.cells import Book, Cell, Mark, Sheet
from compliance.form.example import example
from compliance.form.example.narrative import code
from compliance.form.read import Expect, Reading, read
from tests.workbook import changed, opened

KIND, YEAR = Kind.FOUNDATION, 2025
LINES = by_id(KIND, YEAR)
BALANCE = "资产负债表"


@cache
def good() -> Book:
    return opened(template(KIND, YEAR, prefill=example(KIND, YEAR)))


def with_cell(line: str, cell: Cell | None) -> Book:
    return changed(good(), LINES[line].sheet, {LINES[line].cell: cell})


def the(reading: Reading, rule: str) -> Fault:
    (found,) = [fault for fault in reading.faults if fault.rule == rule]
    return found


def test_a_missing_sheet_is_named_and_what_was_not_checked_is_said() -> None:
    book = Book(tuple(sheet for sheet in good().sheets if sheet.name != BALANCE))
    reading = read(book)
    assert [(fault.rule, fault.sheet) for fault in reading.faults] == [("form.sheet.missing", BALANCE)]
    assert reading.not_checked == (f"form.lines:{BALANCE}",)
    assert "activity.total_income.total" in reading.values


def test_a_renamed_sheet_is_offered() -> None:
    fault = the(read(changed(good(), BALANCE, {}, name="资产负债表1")), "form.sheet.missing")
    assert "是否为“资产负债表1”" in fault.message.zh


def test_a_space_behind_a_sheets_name_is_read_and_mentioned() -> None:
    reading = read(changed(good(), BALANCE, {}, name=f"{BALANCE} "))
    assert [(fault.rule, fault.severity) for fault in reading.faults] == [
        ("form.sheet.name", Severity.ADVISE)
    ]
    assert reading.values == example(KIND, YEAR)


def test_a_sheet_nobody_asked_for_may_be_away() -> None:
    book = opened(template(Kind.ASSOCIATION, YEAR, prefill=example(Kind.ASSOCIATION, YEAR)))
    reading = read(Book(tuple(sheet for sheet in book.sheets if sheet.name != "公开募捐")))
    assert reading.faults == ()


def shifted(sheet: Sheet, at: int) -> Sheet:
    """The sheet with a row inserted above row `at`."""
    moved = {}
    for cell, held in sheet.cells.items():
        row = int(cell[1:])
        moved[f"{cell[0]}{row + (row >= at)}"] = held
    return Sheet(sheet.name, moved)


@pytest.mark.parametrize("at", [5, 8, 30])
def test_an_inserted_row_stops_its_sheet_and_no_value_is_read_from_a_wrong_place(at: int) -> None:
    book = Book(tuple(shifted(one, at) if one.name == BALANCE else one for one in good().sheets))
    reading = read(book)
    fault = the(reading, "form.sheet.moved")
    assert fault.sheet == BALANCE and "插入" in fault.message.zh
    assert not [line for line in reading.values if line.startswith("balance.")]


def test_changed_labels_stop_their_sheet() -> None:
    labels = {line.label_cell: Cell("别的") for line in lines(KIND, YEAR) if line.sheet == BALANCE}
    fault = the(read(changed(good(), BALANCE, labels)), "form.sheet.moved")
    assert (fault.found, fault.expected) == ("别的", "货币资金")


def test_sheets_in_another_order_are_all_read() -> None:
    assert read(Book(tuple(reversed(good().sheets)))).faults == ()


def test_merged_answers_are_refused_by_cell() -> None:
    fault = the(
        read(with_cell("balance.cash.closing", Cell(None, frozenset({Mark.MERGED})))), "form.cell.merged"
    )
    assert fault.cell == LINES["balance.cash.closing"].cell


@pytest.mark.parametrize(
    ("book", "rule"),
    [
        (Book(()), "form.template.foreign"),
        (Book((Sheet("Sheet1", {"A1": Cell("姓名")}),)), "form.template.foreign"),
        (Book((Sheet(INSTRUCTIONS),)), "form.template.mark"),
        (Book((Sheet(INSTRUCTIONS, {MARK_CELL: Cell("别的表 v3")}),)), "form.template.mark"),
        (Book((Sheet(INSTRUCTIONS, {MARK_CELL: Cell("YG-foundation-2025-00000000")}),)), "form.template.old"),
    ],
)
def test_what_is_not_our_template_gets_one_fault(book: Book, rule: str) -> None:
    reading = read(book)
    assert [fault.rule for fault in reading.faults] == [rule]
    assert (reading.kind, reading.values, reading.not_checked) == (None, {}, ("form.lines",))


@pytest.mark.parametrize(
    ("expect", "rule"),
    [
        (Expect(kind=Kind.ASSOCIATION), "form.template.kind"),
        (Expect(year=2024), "form.template.year"),
        (Expect(code=code(KIND, 2)), "form.code.other"),
    ],
)
def test_another_kind_year_or_organization_than_expected_is_one_fault(expect: Expect, rule: str) -> None:
    assert [fault.rule for fault in read(good(), expect).faults] == [rule]


def test_what_was_expected_is_accepted() -> None:
    assert read(good(), Expect(code(KIND, 1), KIND, YEAR)).faults == ()

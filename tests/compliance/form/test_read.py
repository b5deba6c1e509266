"""Whole workbooks (rows 45-50, 72, 76): what is not our template is named, everything else told at once."""

from functools import cache

import pytest

from audits.template import template
from compliance.facts import Fault, Kind, Severity
from compliance.form.book import by_id
from compliance.form.cells import Book, Cell
from compliance.form.example import example
from compliance.form.read import Reading, read
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


def test_a_fault_names_sheet_cell_line_what_was_found_and_what_to_do() -> None:
    fault = the(read(with_cell("charity.donations_cash.value", Cell("123.45万元"))), "form.money.unit")
    line = LINES["charity.donations_cash.value"]
    assert (fault.sheet, fault.cell, fault.line) == (line.sheet, line.cell, line.id)
    assert (fault.found, fault.expected) == ("123.45万元", "1234500")
    place = f"{line.sheet}!{line.cell}"
    assert fault.message.zh == (
        f"{place} 本年接受捐赠：现金：填的是“123.45万元”。本表单位是元，请填 1234500。"
    )
    assert "enter 1234500" in fault.message.en


def test_a_blank_optional_amount_is_absent_and_never_zero() -> None:
    reading = read(with_cell("balance.receivables.closing", None))
    assert reading.faults == ()
    assert "balance.receivables.closing" not in reading.values


def test_a_blank_required_line_stops() -> None:
    fault = the(read(with_cell("balance.cash.closing", None)), "form.required")
    assert (fault.severity, fault.line) == (Severity.STOP, "balance.cash.closing")


def test_every_fault_is_told_in_one_pass() -> None:
    book = with_cell("balance.cash.closing", Cell("无"))
    book = changed(book, "基本信息", {LINES["basic.registered_on.value"].cell: Cell("2023-02-29")})
    book = changed(book, "承诺书", {LINES["commitment.signer.value"].cell: None})
    rules = [fault.rule for fault in read(book).faults]
    assert sorted(rules) == ["form.day.none", "form.money.dash", "form.required"]


def test_a_wrong_answer_is_not_also_called_missing() -> None:
    reading = read(with_cell("balance.cash.closing", Cell("-")))
    assert [fault.rule for fault in reading.faults] == ["form.money.dash"]


def test_every_line_left_blank_is_named_where_it_is_required() -> None:
    reading = read(opened(template(KIND, YEAR)))
    missed = {fault.line for fault in reading.faults}
    assert "balance.cash.closing" in missed and "balance.receivables.closing" not in missed
    assert {fault.rule for fault in reading.faults} == {"form.required"}


def test_charity_lines_are_required_of_charities_only() -> None:
    blank = opened(template(Kind.ASSOCIATION, YEAR, prefill=example(Kind.ASSOCIATION, YEAR, charity=False)))
    assert read(blank).faults == ()
    line = by_id(Kind.ASSOCIATION, YEAR)["basic.charity.value"]
    missed = {fault.line for fault in read(changed(blank, line.sheet, {line.cell: Cell("是")})).faults}
    assert {"charity.charitable_spending.value", "basic.charity_since.value"} <= missed


def test_what_was_answered_without_being_asked_is_mentioned_once_a_part() -> None:
    faults = read(with_cell("basic.fundraising.value", Cell("否"))).faults
    parts = [fault.line.partition(".")[0] for fault in faults]
    assert {fault.rule for fault in faults} == {"form.not_asked"}
    assert {fault.severity for fault in faults} == {Severity.ADVISE}
    assert "fundraising" in parts and len(set(parts)) == len(parts)


def test_a_row_once_begun_is_completed() -> None:
    reading = read(with_cell("related_parties.party_2.name", Cell("甲公司")))
    assert {fault.rule for fault in reading.faults} == {"form.row.unfinished"}
    assert len(reading.faults) == 3


def test_a_filing_number_that_stands_twice_is_mentioned_with_its_row() -> None:
    first, second = LINES["fundraising.campaign_1.filing"], LINES["fundraising.campaign_2.filing"]
    number = good().sheet(first.sheet).cells[first.cell]  # type: ignore[union-attr]
    fault = the(read(changed(good(), first.sheet, {second.cell: number})), "form.row.twice")
    assert f"第 {first.cell[1:]} 行" in fault.message.zh


@pytest.mark.parametrize(
    ("line", "value", "rule"),
    [
        ("basic.year.value", 2024, "form.year.other"),
        ("basic.kind.value", "社会团体", "form.kind.other"),
    ],
)
def test_an_answer_that_contradicts_the_template_stops(line: str, value: str | int, rule: str) -> None:
    assert the(read(with_cell(line, Cell(value))), rule).severity is Severity.STOP


def test_personal_numbers_are_masked_in_faults() -> None:
    reading = read(with_cell("basic.phone.value", Cell("13812341234")))
    fault = the(reading, "form.text.personal")
    assert fault.found == "138****1234" and "13812341234" not in fault.message.zh

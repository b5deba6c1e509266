"""Counts, shares and years."""

import pytest

from compliance.facts import Kind, Severity
from compliance.form.answer.cell import answer
from compliance.form.book import by_id
from compliance.form.cells import Cell, Mark, Value

LINES = by_id(Kind.FOUNDATION, 2025)


@pytest.mark.parametrize(
    ("line", "written", "value"),
    [
        ("governance.board_size.value", 9, 9),
        ("governance.board_size.value", "12", 12),
        ("governance.board_size.value", "1,200", 1200),
        ("basic.year.value", 2025, 2025),
        ("basic.year.value", "2025", 2025),
    ],
)
def test_numbers_are_read_without_a_word(line: str, written: Value, value: object) -> None:
    got = answer(Cell(written), LINES[line])
    assert (got.value, got.remarks) == (value, ())


@pytest.mark.parametrize(
    ("line", "written", "value"),
    [
        ("basic.year.value", "２０２５年", 2025),
        ("basic.year.value", "2025年度", 2025),
        ("governance.board_size.value", "１２人", 12),
        ("governance.board_size.value", "12 次", 12),
    ],
)
def test_numbers_in_another_dress_are_shown_back(line: str, written: str, value: object) -> None:
    got = answer(Cell(written), LINES[line])
    assert got.value == value and got.remarks[0].severity is Severity.ADVISE


@pytest.mark.parametrize(
    ("line", "written", "rule"),
    [
        ("governance.board_size.value", "3.5", "form.integer.format"),
        ("governance.board_size.value", -1, "form.integer.negative"),
        ("governance.board_size.value", "-2", "form.integer.negative"),
        ("governance.board_size.value", "无", "form.integer.dash"),
        ("governance.board_size.value", "十二", "form.integer.numeral"),
        ("governance.board_size.value", True, "form.integer.format"),
        ("governance.board_size.value", 10**17, "form.integer.range"),
        ("governance.board_size.value", "9" * 30, "form.integer.range"),
        ("governance.board_attendance.value", "185%", "form.share.format"),
        ("governance.board_attendance.value", 85, "form.share.format"),
        ("basic.year.value", "25", "form.year.format"),
        ("basic.year.value", 20255, "form.year.format"),
        ("basic.year.value", "一九九九", "form.year.format"),
    ],
)
def test_what_is_no_such_number_is_refused(line: str, written: Value, rule: str) -> None:
    got = answer(Cell(written), LINES[line])
    assert got.value is None
    assert (got.remarks[0].severity, got.remarks[0].rule) == (Severity.STOP, rule)


def test_a_share_may_be_written_with_a_percent_sign_or_in_a_percent_cell() -> None:
    line = LINES["governance.board_attendance.value"]
    assert str(answer(Cell("85%"), line).value) == "0.85"
    assert answer(Cell("0.85", frozenset({Mark.PERCENT})), line).remarks == ()


def test_a_count_in_a_percent_cell_is_refused() -> None:
    got = answer(Cell(1, frozenset({Mark.PERCENT})), LINES["governance.board_size.value"])
    assert got.remarks[0].rule == "form.cell.percent"

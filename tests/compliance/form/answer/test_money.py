"""Amounts as people write them (reliability.md 3.2, rows 51-64): nothing changes in silence."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.facts import MOST_FEN, Kind, Severity, yuan
from compliance.form.answer.cell import answer
from compliance.form.book import by_id
from compliance.form.cells import Cell, Mark, Value

LINES = by_id(Kind.FOUNDATION, 2025)
DONATIONS = LINES["activity.donation_income.total"]
CHANGE = LINES["activity.change_in_net_assets.total"]


@pytest.mark.parametrize(
    ("written", "fen"),
    [
        (0, 0),
        (1234, 123400),
        (Decimal("1234.5"), 123450),
        (Decimal("-0.0"), 0),
        (Decimal("0.30000000000000004"), 30),
        (Decimal("1234567.8900000001"), 123456789),
        ("1234", 123400),
        ("1,234,567.89", 123456789),
        ("9999999999999.99", 999999999999999),
    ],
)
def test_a_plain_amount_is_read_without_a_word(written: Value, fen: int) -> None:
    read = answer(Cell(written), DONATIONS)
    assert (read.value, read.remarks) == (fen, ())


@pytest.mark.parametrize(
    ("written", "fen"),
    [
        ("１２３４．５６", 123456),
        ("1，234，567.89元", 123456789),
        ("1234元", 123400),
        ("¥1,234.00", 123400),
        ("￥1234", 123400),
        ("人民币1234元", 123400),
        ("\ufeff1\u00a0234\u200b", 123400),
        (" 1234 ", 123400),
        (Decimal("1234.567"), 123457),
        ("1234.567", 123457),
    ],
)
def test_an_amount_written_otherwise_is_shown_back(written: Value, fen: int) -> None:
    read = answer(Cell(written), DONATIONS)
    assert read.value == fen
    (remark,) = read.remarks
    assert remark.severity is Severity.ADVISE
    assert remark.expected.replace(",", "") == yuan(fen)
    assert remark.expected in remark.said.zh and remark.expected in remark.said.en


@pytest.mark.parametrize(
    ("written", "rule", "offer"),
    [
        ("123.45万元", "form.money.unit", "1234500"),
        ("123.45万", "form.money.unit", "1234500"),
        ("１２３.４５万元", "form.money.unit", "1234500"),
        ("1.2亿", "form.money.unit", "120000000"),
        ("3千万", "form.money.unit", "30000000"),
        ("壹佰贰拾叁万肆仟伍佰元整", "form.money.numeral", "1234500"),
        ("人民币叁仟元整", "form.money.numeral", "3000"),
        ("伍元陆角柒分", "form.money.numeral", "5.67"),
        ("-", "form.money.dash", ""),
        ("——", "form.money.dash", ""),
        ("无", "form.money.dash", ""),
        ("N/A", "form.money.dash", ""),
        ("12%", "form.money.percent", ""),
        ("NaN", "form.money.format", ""),
        ("Infinity", "form.money.format", ""),
        ("inf", "form.money.format", ""),
        ("0x10", "form.money.format", ""),
        ("1_000", "form.money.format", ""),
        ("1e5", "form.money.format", ""),
        ("٣٤٥", "form.money.format", ""),
        ("1,5", "form.money.format", ""),
        ("12,34", "form.money.format", ""),
        ("约100", "form.money.format", ""),
        ("1.234.567", "form.money.format", ""),
        ("   ", "form.text.spaces", ""),
        ("\u3000", "form.text.spaces", ""),
        ("12\x0034", "form.text.control", ""),
        ("-1234.00", "form.money.negative", ""),
        ("(1,234.00)", "form.money.negative", ""),
        ("\u22121234", "form.money.negative", ""),
        (-1, "form.money.negative", ""),
        (10**15, "form.money.range", ""),
        (Decimal("1e308"), "form.money.range", ""),
        (Decimal("NaN"), "form.money.range", ""),
        (Decimal("Infinity"), "form.money.range", ""),
        ("9" * 400, "form.money.range", ""),
        (True, "form.money.type", ""),
        (date(2024, 12, 31), "form.money.type", ""),
        ("#DIV/0!", "form.money.format", ""),
    ],
)
def test_what_is_no_amount_in_yuan_is_refused_with_the_figure_meant(
    written: Value, rule: str, offer: str
) -> None:
    read = answer(Cell(written), DONATIONS)
    (remark,) = read.remarks
    assert (read.value, remark.severity, remark.rule, remark.expected) == (None, Severity.STOP, rule, offer)
    assert offer in remark.said.zh and offer in remark.said.en


@pytest.mark.parametrize("written", ["-1234.00", "(1,234.00)", "\u22121234", -1234, "－１２３４"])
def test_the_sign_of_a_change_is_never_lost(written: Value) -> None:
    assert answer(Cell(written), CHANGE).value == -123400


def test_a_percentage_format_is_no_amount() -> None:
    read = answer(Cell(Decimal("0.12"), frozenset({Mark.PERCENT})), DONATIONS)
    assert read.value is None


def test_a_scaled_format_is_shown_back_in_yuan_and_in_ten_thousands() -> None:
    read = answer(Cell(1234500, frozenset({Mark.SCALED})), DONATIONS)
    assert read.value == 123450000
    assert "1,234,500.00 元" in read.remarks[0].said.zh and "123.45 万元" in read.remarks[0].said.zh


@pytest.mark.parametrize("mark", [Mark.UNCALCULATED, Mark.ERROR, Mark.MERGED])
def test_a_cell_without_a_sound_value_is_refused(mark: Mark) -> None:
    read = answer(Cell(None, frozenset({mark})), DONATIONS)
    assert read.value is None and read.remarks[0].severity is Severity.STOP


@pytest.mark.parametrize("mark", [Mark.FORMULA, Mark.HIDDEN, Mark.LINK])
def test_a_formula_a_hidden_cell_and_a_link_are_read_and_marked(mark: Mark) -> None:
    read = answer(Cell(12, frozenset({mark})), DONATIONS)
    assert read.value == 1200 and read.remarks[0].severity is Severity.ADVISE


@given(st.integers(-MOST_FEN, MOST_FEN))
def test_every_amount_of_whole_fen_is_read_exactly(fen: int) -> None:
    for written in (Decimal(fen) / 100, yuan(fen), f"{Decimal(fen) / 100:,.2f}"):
        assert answer(Cell(written), CHANGE).value == fen


@given(st.text(max_size=30))
def test_no_text_becomes_an_amount_without_digits_or_ends_in_an_exception(text: str) -> None:
    read = answer(Cell(text), CHANGE)
    assert read.value is None or any(letter.isdigit() for letter in text)
    assert read.value is not None or read.remarks

"""Days as people write them (rows 65-71)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.facts import Kind, Severity
from compliance.form.answer.cell import answer
from compliance.form.book import by_id
from compliance.form.cells import Cell, Mark, Value

SIGNED = by_id(Kind.FOUNDATION, 2025)["commitment.signed_on.value"]
LAST = date(2024, 12, 31)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (LAST, LAST),
        ("2024-12-31", LAST),
        ("2024年12月31日", LAST),
        ("2024年1月5日", date(2024, 1, 5)),
        ("2024-02-29", date(2024, 2, 29)),
    ],
)
def test_a_clear_day_is_read_without_a_word(written: Value, read: date) -> None:
    got = answer(Cell(written), SIGNED)
    assert (got.value, got.remarks) == (read, ())


@pytest.mark.parametrize(
    "written",
    ["二〇二四年十二月三十一日", "二零二四年十二月三十一日", "2024.12.31", "2024/12/31",
     "20241231", 20241231,
     Decimal(20241231), "２０２４年１２月３１日", "２０２４-１２-３１", " 2024-12-31\u3000", "2024 年 12 月 31 日"],
)  # fmt: skip
def test_a_day_written_otherwise_is_shown_back(written: Value) -> None:
    got = answer(Cell(written), SIGNED)
    assert got.value == LAST
    (remark,) = got.remarks
    assert remark.severity is Severity.ADVISE and "2024-12-31" in remark.said.zh


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("2024-02-30", "form.day.none"),
        ("2023-02-29", "form.day.none"),
        ("2024年13月1日", "form.day.none"),
        ("20240230", "form.day.none"),
        ("二〇二四年二月三十日", "form.day.none"),
        ("24/12/31", "form.day.format"),
        ("12/31/2024", "form.day.format"),
        ("03/04/2024", "form.day.format"),
        ("民国113年12月31日", "form.day.format"),
        ("腊月三十", "form.day.format"),
        ("甲辰年腊月初一", "form.day.format"),
        ("2999-01-01", "form.day.range"),
        (date(2999, 1, 1), "form.day.range"),
        ("2024.12", "form.day.format"),
        (Decimal("2024.12"), "form.day.format"),
        (45657, "form.day.format"),
        (57318, "form.day.format"),
        (0, "form.day.format"),
        (60, "form.day.format"),
        (-1, "form.day.format"),
        (2958466, "form.day.format"),
        (True, "form.day.format"),
        ("明天", "form.day.format"),
        ("2024/12-31", "form.day.format"),
    ],
)
def test_what_is_no_certain_day_is_refused(written: Value, rule: str) -> None:
    got = answer(Cell(written), SIGNED)
    assert got.value is None
    assert (got.remarks[0].severity, got.remarks[0].rule) == (Severity.STOP, rule)


def test_a_serial_that_is_no_day_is_refused() -> None:
    assert answer(Cell(60, frozenset({Mark.FALSE_DATE})), SIGNED).remarks[0].rule == "form.day.serial"


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    for written in (day, day.isoformat(), f"{day.year}年{day.month}月{day.day}日"):
        assert answer(Cell(written), SIGNED).value == day


@given(st.text(max_size=20))
def test_no_text_ends_in_an_exception(text: str) -> None:
    got = answer(Cell(text), SIGNED)
    assert got.value is not None or got.remarks

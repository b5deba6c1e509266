"""Any cell whatever gives an answer or a remark, never an exception."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.facts import Kind
from compliance.form import Line, Type
from compliance.form.answer import brief, found, simple
from compliance.form.answer.cell import answer, blank
from compliance.form.book import lines
from compliance.form.cells import Cell, Mark, Value
from compliance.form.say import fault, shown, written

BY_TYPE = {line.type: line for line in lines(Kind.FOUNDATION, 2026)}
VALUES = (
    st.text(max_size=60)
    | st.integers()
    | st.booleans()
    | st.dates()
    | st.decimals(allow_nan=True, allow_infinity=True)
    | st.sampled_from([Decimal("1E+999999999"), Decimal("-1E-999999999"), 10**4000, "1" * 4000, "\ud800"])
)


def test_every_type_of_the_contract_has_a_line() -> None:
    assert set(BY_TYPE) == set(Type)


@given(VALUES, st.sampled_from(list(BY_TYPE.values())), st.frozensets(st.sampled_from(list(Mark))))
def test_any_cell_gives_an_answer_or_says_why_not(value: Value, line: Line, marks: frozenset[Mark]) -> None:
    got = answer(Cell(value, marks), line)
    assert got.value is not None or got.remarks
    for remark in got.remarks:
        told = fault(line, remark, value)
        assert told.message.zh and told.message.en and len(told.found) <= 40
    if got.value is not None:
        assert shown(line, got.value).zh
        assert isinstance(written(line, got.value), str | int | bool)


def test_blank_means_nothing_entered_and_spaces_are_something() -> None:
    assert (
        blank(None) and blank(Cell(None)) and blank(Cell("")) and blank(Cell(None, frozenset({Mark.HIDDEN})))
    )
    assert not blank(Cell(" ")) and not blank(Cell(0)) and not blank(Cell(None, frozenset({Mark.MERGED})))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"a": 1}, "{…}"),
        ([[]], "[…]"),
        (True, "True"),
        (date(2024, 1, 2), "2024-01-02"),
        ("长" * 500, "长" * 39 + "…"),
    ],
)
def test_anything_found_is_shown_briefly(value: object, text: str) -> None:
    assert found(value) == text
    assert len(brief(value)) <= 200


def test_whole_numbers_are_whole_however_they_were_stored() -> None:
    assert (simple(Decimal("2025.0")), type(simple(Decimal("2025.0")))) == (2025, int)
    assert answer(Cell(Decimal("2025.0")), BY_TYPE[Type.YEAR]).value == 2025
    assert answer(Cell(Decimal("100000.0")), BY_TYPE[Type.TEXT]).value == "100000"

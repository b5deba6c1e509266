"""Answers from a list, and yes or no."""

import pytest

from compliance.facts import Kind, Severity
from compliance.form.answer.cell import answer
from compliance.form.book import by_id
from compliance.form.cells import Cell, Value

LINES = by_id(Kind.FOUNDATION, 2025)


@pytest.mark.parametrize(
    ("line", "written", "value"),
    [
        ("basic.charity.value", "是", True),
        ("basic.charity.value", "No", False),
        ("basic.charity.value", False, False),
        ("basic.assessment_grade.value", "4A", "4A"),
        ("basic.assessment_grade.value", "４Ａ", "4A"),
        ("basic.assessment_grade.value", "未评估", "none"),
        ("basic.kind.value", "Foundation", "foundation"),
        ("basic.kind.value", " 基金会 ", "foundation"),
    ],
)
def test_a_choice_is_read_in_either_language(line: str, written: Value, value: object) -> None:
    got = answer(Cell(written), LINES[line])
    assert (got.value, got.remarks) == (value, ())


@pytest.mark.parametrize(("written", "value"), [("√", True), ("有", True), ("无", False), ("n", False)])
def test_other_words_for_yes_and_no_are_shown_back(written: str, value: bool) -> None:
    got = answer(Cell(written), LINES["basic.charity.value"])
    assert got.value is value and got.remarks[0].severity is Severity.ADVISE


@pytest.mark.parametrize(
    ("line", "written", "rule"),
    [
        ("basic.charity.value", "也许", "form.yes_no.unknown"),
        ("basic.charity.value", 1, "form.yes_no.unknown"),
        ("basic.assessment_grade.value", "6A", "form.choice.unknown"),
        ("basic.kind.value", True, "form.choice.unknown"),
    ],
)
def test_what_is_not_on_the_list_is_refused_with_the_list(line: str, written: Value, rule: str) -> None:
    got = answer(Cell(written), LINES[line])
    assert got.value is None
    assert (got.remarks[0].rule, bool(got.remarks[0].expected)) == (rule, True)

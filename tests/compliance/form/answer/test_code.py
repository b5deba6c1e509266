"""Social credit codes (rows 73-76)."""

import pytest
from stdnum.cn import uscc

from compliance.facts import Kind, Severity
from compliance.form.answer.cell import answer
from compliance.form.book import by_id
from compliance.form.cells import Cell, Value
from compliance.form.example.narrative import code

LINE = by_id(Kind.FOUNDATION, 2025)["basic.code.value"]
OURS = code(Kind.FOUNDATION, 1)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("number", [1, 7, 123, 99999999])
def test_made_up_codes_are_valid_and_of_no_real_place(kind: Kind, number: int) -> None:
    made = code(kind, number)
    assert uscc.is_valid(made) and made[2:8] == "999901"


def test_a_right_code_is_read_without_a_word() -> None:
    got = answer(Cell(OURS), LINE)
    assert (got.value, got.remarks) == (OURS, ())


@pytest.mark.parametrize(
    "written",
    [OURS.lower(), f"{OURS[:6]} {OURS[6:12]} {OURS[12:]}", f" {OURS}\u200b", OURS.translate(
        {ord(digit): chr(ord(digit) + 0xFEE0) for digit in "0123456789"})],
)  # fmt: skip
def test_a_code_in_another_dress_is_normalized_and_shown_back(written: str) -> None:
    got = answer(Cell(written), LINE)
    assert got.value == OURS
    assert got.remarks[0].severity is Severity.ADVISE


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        (OURS[:-1] + ("0" if OURS[-1] != "0" else "1"), "form.code.check"),
        (OURS[:8] + OURS[15] + OURS[9:15] + OURS[8] + OURS[16:], "form.code.check"),
        (OURS[:-1], "form.code.length"),
        (OURS + "1", "form.code.length"),
        (OURS.replace("0", "O", 1), "form.code.letter"),
        ("91440300398545405T", "form.code.foreign"),
        (539999010000000000, "form.code.number"),
        (True, "form.code.number"),
        ("无", "form.code.length"),
    ],
)
def test_a_wrong_code_is_refused_in_words_that_say_why(written: Value, rule: str) -> None:
    got = answer(Cell(written), LINE)
    assert got.value is None
    assert (got.remarks[0].severity, got.remarks[0].rule) == (Severity.STOP, rule)

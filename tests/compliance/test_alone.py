"""One report alone gets the answers that it gets in a frame."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars import DataFrame, Expr, col

from compliance.alone import Asked, alone
from compliance.facts import Kind
from compliance.inspection import TRUTHS, columns, questions

YEARS = (2015, 2025, 2026)
FEW = (None, 0, 1, 7, 10, 69, 70, 100, 10**8, 6 * 10**9, -5)
"""Few amounts, so that equality and the limits of the bands are often met exactly."""


@st.composite
def rows(draw: st.DrawFn) -> tuple[int, dict[str, Any]]:
    year = draw(st.sampled_from(YEARS))
    random = draw(st.randoms(use_true_random=False))
    row: dict[str, Any] = {name: random.choice(FEW) for name in columns(year)}
    row |= {name: random.choice((True, False, None)) for name in TRUTHS}
    row |= {"kind": random.choice((*(str(kind) for kind in Kind), None)), "year": year}
    return year, row


def expressions(year: int) -> dict[str, Expr]:
    put = questions(year)
    told = {question.key: question.broken for question in put}
    return told | {f"{one.key} expects": one.expected for one in put if one.expected is not None}


@cache
def answers(year: int) -> dict[str, Asked]:
    return {name: alone(expression) for name, expression in expressions(year).items()}


@given(rows())
def test_a_row_alone_is_answered_as_in_a_frame(drawn: tuple[int, dict[str, Any]]) -> None:
    year, row = drawn
    told = expressions(year)
    asked = dict(columns(year))
    frame = DataFrame({name: [row[name]] for name in asked}, schema=asked)
    framed = frame.select(expression.alias(name) for name, expression in told.items()).row(0, named=True)
    assert {name: answer(row) for name, answer in answers(year).items()} == framed


@pytest.mark.parametrize("expression", [col("a").sin(), col("a") // 2, col("a").sum()])
def test_what_no_rule_does_is_refused_and_not_guessed(expression: Expr) -> None:
    with pytest.raises(ValueError, match="cannot be asked of one report"):
        alone(expression)

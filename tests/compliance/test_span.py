from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.facts import Said
from compliance.span import Days, Span, alike, counted, span_at, span_of


@pytest.mark.parametrize(
    ("text", "first", "last", "before"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "2025"),
        ("2026H1", date(2026, 1, 1), date(2026, 6, 30), "2025H2"),
        ("2026H2", date(2026, 7, 1), date(2026, 12, 31), "2026H1"),
        ("2024Q1", date(2024, 1, 1), date(2024, 3, 31), "2023Q4"),
        ("2026Q3", date(2026, 7, 1), date(2026, 9, 30), "2026Q2"),
    ],
)
def test_a_span_has_its_days_and_one_before(text: str, first: date, last: date, before: str) -> None:
    span = span_of(text)
    assert span is not None
    assert (span.key, span.first, span.last, span.before.key) == (text, first, last, before)
    assert span.a_year_before.year == span.year - 1


@pytest.mark.parametrize(
    "text", ["", "26", "2026H3", "2026Q5", "2026Q0", "2026h1", " 2026", "20261", "２０２６"]
)
def test_what_is_no_span_is_none(text: str) -> None:
    assert span_of(text) is None


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.sampled_from(["", "H", "Q"]))
def test_spans_follow_one_another_without_gap_or_overlap(day: date, kind: str) -> None:
    span = span_at(day, kind)
    assert span.first <= day <= span.last
    assert span.before.last == span.first - timedelta(days=1)
    assert span_of(span.key) == span


def test_a_span_says_its_name_in_both_languages() -> None:
    assert Span(2026, "H", 1).said == Said("2026年上半年", "first half of 2026")
    assert Span(2026, "Q", 4).said == Said("2026年第四季度", "quarter 4 of 2026")
    assert Span(2026).said == Said("2026年", "2026")


def test_a_running_span_is_held_against_as_many_days_of_the_other() -> None:
    span = Span(2026, "H", 2)
    days = counted(span, date(2026, 7, 10))
    assert days == Days(date(2026, 7, 1), date(2026, 7, 10))
    assert alike(days, span, span.before) == Days(date(2026, 1, 1), date(2026, 1, 10))
    assert days.season == 2025


def test_a_whole_span_is_held_against_the_whole_other() -> None:
    span = Span(2026, "Q", 1)
    days = counted(span, date(2026, 9, 1))
    assert alike(days, span, span.before) == Days(date(2025, 10, 1), date(2025, 12, 31))


def test_a_span_that_has_not_begun_cannot_be_counted() -> None:
    with pytest.raises(ValueError, match="2027"):
        counted(Span(2027), date(2026, 12, 31))

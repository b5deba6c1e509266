from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.workday import (
    Arrangement,
    CalendarUnknown,
    Period,
    Unit,
    add_months,
    add_workdays,
    add_years,
    after,
    gazette_of,
    is_known,
    is_workday,
    known_years,
    last_day,
    last_day_if_known,
    workday_from,
    workdays_between,
)
from tests.compliance.sample import day

NOTICES = {
    2020: (
        "01-01 01-24..02-02 04-04..04-06 05-01..05-05 06-25..06-27 10-01..10-08",
        "01-19 04-26 05-09 06-28 09-27 10-10",
    ),
    2021: (
        "01-01..01-03 02-11..02-17 04-03..04-05 05-01..05-05 06-12..06-14 09-19..09-21 10-01..10-07",
        "02-07 02-20 04-25 05-08 09-18 09-26 10-09",
    ),
    2022: (
        "01-01..01-03 01-31..02-06 04-03..04-05 04-30..05-04 06-03..06-05 09-10..09-12 10-01..10-07",
        "01-29 01-30 04-02 04-24 05-07 10-08 10-09",
    ),
    2023: (
        "01-01..01-02 01-21..01-27 04-05 04-29..05-03 06-22..06-24 09-29..10-06",
        "01-28 01-29 04-23 05-06 06-25 10-07 10-08",
    ),
    2024: (
        "01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-08..06-10 09-15..09-17 10-01..10-07",
        "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    ),
    2025: (
        "01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08",
        "01-26 02-08 04-27 09-28 10-11",
    ),
    2026: (
        "01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07",
        "01-04 02-14 02-28 05-09 09-20 10-10",
    ),
}
"""The State Council's holiday notices: days off, and weekend days on which people work instead."""


def spread(year: int, text: str) -> list[date]:
    found = []
    for part in text.split():
        first, _, last = part.partition("..")
        start, end = day(f"{year}-{first}"), day(f"{year}-{last or first}")
        found += [start + timedelta(days=i) for i in range((end - start).days + 1)]
    return found


OFF = [one for year, (off, _) in NOTICES.items() for one in spread(year, off)]
ON = [one for year, (_, on) in NOTICES.items() for one in spread(year, on)]


@pytest.mark.parametrize("one", OFF, ids=str)
def test_a_day_off_by_the_notice_is_no_working_day(one: date) -> None:
    assert not is_workday(one)


@pytest.mark.parametrize("one", ON, ids=str)
def test_a_make_up_day_on_a_weekend_is_a_working_day(one: date) -> None:
    assert one.weekday() >= 5
    assert is_workday(one)


@pytest.mark.parametrize("year", NOTICES)
def test_every_other_day_follows_the_week(year: int) -> None:
    told = {*OFF, *ON}
    days = (date(year, 1, 1) + timedelta(days=i) for i in range(366))
    assert all(is_workday(one) == (one.weekday() < 5) for one in days if one.year == year and one not in told)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2025-01-24", 1, "2025-01-26"),  # Friday; Sunday is worked for Spring Festival
        ("2025-01-24", 3, "2025-02-05"),  # 26 and 27 January, then the festival to 4 February
        ("2025-01-27", 1, "2025-02-05"),
        ("2025-01-27", 4, "2025-02-08"),  # Saturday 8 February is worked
        ("2025-01-27", 5, "2025-02-10"),
        ("2026-02-13", 1, "2026-02-14"),
        ("2026-02-13", 2, "2026-02-24"),
        ("2026-02-13", 6, "2026-02-28"),
        ("2024-02-09", 1, "2024-02-18"),
        ("2025-09-26", 2, "2025-09-29"),
        ("2025-09-30", 1, "2025-10-09"),
        ("2025-09-30", 15, "2025-10-28"),
        ("2025-05-30", 1, "2025-06-03"),
        ("2025-12-31", 1, "2026-01-04"),
        ("2024-02-28", 1, "2024-02-29"),
        ("2025-06-13", 15, "2025-07-04"),
        ("2025-06-13", 0, "2025-06-13"),
        ("2025-10-09", -1, "2025-09-30"),
        ("2025-02-10", -7, "2025-01-24"),
    ],
)
def test_working_days_are_counted_from_the_next_day(start: str, count: int, end: str) -> None:
    assert add_workdays(day(start), count) == day(end)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-08-31", 6, "2025-02-28"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2025-03-31", 1, "2025-04-30"),
        ("2025-12-31", 2, "2026-02-28"),
        ("2025-12-15", 1, "2026-01-15"),
        ("2025-02-28", 12, "2026-02-28"),
        ("2025-05-31", -3, "2025-02-28"),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_the_month(start: str, months: int, end: str) -> None:
    assert add_months(day(start), months) == day(end)


@pytest.mark.parametrize(
    ("start", "years", "end"),
    [("2024-02-29", 1, "2025-02-28"), ("2024-02-29", 4, "2028-02-29"), ("2023-07-01", 2, "2025-07-01")],
)
def test_a_year_from_29_february_is_full_on_28_february(start: str, years: int, end: str) -> None:
    assert add_years(day(start), years) == day(end)


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        ("2025-09-16", Period(15, Unit.DAYS), "2025-10-09"),  # 1 October is a holiday up to the 8th
        ("2025-09-15", Period(15, Unit.DAYS), "2025-09-30"),
        ("2025-04-01", Period(60, Unit.DAYS), "2025-06-03"),  # 31 May, a Saturday of the Dragon Boat holiday
        ("2025-03-28", Period(60, Unit.DAYS), "2025-05-27"),
        ("2024-08-31", Period(6, Unit.MONTHS), "2025-02-28"),
        ("2025-11-30", Period(1, Unit.MONTHS), "2025-12-30"),
        ("2024-05-31", Period(1, Unit.YEARS), "2025-06-03"),
        ("2025-09-28", Period(5, Unit.WORKDAYS), "2025-10-11"),
    ],
)
def test_a_last_day_of_rest_moves_to_the_next_working_day(start: str, period: Period, end: str) -> None:
    assert last_day(day(start), period) == day(end)


def test_a_period_that_is_only_full_is_not_moved() -> None:
    assert after(day("2024-05-31"), Period(1, Unit.YEARS)) == day("2025-05-31")


@pytest.mark.parametrize("year", [2003, 2027, 2035])
def test_a_year_without_a_notice_is_said_and_never_guessed(year: int) -> None:
    with pytest.raises(CalendarUnknown) as raised:
        is_workday(date(year, 3, 3))
    assert raised.value.year == year
    assert f"{year}年" in raised.value.said.zh
    assert str(year) in raised.value.said.en


def test_counting_into_an_unknown_year_is_refused() -> None:
    assert last_day_if_known(day("2026-12-20"), Period(15, Unit.WORKDAYS)) is None
    with pytest.raises(CalendarUnknown):
        add_workdays(day("2026-12-20"), 15)


def test_calendar_days_alone_need_no_notice() -> None:
    assert after(day("2026-12-20"), Period(15, Unit.DAYS)) == day("2027-01-04")


def test_a_notice_entered_by_the_office_makes_a_year_known() -> None:
    gazette = {2027: Arrangement(off=frozenset([day("2027-01-01")]), on=frozenset([day("2027-01-02")]))}
    assert not is_workday(day("2027-01-01"), gazette)
    assert is_workday(day("2027-01-02"), gazette)
    assert add_workdays(day("2026-12-31"), 1, gazette) == day("2027-01-02")


def test_it_can_be_asked_whether_a_year_is_known() -> None:
    assert is_known(2026)
    assert not is_known(2027)
    assert is_known(2027, gazette_of([(day("2027-01-01"), False)]))


def test_a_single_day_entered_by_the_office_comes_before_the_library() -> None:
    gazette = gazette_of([(day("2025-10-09"), False), (day("2025-10-04"), True)])
    assert not is_workday(day("2025-10-09"), gazette)
    assert is_workday(day("2025-10-04"), gazette)
    assert not is_workday(day("2025-10-05"), gazette)
    assert is_workday(day("2025-10-10"), gazette)


def test_working_days_between_leave_out_the_first_and_count_the_last() -> None:
    assert workdays_between(day("2025-09-30"), day("2025-10-11")) == 3
    assert workdays_between(day("2025-09-30"), day("2025-09-30")) == 0
    assert workday_from(day("2025-10-01")) == day("2025-10-09")


DAYS = st.dates(date(min(known_years()) + 1, 1, 1), date(max(known_years()) - 1, 12, 31))


@given(DAYS, st.integers(1, 30))
def test_counting_there_and_between_agree(start: date, count: int) -> None:
    end = add_workdays(start, count)
    assert is_workday(end)
    assert workdays_between(start, end) == count

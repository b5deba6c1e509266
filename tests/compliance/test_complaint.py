"""Complaints in law: which step may follow, and by when the office owes something."""

from datetime import date, timedelta

import pytest

from compliance.complaint import ENDED, Doing, Done, clock, due, following
from compliance.law.petition_regulations import ANSWER, ANSWER_EXTENSION, TAKE_UP
from compliance.workday import workday_from

DAY = date(2025, 3, 3)


def steps(*doings: Doing, every: int = 0) -> list[Done]:
    return [Done(doing, DAY + timedelta(days=n * every), n) for n, doing in enumerate(doings)]


def test_only_what_was_taken_up_gets_a_finding() -> None:
    received = following(steps(Doing.RECEIVED))
    assert Doing.PROPOSED not in received and Doing.TAKEN_UP in received
    assert Doing.PROPOSED in following(steps(Doing.RECEIVED, Doing.TAKEN_UP))


def test_a_finding_waits_for_another_officer_until_it_is_sent_back() -> None:
    proposed = (Doing.RECEIVED, Doing.TAKEN_UP, Doing.PROPOSED)
    assert Doing.ANSWERED in following(steps(*proposed))
    assert Doing.PROPOSED not in following(steps(*proposed))
    back = following(steps(*proposed, Doing.SENT_BACK))
    assert Doing.PROPOSED in back and Doing.ANSWERED not in back


@pytest.mark.parametrize("last", ENDED)
def test_nothing_follows_an_end_and_no_clock_runs(last: Doing) -> None:
    ended = steps(Doing.RECEIVED, Doing.TAKEN_UP, last)
    assert following(ended) == ()
    assert clock(ended) is None and due(ended) is None


def test_the_clocks_are_those_of_the_regulations() -> None:
    for period, course in ((TAKE_UP, (Doing.RECEIVED,)), (ANSWER, (Doing.RECEIVED, Doing.TAKEN_UP))):
        text = period.on(DAY)
        assert text is not None
        end = workday_from(DAY + timedelta(days=text.value.count))
        assert due(steps(*course)) == end


def test_the_time_to_answer_is_extended_once() -> None:
    course = (Doing.RECEIVED, Doing.TAKEN_UP, Doing.EXTENDED)
    answer, more = ANSWER.on(DAY), ANSWER_EXTENSION.on(DAY)
    assert answer and more
    assert due(steps(*course)) == workday_from(DAY + timedelta(days=answer.value.count + more.value.count))
    assert Doing.EXTENDED not in following(steps(*course))


def test_a_year_without_published_holidays_is_not_guessed() -> None:
    assert due([Done(Doing.RECEIVED, date(2098, 12, 30))]) is None

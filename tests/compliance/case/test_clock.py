"""The clocks of a case: their ends, what lengthens them, whom they await, what they hold up."""

from datetime import date
from functools import partial

from compliance.case import Actor, Matter, Move
from compliance.case.clock import due, end, waiting
from compliance.case.penalty import TO_DECIDE
from compliance.case.step import Course, Made
from compliance.case.table import steps

OPENED = Made(Move.OPENED, date(2026, 3, 2), 1)
NOTICED = Made(Move.NOTICED, date(2026, 3, 9), 1)


def fine(*moves: Made, amount: str = "60000.00") -> Course:
    """A case about a fine."""
    return Course(Matter.FINE, [OPENED, *moves], {"amount": amount})


def test_the_time_to_decide_is_ninety_days_and_moves_off_a_holiday() -> None:
    assert end(fine(), TO_DECIDE) == date(2026, 6, 1)  # ninety days end on Sunday, 31 May


def test_the_time_to_decide_is_longer_by_an_extension_and_by_the_days_it_stood_still() -> None:
    extended = Made(Move.EXTENDED, date(2026, 5, 20), 2)
    assert end(fine(extended), TO_DECIDE) == date(2026, 6, 30)
    held, resumed = Made(Move.HELD, date(2026, 4, 1), 1), Made(Move.RESUMED, date(2026, 4, 11), 1)
    assert end(fine(held, resumed), TO_DECIDE) == date(2026, 6, 10)


def test_a_clock_that_stands_still_has_no_end() -> None:
    assert end(fine(Made(Move.HELD, date(2026, 4, 1), 1)), TO_DECIDE) is None


def test_a_proposal_waits_for_the_time_to_speak_and_for_the_time_to_ask_for_a_hearing() -> None:
    told = fine(NOTICED)
    (step,) = steps(told, Move.PROPOSED)
    assert waiting(told, step, date(2026, 3, 16), partial(end, told)) is not None
    assert waiting(told, step, date(2026, 3, 17), partial(end, told)) is None
    spoken = fine(NOTICED, Made(Move.STATED, date(2026, 3, 10), 7))
    assert waiting(spoken, step, date(2026, 3, 11), partial(end, spoken)) is not None, (
        "it may still ask for a hearing"
    )
    small = Course(Matter.FINE, spoken.moves, {"amount": "100.00"})
    assert waiting(small, step, date(2026, 3, 11), partial(end, small)) is None
    waived = fine(NOTICED, Made(Move.WAIVED, date(2026, 3, 10), 7))
    assert waiting(waived, step, date(2026, 3, 11), partial(end, waived)) is None


def test_who_has_to_move_is_told_with_the_day_the_soonest_first() -> None:
    found = due(fine(NOTICED))
    assert [(one.step.move, one.holder, one.end) for one in found[:2]] == [
        (Move.STATED, Actor.ORGANIZATION, date(2026, 3, 16)),
        (Move.WAIVED, Actor.ORGANIZATION, date(2026, 3, 16)),
    ]
    assert found[-1].end == date(2026, 6, 1) and not found[-1].late(date(2026, 6, 1))
    assert found[-1].late(date(2026, 6, 2))


def test_where_the_holidays_of_a_year_are_not_known_no_end_is_guessed() -> None:
    late = Course(
        Matter.FINE, [Made(Move.OPENED, date(2030, 3, 1), 1), Made(Move.NOTICED, date(2030, 3, 4), 1)]
    )
    assert [one.end for one in due(late)] == [None] * len(due(late))


def test_an_order_ends_on_the_day_that_it_sets_itself() -> None:
    served = [
        OPENED,
        *(Made(move, date(2026, 3, 9), 1) for move in (Move.PROPOSED, Move.DECIDED, Move.SERVED)),
    ]
    order = Course(Matter.RECTIFICATION, served, {"due": "2026-05-20"})
    assert [(one.step.move, one.end) for one in due(order)] == [(Move.PERFORMED, date(2026, 5, 20))]

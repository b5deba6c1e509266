"""The published table: how a matter goes, what cannot be skipped, what is said of a missing step."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.case import PENALTIES, Actor, Matter, Move
from compliance.case.step import Course, Made
from compliance.case.table import ENDINGS, TABLE, following, missing_step, over, steps
from compliance.case.weight import heavy

DAY = date(2026, 6, 1)
LARGE, SMALL = {"amount": "50000.00"}, {"amount": "49999.99"}


def course(matter: Matter, *moves: Move, **facts: Any) -> Course:
    """A course of moves, one a week."""
    return Course(matter, [Made(move, DAY + timedelta(7 * n), 1) for n, move in enumerate(moves)], facts)


@pytest.mark.parametrize("matter", list(Matter))
def test_every_matter_begins_by_opening_and_every_move_of_it_can_be_reached(matter: Matter) -> None:
    assert {step.move for step in following(course(matter))} == {Move.OPENED}
    seen: set[Move] = set()
    for facts in ({}, LARGE):
        _walk_all(Course(matter, [], facts), seen, 0)
    assert seen == {step.move for step in TABLE[matter]}


def _walk_all(here: Course, seen: set[Move], depth: int) -> None:
    """Go every way on, each move once, as deep as a case gets."""
    for move in {step.move for step in following(here)} - {one.move for one in here.moves}:
        if move not in seen or depth < 4:
            seen.add(move)
            _walk_all(Course(here.matter, [*here.moves, Made(move, DAY, 1)], here.facts), seen, depth + 1)


@given(st.sampled_from(PENALTIES), st.sampled_from((LARGE, SMALL)), st.data())
def test_no_penalty_is_decided_without_the_steps_of_the_law(
    matter: Matter, facts: dict[str, Any], data: st.DataObject
) -> None:
    here = Course(matter, [], facts)
    for number in range(30):
        found = sorted({step.move for step in following(here)})
        if not found:
            break
        move = data.draw(st.sampled_from(found))
        here = Course(matter, [*here.moves, Made(move, DAY + timedelta(number), 1)], facts)
        if move is Move.DECIDED:
            assert {Move.OPENED, Move.NOTICED, Move.PROPOSED} <= {one.move for one in here.moves}
            if heavy(here):
                assert here.has(Move.REVIEWED) and here.has(Move.DISCUSSED)
            if here.has(Move.HEARING_ASKED):
                assert here.has(Move.HEARD) and here.has(Move.REVIEWED)


@pytest.mark.parametrize("matter", list(Matter))
def test_a_decision_is_never_for_one_person_alone(matter: Matter) -> None:
    assert all(step.by is Actor.SECOND for step in TABLE[matter] if step.move is Move.DECIDED)


@pytest.mark.parametrize("matter", list(Matter))
def test_after_its_end_only_appeals_remain(matter: Matter) -> None:
    for end in ENDINGS[matter]:
        if end not in {step.move for step in TABLE[matter]}:
            continue
        here = course(matter, *(step.move for step in TABLE[matter] if step.move is not end), end)
        assert over(here)
        assert {step.move for step in following(here)} <= {Move.APPEALED, Move.APPEAL_ENDED}


@pytest.mark.parametrize(
    ("matter", "facts", "hears"),
    [
        (Matter.WARNING, {}, False),
        (Matter.FINE, SMALL, False),
        (Matter.FINE, LARGE, True),
        (Matter.CONFISCATION, LARGE, True),
        (Matter.SUSPENSION, {}, True),
        (Matter.REVOCATION, {}, True),
        (Matter.STRIKE_OFF, {}, True),
    ],
)
def test_a_hearing_is_offered_where_the_law_says(matter: Matter, facts: dict[str, Any], hears: bool) -> None:
    here = course(matter, Move.OPENED, Move.NOTICED, **facts)
    assert bool(steps(here, Move.HEARING_ASKED)) is hears


@pytest.mark.parametrize(
    ("made", "move", "words"),
    [
        ((Move.OPENED,), Move.DECIDED, "须先提出处理意见、法制审核、集体讨论"),
        ((Move.OPENED,), Move.PROPOSED, "须先发出告知书"),
        ((Move.OPENED, Move.NOTICED, Move.HEARING_ASKED), Move.PROPOSED, "须先举行听证"),
        ((Move.OPENED, Move.NOTICED, Move.PROPOSED), Move.DISCUSSED, "须先法制审核"),
        ((Move.OPENED, Move.NOTICED, Move.PROPOSED, Move.DISMISSED), Move.DECIDED, "已撤销案件"),
        ((Move.OPENED,), Move.CLOSED, "须先送达"),
    ],
)
def test_a_missing_step_is_named(made: tuple[Move, ...], move: Move, words: str) -> None:
    here = course(Matter.SUSPENSION, *made)
    assert steps(here, move) == [] and words in missing_step(here, move).zh

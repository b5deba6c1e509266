"""The published table of moves: its order, whose each move is, and the words for what is missing."""

import pytest

from compliance.case import (
    ENDINGS,
    TRANSITIONS,
    Actor,
    Matter,
    Move,
    following,
    missing_step,
    transition,
)


@pytest.mark.parametrize("matter", list(Matter))
def test_every_case_begins_by_opening_and_can_end(matter: Matter) -> None:
    assert {one.move for one in following(matter, None)} == {Move.OPENED}
    reached = {one.move for one in TRANSITIONS if one.matter is matter}
    assert Move.DECIDED in reached and Move.DISMISSED in reached
    assert all(following(matter, move) for move in reached - ENDINGS)


@pytest.mark.parametrize("end", sorted(ENDINGS))
def test_nothing_follows_an_end(end: Move) -> None:
    assert [one for one in TRANSITIONS if one.before is end] == []


def test_a_listing_needs_notice_waiting_and_another_officer() -> None:
    assert transition(Matter.LISTING, Move.OPENED, Move.PROPOSED) is None
    proposing = transition(Matter.LISTING, Move.NOTICED, Move.PROPOSED)
    assert proposing is not None and proposing.waits is not None
    assert all(one.by is Actor.SECOND for one in TRANSITIONS if one.move is Move.DECIDED)
    assert all(one.before is Move.PROPOSED for one in TRANSITIONS if one.move is Move.DECIDED)


@pytest.mark.parametrize(
    ("before", "move", "words"),
    [
        (Move.OPENED, Move.DECIDED, "须先发出告知书"),
        (Move.NOTICED, Move.DECIDED, "须先听取陈述申辩或者提出处理意见"),
        (Move.DECIDED, Move.NOTICED, "已作出决定"),
    ],
)
def test_a_missing_step_is_named(before: Move, move: Move, words: str) -> None:
    assert words in missing_step(Matter.LISTING, before, move).zh

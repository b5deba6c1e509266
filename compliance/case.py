"""How a case of the two lists goes: which move may follow which, whose it is, by which article, on which clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from compliance.facts import Said
from compliance.law import Dated
from compliance.law.credit_periods import DEFENCE_CHECK, NO_DUTY_STAY, REMOVAL_DECISION, STATEMENT
from compliance.law.penalty_law import OFFICERS
from compliance.workday import Period


class Matter(StrEnum):
    """What a case is about."""

    LISTING = "listing"
    REMOVAL = "removal"


class Move(StrEnum):
    """One step of a case."""

    OPENED = "opened"
    NOTICED = "noticed"
    STATED = "stated"
    PROPOSED = "proposed"
    DECIDED = "decided"
    DISMISSED = "dismissed"
    CLOSED = "closed"


class Actor(StrEnum):
    """Who makes a move. SECOND is an approver who is not the one who proposed."""

    SYSTEM = "system"
    ORGANIZATION = "organization"
    OFFICER = "officer"
    SECOND = "second"


ENDINGS = frozenset({Move.DECIDED, Move.DISMISSED, Move.CLOSED})
MOVE_NAMES: dict[Move, Said] = {
    Move.OPENED: Said("立案", "open the case"),
    Move.NOTICED: Said("发出告知书", "issue the notice"),
    Move.STATED: Said("听取陈述申辩", "hear the statement"),
    Move.PROPOSED: Said("提出处理意见", "propose a decision"),
    Move.DECIDED: Said("作出决定", "decide"),
    Move.DISMISSED: Said("撤销案件", "dismiss the case"),
    Move.CLOSED: Said("结案", "close the case"),
}


@dataclass(frozen=True)
class Transition:
    """One line of the published table. `waits` must be over first; within `clock` the move is to be made."""

    matter: Matter
    before: Move | None
    move: Move
    by: Actor
    basis: Dated[Any]
    waits: Dated[Period] | None = None
    clock: Dated[Period] | None = None


def _listing() -> Iterator[Transition]:
    matter = Matter.LISTING
    yield Transition(matter, None, Move.OPENED, Actor.SYSTEM, STATEMENT)
    yield Transition(matter, Move.OPENED, Move.NOTICED, Actor.OFFICER, STATEMENT)
    yield Transition(matter, Move.NOTICED, Move.STATED, Actor.ORGANIZATION, STATEMENT, clock=STATEMENT)
    yield Transition(matter, Move.STATED, Move.STATED, Actor.ORGANIZATION, STATEMENT, clock=STATEMENT)
    yield Transition(matter, Move.NOTICED, Move.PROPOSED, Actor.OFFICER, STATEMENT, waits=STATEMENT)
    yield Transition(matter, Move.STATED, Move.PROPOSED, Actor.OFFICER, DEFENCE_CHECK, clock=DEFENCE_CHECK)
    yield Transition(matter, Move.PROPOSED, Move.DECIDED, Actor.SECOND, OFFICERS)
    for before in (Move.OPENED, Move.NOTICED, Move.STATED):
        yield Transition(matter, before, Move.DISMISSED, Actor.OFFICER, DEFENCE_CHECK)
    yield Transition(matter, Move.PROPOSED, Move.DISMISSED, Actor.SECOND, OFFICERS)


def _removal() -> Iterator[Transition]:
    matter = Matter.REMOVAL
    yield Transition(matter, None, Move.OPENED, Actor.ORGANIZATION, REMOVAL_DECISION)
    yield Transition(matter, None, Move.OPENED, Actor.SYSTEM, NO_DUTY_STAY)
    yield Transition(
        matter, Move.OPENED, Move.PROPOSED, Actor.OFFICER, REMOVAL_DECISION, clock=REMOVAL_DECISION
    )
    yield Transition(matter, Move.PROPOSED, Move.DECIDED, Actor.SECOND, OFFICERS)
    yield Transition(matter, Move.OPENED, Move.DISMISSED, Actor.OFFICER, REMOVAL_DECISION)
    yield Transition(matter, Move.PROPOSED, Move.DISMISSED, Actor.SECOND, OFFICERS)


TRANSITIONS: tuple[Transition, ...] = (*_listing(), *_removal())
"""The published table of cases on the two lists (民政部令第60号, arts 11-18)."""


def following(matter: Matter, before: Move | None) -> list[Transition]:
    """What may come after a move, in the order of the table."""
    return [one for one in TRANSITIONS if one.matter is matter and one.before is before]


def transition(matter: Matter, before: Move | None, move: Move) -> Transition | None:
    """The line of the table for a move after another; None where the table has none."""
    return next((one for one in following(matter, before) if one.move is move), None)


def missing_step(matter: Matter, before: Move, move: Move) -> Said:
    """Why a move cannot be made now: the case is over, or which step comes first."""
    wanted = MOVE_NAMES[move]
    if before in ENDINGS:
        ended = MOVE_NAMES[before]
        return Said(
            f"本案已{ended.zh}，不能再{wanted.zh}。",
            f"This case is over ({ended.en}); it is too late to {wanted.en}.",
        )
    first = [MOVE_NAMES[one.move] for one in following(matter, before) if one.move is not Move.DISMISSED]
    zh, en = "或者".join(said.zh for said in first), " or ".join(said.en for said in first)
    return Said(f"缺少步骤：须先{zh}，才能{wanted.zh}。", f"A step is missing: first {en}, then {wanted.en}.")

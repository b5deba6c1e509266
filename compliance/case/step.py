"""A line of the published table, and the course of a case that it is held against."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from compliance.case import Actor, Matter, Move
from compliance.law import Dated
from compliance.workday import Period


@dataclass(frozen=True)
class Made:
    """A move that was made: on which legal day, by which account (None: the system), saying what."""

    move: Move
    on: date
    by: int | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Course:
    """What a case is about and the moves made in it, oldest first. `facts` as kept with the case."""

    matter: Matter
    moves: Sequence[Made]
    facts: Mapping[str, Any] = field(default_factory=dict)

    def last(self, move: Move) -> Made | None:
        """The last time a move was made."""
        return next((one for one in reversed(self.moves) if one.move is move), None)

    def has(self, move: Move) -> bool:
        """Whether a move was made."""
        return self.last(move) is not None

    def before(self, number: int) -> "Course":
        """The course as it stood before its move with this number."""
        return Course(self.matter, self.moves[:number], self.facts)


Condition = Callable[[Course], bool]


def always(_course: Course) -> bool:
    """In every case."""
    return True


@dataclass(frozen=True)
class Need:
    """A move that must have been made first, where its condition holds."""

    move: Move
    when: Condition = always


@dataclass(frozen=True)
class Clock:
    """A period that runs from the last time a move was made, unless the condition says it does not bind. Where the
    facts of the case name the last day under the key `named`, it is that day.
    """

    since: Move
    period: Dated[Period]
    binds: Condition = always
    named: str = ""

    def set_by(self, course: Course) -> date | None:
        """The last day as the facts of the case set it."""
        told = course.facts.get(self.named) if self.named else None
        return date.fromisoformat(str(told)) if told else None


@dataclass(frozen=True)
class Step:
    """One line of the table: `move` may be made by `by` once what it `needs` is made, as long as none of
    `unless` is, after all it `waits` for is over and `within` its own time: too late, it is still made and
    counts as late, unless it is `strict`, a right that ends. `open` is a further condition; `again` says that it
    may be made more than once.
    """

    move: Move
    by: Actor
    basis: Dated[Any]
    needs: tuple[Need, ...] = ()
    unless: tuple[Move, ...] = ()
    waits: tuple[Clock, ...] = ()
    within: Clock | None = None
    open: Condition = always
    again: bool = False
    strict: bool = False

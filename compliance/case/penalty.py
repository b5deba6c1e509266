"""The way of a penalty: filed, told, heard, weighed, decided by another, served, performed (行政处罚法)."""

from collections.abc import Iterator

from compliance.case import Actor, Matter, Move
from compliance.case.step import Clock, Course, Need, Step
from compliance.case.weight import heavy, may_be_asked, reviewable, to_be_heard, unheard
from compliance.law import penalty_law as days
from compliance.law import penalty_steps as law

OVER = (Move.DECIDED, Move.DISMISSED)
WEIGHED = (Move.PROPOSED, *OVER)
OWED = (Matter.FINE, Matter.CONFISCATION, Matter.SUSPENSION)
LIGHT = (Matter.WARNING, Matter.CRITICISM)
HEAVY_STEPS = (Move.HEARING_ASKED, Move.HEARING_CALLED, Move.HEARD, Move.REVIEWED, Move.DISCUSSED)
TO_DECIDE = Clock(Move.OPENED, days.DECISION)


def running(course: Course) -> bool:
    """Whether the time to decide is running, not stopped."""
    held = [one.move for one in course.moves if one.move in (Move.HELD, Move.RESUMED)]
    return not held or held[-1] is Move.RESUMED


def stopped(course: Course) -> bool:
    """Whether the time to decide is stopped."""
    return not running(course)


def appealed(course: Course) -> bool:
    """Whether an appeal is open."""
    made = [one.move for one in course.moves if one.move in (Move.APPEALED, Move.APPEAL_ENDED)]
    return bool(made) and made[-1] is Move.APPEALED


def settled(course: Course) -> bool:
    """Whether no appeal is open."""
    return not appealed(course)


def penalty(matter: Matter) -> tuple[Step, ...]:
    """Every step of a penalty of a kind: light ones are never heard or discussed, some leave nothing to perform."""
    every = (*_told(), *_heard(), *_clocked(), *_decided(), *_afterwards())
    never = (() if matter in OWED else (Move.PERFORMED,)) + (HEAVY_STEPS if matter in LIGHT else ())
    return tuple(step for step in every if step.move not in never)


def owed(course: Course) -> bool:
    """Whether the decision leaves something to perform: a sum to pay, a time without activities."""
    return course.matter in OWED


def _told() -> Iterator[Step]:
    yield Step(Move.OPENED, Actor.OFFICER, law.FILING, unless=(Move.OPENED,))
    yield Step(Move.STEPPED_BACK, Actor.OFFICER, law.RECUSAL, (Need(Move.OPENED),), OVER, again=True)
    yield Step(
        Move.NOTICED, Actor.OFFICER, law.ADVANCE_NOTICE, (Need(Move.OPENED),), WEIGHED, within=TO_DECIDE
    )
    told, speak = (Need(Move.NOTICED),), Clock(Move.NOTICED, days.STATEMENT)
    yield Step(
        Move.STATED, Actor.ORGANIZATION, law.DEFENCE, told, WEIGHED, within=speak, again=True, strict=True
    )
    yield Step(
        Move.WAIVED,
        Actor.ORGANIZATION,
        law.NO_DECISION_UNHEARD,
        told,
        (*WEIGHED, Move.STATED),
        within=speak,
        strict=True,
    )


def _heard() -> Iterator[Step]:
    told, asked, called = (Need(Move.NOTICED),), (Need(Move.HEARING_ASKED),), (Need(Move.HEARING_CALLED),)
    ask, ahead = Clock(Move.NOTICED, days.HEARING_REQUEST), Clock(Move.HEARING_CALLED, days.HEARING_NOTICE)
    yield Step(
        Move.HEARING_ASKED,
        Actor.ORGANIZATION,
        law.HEARING,
        told,
        WEIGHED,
        within=ask,
        open=heavy,
        strict=True,
    )
    yield Step(
        Move.HEARING_CALLED, Actor.OFFICER, days.HEARING_NOTICE, asked, (*WEIGHED, Move.HEARD), again=True
    )
    yield Step(Move.HEARD, Actor.APART, law.HEARING_CHAIR, called, WEIGHED, (ahead,))


def _clocked() -> Iterator[Step]:
    opened = (Need(Move.OPENED),)
    yield Step(Move.EXTENDED, Actor.SECOND, days.DECISION_EXTENSION, opened, OVER, within=TO_DECIDE)
    yield Step(Move.HELD, Actor.OFFICER, law.TIME_NOT_COUNTED, opened, OVER, open=running, again=True)
    yield Step(Move.RESUMED, Actor.OFFICER, law.TIME_NOT_COUNTED, opened, OVER, open=stopped, again=True)


def _decided() -> Iterator[Step]:
    ready = (Need(Move.NOTICED), Need(Move.HEARD, to_be_heard))
    silent = (
        Clock(Move.NOTICED, days.STATEMENT, unheard),
        Clock(Move.NOTICED, days.HEARING_REQUEST, may_be_asked),
    )
    yield Step(Move.PROPOSED, Actor.OFFICER, law.NO_DECISION_UNHEARD, ready, OVER, silent)
    proposed = (Need(Move.PROPOSED),)
    yield Step(Move.REVIEWED, Actor.APART, law.LEGAL_REVIEW, proposed, OVER, open=reviewable)
    reviewed = (*proposed, Need(Move.REVIEWED))
    yield Step(Move.DISCUSSED, Actor.SECOND, law.DISCUSSION, reviewed, OVER, open=heavy)
    weighed = (*proposed, Need(Move.REVIEWED, reviewable), Need(Move.DISCUSSED, heavy))
    yield Step(Move.DECIDED, Actor.SECOND, days.OFFICERS, weighed, OVER, within=TO_DECIDE)
    yield Step(Move.DISMISSED, Actor.OFFICER, law.DEFENCE, (Need(Move.OPENED),), WEIGHED)
    yield Step(Move.DISMISSED, Actor.SECOND, days.OFFICERS, proposed, OVER)


def _afterwards() -> Iterator[Step]:
    decided, served = (Need(Move.DECIDED),), (Need(Move.SERVED),)
    serve, pay = Clock(Move.DECIDED, days.SERVICE), Clock(Move.SERVED, days.PAYMENT)
    yield Step(Move.SERVED, Actor.OFFICER, days.SERVICE, decided, (Move.CLOSED,), within=serve)
    yield Step(Move.PERFORMED, Actor.OFFICER, days.PAYMENT, served, (Move.CLOSED,), within=pay)
    appeal = Clock(Move.SERVED, days.SUE)
    yield Step(
        Move.APPEALED, Actor.OFFICER, law.EXECUTION_GOES_ON, served, within=appeal, open=settled, again=True
    )
    yield Step(Move.APPEAL_ENDED, Actor.OFFICER, days.TAKE_DOWN, served, open=appealed, again=True)
    done = (Need(Move.SERVED), Need(Move.PERFORMED, owed))
    yield Step(Move.CLOSED, Actor.OFFICER, law.CLOSING, done, open=settled)

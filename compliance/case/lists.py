"""The way onto a list and off it again (民政部令第60号, arts 11-18)."""

from compliance.case import Actor, Move
from compliance.case.step import Clock, Need, Step
from compliance.case.weight import unheard
from compliance.law.credit_periods import DEFENCE_CHECK, NO_DUTY_STAY, REMOVAL_DECISION, STATEMENT
from compliance.law.penalty_law import OFFICERS

OVER = (Move.DECIDED, Move.DISMISSED)
WEIGHED = (Move.PROPOSED, *OVER)
OPENED, NOTICED, PROPOSED = (Need(Move.OPENED),), (Need(Move.NOTICED),), (Need(Move.PROPOSED),)


def listing() -> tuple[Step, ...]:
    """Every step of an entry on a list."""
    speak, silent = Clock(Move.NOTICED, STATEMENT), Clock(Move.NOTICED, STATEMENT, unheard)
    check = Clock(Move.STATED, DEFENCE_CHECK)
    return (
        Step(Move.OPENED, Actor.SYSTEM, STATEMENT, unless=(Move.OPENED,)),
        Step(Move.NOTICED, Actor.OFFICER, STATEMENT, OPENED, WEIGHED),
        Step(
            Move.STATED,
            Actor.ORGANIZATION,
            STATEMENT,
            NOTICED,
            WEIGHED,
            within=speak,
            again=True,
            strict=True,
        ),
        Step(Move.PROPOSED, Actor.OFFICER, DEFENCE_CHECK, NOTICED, OVER, (silent,), within=check),
        Step(Move.DECIDED, Actor.SECOND, OFFICERS, PROPOSED, OVER),
        Step(Move.DISMISSED, Actor.OFFICER, DEFENCE_CHECK, OPENED, WEIGHED),
        Step(Move.DISMISSED, Actor.SECOND, OFFICERS, PROPOSED, OVER),
    )


def removal() -> tuple[Step, ...]:
    """Every step of a removal from a list."""
    verify = Clock(Move.OPENED, REMOVAL_DECISION)
    return (
        Step(Move.OPENED, Actor.ORGANIZATION, REMOVAL_DECISION, unless=(Move.OPENED,)),
        Step(Move.OPENED, Actor.SYSTEM, NO_DUTY_STAY, unless=(Move.OPENED,)),
        Step(Move.PROPOSED, Actor.OFFICER, REMOVAL_DECISION, OPENED, OVER, within=verify),
        Step(Move.DECIDED, Actor.SECOND, OFFICERS, PROPOSED, OVER),
        Step(Move.DISMISSED, Actor.OFFICER, REMOVAL_DECISION, OPENED, WEIGHED),
        Step(Move.DISMISSED, Actor.SECOND, OFFICERS, PROPOSED, OVER),
    )

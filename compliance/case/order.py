"""An order to rectify, and an interview with the heads: what is wrong is said, and mended within a time."""

from compliance.case import Actor, Move
from compliance.case.step import Clock, Need, Step
from compliance.law.interview_rules import INTERVIEW, INTERVIEW_NOTICE, ORDER, RECTIFY_DAYS, VERIFY_RECTIFIED
from compliance.law.penalty_law import OFFICERS, SERVICE

OVER = (Move.DECIDED, Move.DISMISSED)
OPENED, PROPOSED, SERVED = (Need(Move.OPENED),), (Need(Move.PROPOSED),), (Need(Move.SERVED),)
ENDED = (Move.CLOSED, Move.DISMISSED)


def rectification() -> tuple[Step, ...]:
    """Every step of an order to rectify; it closes as performed, or as not performed in time."""
    serve, mend = Clock(Move.DECIDED, SERVICE), Clock(Move.SERVED, RECTIFY_DAYS, named="due")
    verify = Clock(Move.PERFORMED, VERIFY_RECTIFIED)
    return (
        Step(Move.OPENED, Actor.OFFICER, ORDER, unless=(Move.OPENED,)),
        Step(Move.PROPOSED, Actor.OFFICER, ORDER, OPENED, OVER),
        Step(Move.DECIDED, Actor.SECOND, OFFICERS, PROPOSED, OVER),
        Step(Move.SERVED, Actor.OFFICER, SERVICE, (Need(Move.DECIDED),), ENDED, within=serve),
        Step(Move.PERFORMED, Actor.ORGANIZATION, ORDER, SERVED, ENDED, within=mend, again=True),
        Step(Move.CLOSED, Actor.OFFICER, VERIFY_RECTIFIED, SERVED, ENDED, within=verify),
        Step(Move.DISMISSED, Actor.OFFICER, ORDER, OPENED, (Move.PROPOSED, *OVER)),
        Step(Move.DISMISSED, Actor.SECOND, OFFICERS, PROPOSED, OVER),
    )


def interview() -> tuple[Step, ...]:
    """Every step of an interview: told of in time, held by two, recorded, mended within the time it sets."""
    ahead, verify = Clock(Move.NOTICED, INTERVIEW_NOTICE), Clock(Move.PERFORMED, VERIFY_RECTIFIED)
    told = (Need(Move.NOTICED),)
    return (
        Step(Move.OPENED, Actor.OFFICER, INTERVIEW, unless=(Move.OPENED,)),
        Step(Move.NOTICED, Actor.OFFICER, INTERVIEW_NOTICE, OPENED, (Move.HEARD, *ENDED), again=True),
        Step(Move.STATED, Actor.ORGANIZATION, INTERVIEW, told, (Move.HEARD, *ENDED), again=True),
        Step(Move.HEARD, Actor.OFFICER, INTERVIEW, told, ENDED, (ahead,)),
        Step(Move.PERFORMED, Actor.ORGANIZATION, INTERVIEW, (Need(Move.HEARD),), ENDED, again=True),
        Step(Move.CLOSED, Actor.OFFICER, INTERVIEW, (Need(Move.HEARD),), ENDED, within=verify),
        Step(Move.DISMISSED, Actor.OFFICER, INTERVIEW, OPENED, (Move.HEARD, *ENDED)),
    )

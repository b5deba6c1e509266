"""What an organization asks for: repair of its credit, correction of a record, another look at a conclusion."""

from typing import Any

from compliance.case import Actor, Move
from compliance.case.step import Clock, Need, Step
from compliance.law import Dated
from compliance.law.credit_periods import OBJECTION_CHECK
from compliance.law.credit_repair_measures import CONDITIONS, REPAIR_ACCEPTANCE, REPAIR_DECISION
from compliance.law.interview_rules import DISPUTE_CHECK, DISPUTE_TIME
from compliance.law.penalty_law import OFFICERS
from compliance.workday import Period

OVER = (Move.DECIDED, Move.DISMISSED, Move.WITHDRAWN)
WEIGHED = (Move.PROPOSED, *OVER)
OPENED, PROPOSED = (Need(Move.OPENED),), (Need(Move.PROPOSED),)


def repair() -> tuple[Step, ...]:
    """Every step of a credit repair (信用修复管理办法)."""
    return _asked(CONDITIONS, REPAIR_ACCEPTANCE, REPAIR_DECISION)


def correction() -> tuple[Step, ...]:
    """Every step of the correction of published information (民政部令第60号, art. 19)."""
    return _asked(OBJECTION_CHECK, OBJECTION_CHECK, OBJECTION_CHECK)


def dispute() -> tuple[Step, ...]:
    """Every step of an objection to the conclusion of an annual inspection."""
    return _asked(DISPUTE_TIME, DISPUTE_CHECK, DISPUTE_CHECK)


def _asked(asking: Dated[Any], looking: Dated[Period], deciding: Dated[Period]) -> tuple[Step, ...]:
    look, decide = Clock(Move.OPENED, looking), Clock(Move.OPENED, deciding)
    return (
        Step(Move.OPENED, Actor.ORGANIZATION, asking, unless=(Move.OPENED,)),
        Step(Move.STATED, Actor.ORGANIZATION, asking, OPENED, WEIGHED, again=True),
        Step(Move.WITHDRAWN, Actor.ORGANIZATION, asking, OPENED, OVER),
        Step(Move.PROPOSED, Actor.OFFICER, looking, OPENED, OVER, within=look),
        Step(Move.DECIDED, Actor.SECOND, OFFICERS, PROPOSED, OVER, within=decide),
        Step(Move.DISMISSED, Actor.OFFICER, looking, OPENED, WEIGHED),
        Step(Move.DISMISSED, Actor.SECOND, OFFICERS, PROPOSED, OVER),
    )

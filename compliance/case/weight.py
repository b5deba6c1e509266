"""How heavy a penalty is: whether a hearing is to be offered, a legal review and a collective discussion held."""

from compliance.case import Matter, Move
from compliance.case.step import Course
from compliance.facts import fen
from compliance.law.penalty_steps import LARGER_SUM

SUMS = (Matter.FINE, Matter.CONFISCATION)
HEAVY = (Matter.SUSPENSION, Matter.REVOCATION, Matter.STRIKE_OFF)


def heavy(course: Course) -> bool:
    """Whether the intended penalty is one of those the law hears, reviews and discusses: suspension, revocation,
    strike-off, and larger sums by the text of the day the case was opened (行政处罚法 arts 57, 58, 63).
    """
    if course.matter not in SUMS:
        return course.matter in HEAVY
    opened, amount = course.last(Move.OPENED), course.facts.get("amount")
    text = LARGER_SUM.on(opened.on) if opened else None
    return bool(amount and text and fen(amount) >= text.value)


def to_be_heard(course: Course) -> bool:
    """Whether a hearing was asked for, so that there is no proposal before it is held."""
    return course.has(Move.HEARING_ASKED)


def unheard(course: Course) -> bool:
    """Whether nobody has spoken yet for the organization: then its time to speak has to pass first."""
    return not (course.has(Move.STATED) or course.has(Move.WAIVED))


def may_be_asked(course: Course) -> bool:
    """Whether a hearing is due and can still be asked for: it was neither asked for nor given up."""
    return heavy(course) and not (course.has(Move.HEARING_ASKED) or course.has(Move.WAIVED))


def reviewable(course: Course) -> bool:
    """Whether a legal review comes before the decision: heavy ones, and any after a hearing (art. 58)."""
    return heavy(course) or course.has(Move.HEARD)

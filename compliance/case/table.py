"""The published table of every matter, and what it says of a case: what may come next, what is missing."""

from collections.abc import Mapping, Sequence

from compliance.case import MOVE_NAMES, PENALTIES, Matter, Move
from compliance.case.lists import listing, removal
from compliance.case.order import interview, rectification
from compliance.case.penalty import penalty
from compliance.case.step import Course, Step
from compliance.facts import Said

TABLE: Mapping[Matter, tuple[Step, ...]] = {
    Matter.LISTING: listing(),
    Matter.REMOVAL: removal(),
    **{matter: penalty(matter) for matter in PENALTIES},
    Matter.RECTIFICATION: rectification(),
    Matter.INTERVIEW: interview(),
}
"""Which moves a matter has, in the order in which they are usually made."""


def steps(course: Course, move: Move) -> Sequence[Step]:
    """The lines of the table for a move that hold now: more than one where several may make it."""
    return [step for step in TABLE[course.matter] if step.move is move and possible(course, step)]


def following(course: Course) -> Sequence[Step]:
    """Every line that holds now, in the order of the table, clocks and persons apart."""
    return [step for step in TABLE[course.matter] if possible(course, step)]


def possible(course: Course, step: Step) -> bool:
    """Whether a line holds: its needs are met, nothing bars it, and it is not made already."""
    if any(course.has(bar) for bar in step.unless) or not step.open(course):
        return False
    if course.has(step.move) and not step.again:
        return False
    return not lacking(course, step)


def lacking(course: Course, step: Step) -> Sequence[Move]:
    """The moves that a line needs and that are not made."""
    return [need.move for need in step.needs if need.when(course) and not course.has(need.move)]


ENDINGS: Mapping[Matter, frozenset[Move]] = {
    matter: frozenset({Move.DISMISSED})
    | {Move.CLOSED if any(step.move is Move.CLOSED for step in steps_of) else Move.DECIDED}
    for matter, steps_of in TABLE.items()
}
"""The moves that end a case: a decision that leaves nothing to do, else the closing."""


def over(course: Course) -> bool:
    """Whether a case has ended; an appeal may still come."""
    return any(course.has(end) for end in ENDINGS[course.matter])


def missing_step(course: Course, move: Move) -> Said:
    """Why a move cannot be made now: it is not one of this matter, it is late, or which step comes first."""
    name = MOVE_NAMES[move]
    lines = [step for step in TABLE[course.matter] if step.move is move]
    if not lines:
        return Said(f"本类案件没有“{name.zh}”这一步骤。", f"Cases of this kind have no step “{name.en}”.")
    first = [one for step in lines if not _barred(course, step) for one in lacking(course, step)]
    if first:
        zh, en = (
            "、".join(MOVE_NAMES[one].zh for one in first),
            ", ".join(MOVE_NAMES[one].en for one in first),
        )
        return Said(f"缺少步骤：须先{zh}，才能{name.zh}。", f"A step is missing: first {en}, then {name.en}.")
    return _late(course, name)


def _barred(course: Course, step: Step) -> bool:
    return any(course.has(bar) for bar in step.unless)


def _late(course: Course, name: Said) -> Said:
    last = course.moves[-1] if course.moves else None
    if last is None:
        return Said(f"不能{name.zh}。", f"It is not possible to {name.en}.")
    made = MOVE_NAMES[last.move]
    return Said(
        f"本案已{made.zh}（{last.on.isoformat()}），不能再{name.zh}。",
        f"The case is past that ({made.en}, {last.on.isoformat()}): it is too late to {name.en}.",
    )

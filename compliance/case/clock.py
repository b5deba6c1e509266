"""The clocks of a case: on which basis they run, when they end, what holds them, and who has to move."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from compliance.case import Actor, Move
from compliance.case.step import Clock, Course, Step
from compliance.case.table import following
from compliance.law.penalty_law import DECISION, DECISION_EXTENSION
from compliance.workday import NO_GAZETTE, CalendarUnknown, Gazette, after, last_day, workday_from

Ends = Callable[[Clock], date | None]


@dataclass(frozen=True)
class Due:
    """A move that is awaited: from whom, until when (None: the holidays of that year are not known yet, or the
    clock is stopped), and the clock it is awaited by.
    """

    step: Step
    clock: Clock
    end: date | None

    @property
    def holder(self) -> Actor:
        """Who has to move."""
        return self.step.by

    def late(self, day: date) -> bool:
        """Whether the time is over."""
        return self.end is not None and self.end < day


def end(course: Course, clock: Clock, gazette: Gazette = NO_GAZETTE) -> date | None:
    """The last day of a clock; None where it has not begun, does not bind, stands still or cannot be told.

    The time to decide is longer by an extension and by the days it stood still (民政部令第68号, art. 31).
    """
    since = course.last(clock.since)
    text = clock.period.on(since.on) if since else None
    if since is None or text is None or not clock.binds(course):
        return None
    if (told := clock.set_by(course)) is not None:
        return told
    try:
        if clock.period is DECISION:
            return _to_decide(course, after(since.on, text.value), gazette)
        return last_day(since.on, text.value, gazette)
    except CalendarUnknown:
        return None


def _to_decide(course: Course, full: date, gazette: Gazette) -> date | None:
    text = DECISION_EXTENSION.on(full)
    if course.has(Move.EXTENDED) and text is not None:
        full = after(full, text.value)
    still = stood_still(course)
    return None if still is None else workday_from(full + still, gazette)


def stood_still(course: Course) -> timedelta | None:
    """How long the time to decide stood still; None while it does."""
    total, held = timedelta(), None
    for made in course.moves:
        if made.move is Move.HELD:
            held = made.on
        elif made.move is Move.RESUMED and held is not None:
            total, held = total + (made.on - held), None
    return None if held else total


def due(course: Course, gazette: Gazette = NO_GAZETTE) -> Sequence[Due]:
    """Every move that is awaited within a time, the first to end first; those without a known end last."""
    found = [
        Due(step, step.within, end(course, step.within, gazette))
        for step in following(course)
        if step.within and course.has(step.within.since)
    ]
    return sorted(found, key=lambda one: (one.end is None, one.end or date.max))


def waiting(course: Course, step: Step, day: date, ends: Ends) -> Clock | None:
    """The first clock that has to be over before a step and is not, by a day; None if nothing holds it up.

    `ends` tells the last day of a clock.
    """
    for clock in step.waits:
        if clock.binds(course) and course.has(clock.since):
            last = ends(clock)
            if last is None or day <= last:
                return clock
    return None

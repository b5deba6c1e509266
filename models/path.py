"""The published state machines: which step may follow which in a report and in a case."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from models.case import Move
from models.report import Took

S = TypeVar("S", bound=StrEnum)

DRAFT = frozenset({Took.EXPLAINED, Took.ATTACHED, Took.SIGNED})
REPORT: Mapping[Took | None, frozenset[Took]] = {
    None: DRAFT,
    Took.EXPLAINED: DRAFT,
    Took.ATTACHED: DRAFT,
    Took.SIGNED: DRAFT | {Took.SUBMITTED},
    Took.SUBMITTED: frozenset({Took.CONSENTED, Took.DECLINED, Took.RETURNED, Took.CONCLUDED}),
    Took.CONSENTED: frozenset({Took.RETURNED, Took.CONCLUDED}),
    Took.DECLINED: frozenset({Took.RETURNED}),
    Took.RETURNED: frozenset(),
    Took.CONCLUDED: frozenset({Took.CONCLUDED}),
}
"""Publishing stands beside this path: it may come at any time once the report is submitted."""

CASE: Mapping[Move | None, frozenset[Move]] = {
    None: frozenset({Move.OPENED}),
    Move.OPENED: frozenset({Move.NOTICED, Move.PROPOSED, Move.DISMISSED}),
    Move.NOTICED: frozenset({Move.STATED, Move.PROPOSED, Move.DISMISSED}),
    Move.STATED: frozenset({Move.STATED, Move.PROPOSED, Move.DISMISSED}),
    Move.PROPOSED: frozenset({Move.PROPOSED, Move.DECIDED, Move.DISMISSED}),
    Move.DECIDED: frozenset({Move.CLOSED}),
    Move.DISMISSED: frozenset({Move.CLOSED}),
    Move.CLOSED: frozenset(),
}


def misstep(path: Mapping[S | None, frozenset[S]], steps: Iterable[S]) -> tuple[S | None, S] | None:
    """The first step that may not follow the one before it; None where the history is legal."""
    before: S | None = None
    for step in steps:
        if step not in path[before]:
            return before, step
        before = step
    return None


def report_misstep(steps: Iterable[Took]) -> tuple[Took | None, Took] | None:
    """The first illegal step of a report's history."""
    on_path: list[Took] = []
    for step in steps:
        if step is not Took.PUBLISHED:
            on_path.append(step)
        elif Took.SUBMITTED not in on_path:
            return (on_path[-1] if on_path else None), step
    return misstep(REPORT, on_path)

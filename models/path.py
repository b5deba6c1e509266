"""The path of a report: which step may follow which. That of a case is compliance.case."""

from collections.abc import Iterable, Mapping

from models.report import Took

DRAFT = frozenset({Took.EXPLAINED, Took.ATTACHED, Took.SIGNED})
REPORT: Mapping[Took | None, frozenset[Took]] = {
    None: DRAFT,
    Took.EXPLAINED: DRAFT,
    Took.ATTACHED: DRAFT,
    Took.SIGNED: DRAFT | {Took.SUBMITTED},
    Took.SUBMITTED: frozenset({Took.CONSENTED, Took.DECLINED, Took.RETURNED, Took.CONCLUDED}),
    Took.CONSENTED: frozenset({Took.RETURNED, Took.CONCLUDED}),
    Took.DECLINED: DRAFT | {Took.RETURNED},
    Took.RETURNED: DRAFT,
    Took.CONCLUDED: frozenset({Took.CONCLUDED, Took.RETURNED}),
}
SUBMITTED = frozenset({Took.SUBMITTED, Took.CONSENTED, Took.CONCLUDED})
"""Publishing stands beside the path: it may come at any time while the report is with others."""


def misstep(steps: Iterable[Took]) -> tuple[Took | None, Took] | None:
    """The first step of a report's history that may not follow the one before it; None where all may."""
    before: Took | None = None
    for step in steps:
        beside = step is Took.PUBLISHED and before in SUBMITTED
        if not beside and step not in REPORT.get(before, frozenset()):
            return before, step
        before = before if beside else step
    return None

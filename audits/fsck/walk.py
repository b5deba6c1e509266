"""Invariants of the walk of a report: a legal path, and who may take which step."""

from collections.abc import Mapping

from audits.fsck.look import Found, Look
from models import fsck, path
from models.account import OFFICE, Role
from models.report import Took

OFFICERS = OFFICE
TAKEN_BY: Mapping[Took, frozenset[Role]] = {
    Took.SIGNED: frozenset({Role.SIGNER}),
    Took.SUBMITTED: frozenset({Role.PREPARER, Role.SIGNER}),
    Took.EXPLAINED: frozenset({Role.PREPARER, Role.SIGNER}),
    Took.ATTACHED: frozenset({Role.PREPARER, Role.SIGNER}),
    Took.CONSENTED: frozenset({Role.SUPERVISING_UNIT}),
    Took.DECLINED: frozenset({Role.SUPERVISING_UNIT}),
    Took.RETURNED: OFFICERS,
    Took.CONCLUDED: OFFICERS,
}


def report_histories_are_legal(look: Look) -> Found:
    """I3: the steps of a report follow the published path."""
    for report, steps in fsck.report_histories(look.db):
        if wrong := path.misstep(steps):
            yield (
                f"report {report}",
                f"步骤不合法：{wrong[0]} → {wrong[1]}",
                f"illegal: {wrong[0]} -> {wrong[1]}",
            )


def nobody_signs_alone(look: Look) -> Found:
    """I10: who prepares a report does not sign it."""
    for report in fsck.signed_alone(look.db):
        yield f"report {report}", "填报人与签署人是同一人", "one person both prepared and signed"


def steps_are_taken_by_who_may(look: Look) -> Found:
    """I11: a person's step carries a person of that role, the system's none."""
    for step, took, role in fsck.steps_by(look.db):
        if took in TAKEN_BY and role is not None and role not in TAKEN_BY[took]:
            yield f"step {step}", f"{took} 不应由 {role} 作出", f"{took} is not for {role}"

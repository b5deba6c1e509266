"""Invariants of the walk of a report and a case: legal paths, and who may take which step."""

from collections.abc import Mapping

from audits.fsck.look import Found, Look
from models import fsck, path
from models.account import OFFICE, Role
from models.case import Move
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
MADE_BY: Mapping[Move, frozenset[Role]] = {
    Move.NOTICED: OFFICERS,
    Move.PROPOSED: OFFICERS,
    Move.DECIDED: OFFICERS,
    Move.DISMISSED: OFFICERS,
}


def report_histories_are_legal(look: Look) -> Found:
    """I3: the steps of a report follow the published path."""
    for report, steps in fsck.report_histories(look.db):
        if wrong := path.report_misstep(steps):
            yield (
                f"report {report}",
                f"步骤不合法：{wrong[0]} → {wrong[1]}",
                f"illegal: {wrong[0]} -> {wrong[1]}",
            )


def case_histories_are_legal(look: Look) -> Found:
    """I3: the moves of a case follow the published path."""
    for number, moves in fsck.case_histories(look.db):
        if wrong := path.misstep(path.CASE, moves):
            yield (
                f"case {number}",
                f"步骤不合法：{wrong[0]} → {wrong[1]}",
                f"illegal: {wrong[0]} -> {wrong[1]}",
            )


def nobody_decides_alone(look: Look) -> Found:
    """I10: who proposes does not decide."""
    for number in fsck.decided_alone(look.db):
        yield f"case {number}", "提出人与决定人是同一人", "one person both proposed and decided"


def nobody_signs_alone(look: Look) -> Found:
    """I10: who prepares a report does not sign it."""
    for report in fsck.signed_alone(look.db):
        yield f"report {report}", "填报人与签署人是同一人", "one person both prepared and signed"


def steps_are_taken_by_who_may(look: Look) -> Found:
    """I11: a person's step carries a person of that role, the system's none."""
    for step, took, role in fsck.steps_by(look.db):
        if took in TAKEN_BY and role is not None and role not in TAKEN_BY[took]:
            yield f"step {step}", f"{took} 不应由 {role} 作出", f"{took} is not for {role}"


def moves_are_made_by_who_may(look: Look) -> Found:
    """I11: the office's moves carry an officer."""
    for move, what, role in fsck.moves_by(look.db):
        if what in MADE_BY and role not in MADE_BY[what]:
            yield f"case_move {move}", f"{what} 不应由 {role} 作出", f"{what} is not for {role}"

"""Invariants of cases: the published table of moves, who makes them, on which clock, and what came of it."""

from collections.abc import Mapping
from itertools import pairwise

from audits.decided import brought_about
from audits.fsck.look import Found, Look
from audits.objection import speaking
from compliance.case import Actor, Move
from compliance.case.table import over, steps
from compliance.workday import Gazette, last_day_if_known
from models import fsck
from models.account import Role
from models.case import Case, CaseMove
from models.holiday import gazette

MAY: Mapping[Actor, frozenset[Role | None]] = {
    Actor.SYSTEM: frozenset({None}),
    Actor.ORGANIZATION: frozenset({Role.PREPARER, Role.SIGNER}),
    Actor.OFFICER: frozenset({Role.OFFICER, Role.APPROVER}),
    Actor.APART: frozenset({Role.OFFICER, Role.APPROVER}),
    Actor.SECOND: frozenset({Role.APPROVER}),
}


def histories_are_legal(look: Look) -> Found:
    """I3: the moves of a case follow the published table."""
    for case in fsck.cases(look.db):
        for number, made in enumerate(case.moves):
            if not steps(case.course.before(number), made.move):
                yield (
                    f"case {case.number}",
                    f"步骤不合法：第{number + 1}步 {made.move}",
                    f"illegal: step {number + 1}, {made.move}",
                )


def moves_are_made_by_who_may(look: Look) -> Found:
    """I11: each move is made by whom the table names; the system's carries nobody."""
    roles = fsck.roles(look.db)
    for case in fsck.cases(look.db):
        for number, made in enumerate(case.moves):
            named = {one.by for one in steps(case.course.before(number), made.move)}
            role = roles.get(made.by) if made.by else None
            if named and not any(role in MAY[actor] for actor in named):
                yield (
                    f"case {case.number}",
                    f"{made.move} 不应由 {role} 作出",
                    f"{made.move} is not for {role}",
                )


def no_case_is_opened_twice(look: Look) -> Found:
    """I4: no two open cases of an organization are about the same entry on a list."""
    seen: dict[tuple[str, str, str, str], str] = {}
    for case in fsck.cases(look.db):
        if over(case.course):
            continue
        first = seen.setdefault((case.code, case.matter, case.register, case.ground), case.number)
        if first != case.number:
            yield f"case {case.number}", f"与未结的{first}重复", f"the same as {first}, which is still open"


def nobody_decides_alone(look: Look) -> Found:
    """I10: who proposes does not decide."""
    for case in fsck.cases(look.db):
        proposed = {made.by for made in case.moves if made.move is Move.PROPOSED}
        if any(made.move is Move.DECIDED and made.by in proposed for made in case.moves):
            yield f"case {case.number}", "提出人与决定人是同一人", "one person both proposed and decided"


def statement_periods_are_the_calendars(look: Look) -> Found:
    """I16: the end of a statement period is what the calendar says, and nobody proposed before it."""
    known = gazette(look.db)
    for case in fsck.cases(look.db):
        for noticed, then in pairwise(case.moves):
            if noticed.move is Move.NOTICED and then.move is Move.PROPOSED:
                end = noticed.details.get("until") or _calendars_end(case, noticed, known)
                if then.on.isoformat() <= end:
                    yield f"case {case.number}", f"{end}届满前已提出意见", f"proposed before {end} was over"
        for made in case.moves:
            end, told = _calendars_end(case, made, known), made.details.get("until", "")
            if made.move is Move.NOTICED and told and end and told != end:
                yield f"case {case.number}", f"期限应为{end}，记为{told}", f"ends on {end}, entered as {told}"


def _calendars_end(case: Case, noticed: CaseMove, known: Gazette) -> str:
    """The last day of the statement period as the calendar has it now; empty where it does not say."""
    clock = speaking(case)
    text = clock.period.on(noticed.on) if clock else None
    day = last_day_if_known(noticed.on, text.value, known) if text else None
    return day.isoformat() if day else ""


def decisions_are_in_the_record(look: Look) -> Found:
    """I5: every decision is an entry of the record, and every such entry was decided."""
    entered = fsck.decisions(look.db)
    decided = {
        (case.id, case.code, what, made.on)
        for case in fsck.cases(look.db)
        for made in case.moves
        for what in brought_about(case, made)
    }
    for number, code, what, day in sorted(entered ^ decided):
        yield f"case id {number}", f"{code} {what} {day} 与决定不符", f"{code} {what} {day}: not as decided"

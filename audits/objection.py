"""What stands against a move of a case: its place in the table, the person, the clock; and what comes next."""

from collections.abc import Iterator
from datetime import date

from audits.refusal import Conflict, Refusal, Refused
from compliance.case import ACTOR_NAMES, Actor, Move, move_name
from compliance.case.clock import end, waiting
from compliance.case.step import Clock, Step
from compliance.case.table import TABLE, following, missing_step, steps
from compliance.facts import Said
from compliance.law import Text
from compliance.workday import NO_GAZETTE, Gazette, Period
from models.account import Account, Role
from models.case import Case

OFFICERS = (Role.OFFICER, Role.APPROVER)
UNTOLD = Said("待公布（当年放假安排尚未公布）", "not known yet (the year's holidays are not published)")
INVESTIGATES = (Move.OPENED, Move.NOTICED, Move.PROPOSED)
"""Whoever made one of these moves investigated: neither chair nor legal reviewer."""


def stands(case: Case) -> Move:
    """The last move of a case."""
    return case.moves[-1].move


def follows(case: Case, move: Move) -> bool:
    """Whether the table has this move next."""
    return bool(steps(case.course, move))


def speaking(case: Case) -> Clock | None:
    """The clock of the statement in cases of this kind."""
    return next((step.within for step in TABLE[case.matter] if step.move is Move.STATED), None)


def statement_ends(case: Case, gazette: Gazette = NO_GAZETTE) -> date | None:
    """The last day for the statement; None before the notice, and while that year's holidays are not known."""
    clock = speaking(case)
    return _ends(case, clock, gazette) if clock else None


def _ends(case: Case, clock: Clock, gazette: Gazette) -> date | None:
    """The end of a clock: of the statement as its notice told it, else as the calendar has it now."""
    since, speak = case.course.last(clock.since), speaking(case)
    told = since.details.get("until") if since and speak and clock.period is speak.period else None
    return date.fromisoformat(str(told)) if told else end(case.course, clock, gazette)


def blocked(case: Case, move: Move, by: Account, day: date, gazette: Gazette = NO_GAZETTE) -> Said | None:
    """Why this person cannot make this move today; None if he can."""
    found = objection(case, move, by, day, gazette)
    return found.said if found else None


def objection(case: Case, move: Move, by: Account, day: date, gazette: Gazette) -> Refusal | None:
    """The same as the refusal it would be: out of turn, not this person, not yet, too late."""
    found = steps(case.course, move)
    if not found:
        said, first = missing_step(case.course, move), _first(case)
        return Conflict(f"{said.zh}{first.zh}", f"{said.en} {first.en}")
    refusals = [(step, _person(case, step, by)) for step in found]
    his = next((step for step, refusal in refusals if refusal is None), None)
    return _clock(case, his, day, gazette) if his else refusals[0][1]


def _first(case: Case) -> Said:
    """Who was first: the last move and its day."""
    last, name = case.moves[-1], move_name(case.matter, stands(case))
    return Said(f"（{last.on.isoformat()}已{name.zh}）", f"(Last: {name.en}, {last.on.isoformat()}.)")


def _person(case: Case, step: Step, by: Account) -> Refusal | None:
    if step.by is Actor.ORGANIZATION:
        return (
            None
            if by.code == case.code
            else Refused("只有该社会组织可以办理。", "Only the organization may.")
        )
    if by.role not in OFFICERS:
        return Refused("只有登记管理机关经办人员可以办理。", "Only the registrar's officers may do this.")
    return _apart(case, step, by)


def _made(case: Case, by: Account, *moves: Move) -> bool:
    return any(one.by == by.id and one.move in moves for one in case.moves)


def _apart(case: Case, step: Step, by: Account) -> Refusal | None:
    """Whether what this officer did in the case bars him."""
    if step.move is not Move.STEPPED_BACK and _made(case, by, Move.STEPPED_BACK):
        return Refused("您已回避本案。", "You have stepped back from this case.")
    if step.by is Actor.APART and _made(case, by, *INVESTIGATES):
        return Refused("须由未参与本案调查的人员办理。", "Somebody who did not investigate has to do this.")
    if step.by is not Actor.SECOND:
        return None
    if _made(case, by, Move.PROPOSED):
        return Refused("提出人与审批人不得为同一人。", "Who proposed cannot decide: another officer has to.")
    if by.role is not Role.APPROVER:
        return Refused("须由具有审批权限的另一名人员办理。", "An approver has to do this.")
    return None


def _clock(case: Case, step: Step, day: date, gazette: Gazette) -> Refusal | None:
    name = move_name(case.matter, step.move)
    clock = waiting(case.course, step, day, lambda clock: _ends(case, clock, gazette))
    if clock is not None:
        return _not_yet(clock, _ends(case, clock, gazette), name)
    last = _ends(case, step.within, gazette) if step.strict and step.within else None
    if last is None or day <= last:
        return None
    return Conflict(
        f"期限已于{last.isoformat()}届满，不能再{name.zh}。",
        f"The period ended on {last.isoformat()}: it is too late to {name.en}.",
    )


def _not_yet(clock: Clock, last: date | None, name: Said) -> Conflict:
    period, until = clock.period.label, Said(last.isoformat(), last.isoformat()) if last else UNTOLD
    return Conflict(
        f"“{period.zh}”至{until.zh}届满，届满前不能{name.zh}。",
        f"“{period.en}” (until {until.en}) must be over before you {name.en}.",
    )


def guidance(case: Case, gazette: Gazette = NO_GAZETTE) -> list[Said]:
    """What the table says about the next moves: who makes them, within or after which period, by which article."""
    return [_says(case, step, gazette) for step in following(case.course)]


def _says(case: Case, step: Step, gazette: Gazette) -> Said:
    name, who = move_name(case.matter, step.move), ACTOR_NAMES[step.by]
    zh, en = f"{name.zh}：由{who.zh}办理", f"{name.en.capitalize()}: by {who.en}"
    for said in _periods(case, step, gazette):
        zh, en = zh + said.zh, en + said.en
    text = step.basis.on(case.moves[-1].on)
    cite = text.cite.said if text else Said("", "")
    return Said(f"{zh}。依据：{cite.zh}。", f"{en}. Basis: {cite.en}.")


def _periods(case: Case, step: Step, gazette: Gazette) -> Iterator[Said]:
    waits = [
        (clock, Said("，须待期限届满：", ", after ")) for clock in step.waits if clock.binds(case.course)
    ]
    within = [(step.within, Said("，期限", ", within "))] if step.within else []
    for clock, lead in waits + within:
        since = case.course.last(clock.since)
        text = clock.period.on(since.on) if since else None
        if text is not None:
            yield _period(lead, text, _ends(case, clock, gazette), clock.set_by(case.course) is not None)


def _period(lead: Said, text: Text[Period], last: date | None, set_: bool) -> Said:
    """A clock in words; one whose last day the case itself set has that day alone."""
    until = Said(last.isoformat(), last.isoformat()) if last else UNTOLD
    if set_:
        return Said(f"{lead.zh}至{until.zh}", f", until {until.en}")
    unsure = Said("", "") if text.confirmed else Said("，期限待核", ", period to be confirmed")
    said = text.value.said
    return Said(
        f"{lead.zh}{said.zh}（至{until.zh}{unsure.zh}）", f"{lead.en}{said.en} (until {until.en}{unsure.en})"
    )

"""What stands against a move of a case: its place in the table, the person, the clock; and what comes next."""

from collections.abc import Iterator
from datetime import date

from audits.refusal import Conflict, Refusal, Refused
from compliance.case import MOVE_NAMES, Actor, Move, Transition, following, missing_step, transition
from compliance.facts import Said
from compliance.law.credit_periods import STATEMENT
from compliance.workday import NO_GAZETTE, Gazette, last_day_if_known
from models.account import Account, Role
from models.case import Case

OFFICERS = (Role.OFFICER, Role.APPROVER)
UNTOLD = Said("待公布（当年放假安排尚未公布）", "not known yet (the year's holidays are not published)")


def stands(case: Case) -> Move:
    """The last move of a case."""
    return case.moves[-1].move


def follows(case: Case, move: Move) -> bool:
    """Whether the table has this move next."""
    return transition(case.matter, stands(case), move) is not None


def statement_ends(case: Case, gazette: Gazette = NO_GAZETTE) -> date | None:
    """The last day for the statement; None before the notice, and while that year's holidays are not known."""
    notices = [move for move in case.moves if move.move is Move.NOTICED]
    if not notices:
        return None
    if told := notices[-1].details.get("until"):
        return date.fromisoformat(told)
    text = STATEMENT.on(notices[-1].on)
    return last_day_if_known(notices[-1].on, text.value, gazette) if text else None


def blocked(case: Case, move: Move, by: Account, day: date, gazette: Gazette = NO_GAZETTE) -> Said | None:
    """Why this person cannot make this move today; None if he can."""
    found = objection(case, move, by, day, gazette)
    return found.said if found else None


def objection(case: Case, move: Move, by: Account, day: date, gazette: Gazette) -> Refusal | None:
    """The same as the refusal it would be: out of turn, not this person, not yet."""
    step = transition(case.matter, stands(case), move)
    if step is None:
        said = missing_step(case.matter, stands(case), move)
        return Conflict(f"{said.zh}{_first(case).zh}", f"{said.en} {_first(case).en}")
    return _person(case, step, by) or _clock(case, step, day, gazette)


def _first(case: Case) -> Said:
    """Who was first: the last move and its day."""
    last, name = case.moves[-1], MOVE_NAMES[stands(case)]
    return Said(f"（{last.on.isoformat()}已{name.zh}）", f"(Last: {name.en}, {last.on.isoformat()}.)")


def _person(case: Case, step: Transition, by: Account) -> Refusal | None:
    if by.role not in OFFICERS:
        return Refused("只有登记管理机关经办人员可以办理。", "Only the registrar's officers may do this.")
    if step.by is not Actor.SECOND:
        return None
    if any(move.move is Move.PROPOSED and move.by == by.id for move in case.moves):
        return Refused("提出人与审批人不得为同一人。", "Who proposed cannot decide: another officer has to.")
    if by.role is not Role.APPROVER:
        return Refused("须由具有审批权限的另一名人员办理。", "An approver has to do this.")
    return None


def _clock(case: Case, step: Transition, day: date, gazette: Gazette) -> Refusal | None:
    if step.waits is None:
        return None
    end, wanted = statement_ends(case, gazette), MOVE_NAMES[step.move]
    if end is None:
        return Conflict(
            f"陈述申辩期限届满日{UNTOLD.zh}，届满前不能{wanted.zh}。",
            f"The end of the statement period is {UNTOLD.en}; it must be over before you {wanted.en}.",
        )
    if day > end:
        return None
    return Conflict(
        f"陈述申辩期至{end.isoformat()}届满，届满前不能{wanted.zh}。",
        f"The statement period runs until {end.isoformat()}; it must be over before you {wanted.en}.",
    )


def guidance(case: Case, gazette: Gazette = NO_GAZETTE) -> list[Said]:
    """What the table says about the next moves: who makes them, within or after which period, by which article."""
    return [_says(case, step, gazette) for step in following(case.matter, stands(case))]


ACTORS = {
    Actor.SYSTEM: Said("系统", "the system"),
    Actor.ORGANIZATION: Said("该社会组织", "the organization"),
    Actor.OFFICER: Said("经办人员", "an officer"),
    Actor.SECOND: Said("提出人以外的审批人员", "an approver who did not propose it"),
}


def _says(case: Case, step: Transition, gazette: Gazette) -> Said:
    name, who = MOVE_NAMES[step.move], ACTORS[step.by]
    zh, en = f"{name.zh}：由{who.zh}办理", f"{name.en.capitalize()}: by {who.en}"
    for period_zh, period_en in _periods(case, step, gazette):
        zh, en = zh + period_zh, en + period_en
    text = step.basis.on(case.moves[-1].on)
    cite = text.cite.said if text else Said("", "")
    return Said(f"{zh}。依据：{cite.zh}。", f"{en}. Basis: {cite.en}.")


def _periods(case: Case, step: Transition, gazette: Gazette) -> Iterator[Said]:
    day = case.moves[-1].on
    if step.waits and (text := step.waits.on(day)):
        end = statement_ends(case, gazette)
        until = Said(end.isoformat(), end.isoformat()) if end else UNTOLD
        yield Said(
            f"，须待陈述申辩期（{text.value.said.zh}，至{until.zh}）届满",
            f", after the statement period ({text.value.said.en}, until {until.en})",
        )
    if step.clock and (text := step.clock.on(day)):
        unsure = Said("", "") if text.confirmed else Said("，期限待核", ", period to be confirmed")
        yield Said(f"，期限{text.value.said.zh}{unsure.zh}", f", within {text.value.said.en}{unsure.en}")

"""The draw of spot checks (contract 5): plan, freeze, objections, sources by two officers, result, replacement."""

from datetime import date
from enum import StrEnum

from audits.refusal import Conflict, NotFound, Refused, Unfit
from compliance.facts import Said
from compliance.law.draw_rules import PLAN_STANDS
from compliance.workday import ONE_DAY, CalendarUnknown, Gazette, Period, last_day
from models.account import Account, Role
from models.db import Session
from models.draw.asked import plan_of
from models.draw.plan import Frozen, Plan
from models.holiday import gazette
from models.registrar import within

OFFICERS = (Role.OFFICER, Role.APPROVER)
MOST_WORDS = 2000


class Stage(StrEnum):
    """How far a plan has come."""

    PLANNED = "planned"
    OBJECTIONS = "objections"
    UPHELD = "upheld"
    STANDING = "standing"
    READY = "ready"
    TYPED = "typed"
    DRAWN = "drawn"


STAGES = {
    Stage.PLANNED: Said("方案已公布，待冻结名单", "Planned, lists to be frozen"),
    Stage.OBJECTIONS: Said("名单已冻结，异议期内", "Lists frozen, open to objections"),
    Stage.UPHELD: Said("异议成立，待重新冻结", "Objection upheld, to be frozen anew"),
    Stage.STANDING: Said("等待随机源产生", "Waiting for the random sources"),
    Stage.READY: Said("待两人分别录入随机源", "Two officers to type the sources"),
    Stage.TYPED: Said("一人已录入，待另一人录入", "One officer has typed, another has to"),
    Stage.DRAWN: Said("已抽取", "Drawn"),
}


def frozen(plan: Plan) -> Frozen | None:
    """The lists that hold: those frozen last."""
    return plan.snapshots[-1] if plan.snapshots else None


def upheld(lists: Frozen) -> bool:
    """An objection to these lists was upheld: they must be frozen anew."""
    return any(one.answer is not None and one.answer.upheld for one in lists.objections)


def open_objections(lists: Frozen) -> bool:
    """An objection waits for its answer."""
    return any(one.answer is None for one in lists.objections)


def end_of(day: date, period: Period, known: Gazette) -> date:
    """The last day of a period. Conflict where the holidays of its year are not known."""
    try:
        return last_day(day, period, known)
    except CalendarUnknown as unknown:
        raise Conflict(unknown.said.zh, unknown.said.en) from unknown


def standing_until(db: Session, plan: Plan) -> date:
    """The last day on which the plan only stands: sources may be typed after it, and after objections."""
    text = PLAN_STANDS.on(plan.on) or PLAN_STANDS.texts[0]
    plain = end_of(plan.on, text.value, gazette(db))
    lists = frozen(plan)
    return plain if lists is None else max(plain, lists.until)


def stage(db: Session, plan: Plan, day: date) -> Stage:
    """How far a plan has come on a day."""
    lists = frozen(plan)
    if plan.result is not None:
        return Stage.DRAWN
    if lists is None:
        return Stage.PLANNED
    if upheld(lists):
        return Stage.UPHELD
    if day <= lists.until or open_objections(lists):
        return Stage.OBJECTIONS
    if day <= standing_until(db, plan):
        return Stage.STANDING
    return Stage.TYPED if any(one.frozen_id == lists.id for one in plan.typed) else Stage.READY


def first_after(day: date) -> date:
    """The next day."""
    return day + ONE_DAY


def held(db: Session, number: str, by: Account | None) -> Plan:
    """A plan to act on, locked. NotFound if there is none, or if it is not this officer's registrar's."""
    officers_only(by)
    plan = plan_of(db, number, lock=True)
    if plan is None or by is not None and plan.registrar_id not in within(db, by.registrar_id or 0):
        raise NotFound(f"没有编号为{number}的抽取方案。", f"There is no draw {number}.")
    db.refresh(plan, ["snapshots", "result", "typed", "replacements"])
    return plan


def officers_only(by: Account | None) -> None:
    """Refused unless an officer acts, or the office's own command line (None)."""
    if by is not None and by.role not in OFFICERS:
        raise Refused("只有登记管理机关工作人员可以办理。", "Only the registrar's officers may do this.")


def reasons(text: str) -> str:
    """What somebody says. Unfit if it is empty."""
    said = text.strip()[:MOST_WORDS]
    if not said:
        raise Unfit("请写明理由。", "Give your reasons.")
    return said


def misplaced(db: Session, plan: Plan, day: date) -> Conflict:
    """Not now: says how far the plan is."""
    said = STAGES[stage(db, plan, day)]
    return Conflict(
        f"方案{plan.number}：{said.zh}，不能办理此步。", f"Draw {plan.number}: {said.en}. Not this step now."
    )

"""Freezing the lists, objections to them, and the dry run that binds nobody."""

import secrets
from collections import Counter
from datetime import date

from audits.config import now
from audits.draw import end_of, frozen, misplaced, officers_only, reasons, upheld
from audits.draw.entered import enter
from audits.draw.plan import at_least, least
from audits.draw.population import drawable
from audits.draw.result import Outcome, outcome_of
from audits.refusal import Conflict, NotFound
from compliance.draw import seed_of
from compliance.draw.files import Frozen as Lists
from compliance.draw.files import hashes
from compliance.law.draw_rules import OBJECTIONS
from models.account import Account
from models.db import Session
from models.draw.asked import plan_of
from models.draw.plan import Answer, Frozen, Objection, Plan
from models.holiday import gazette
from models.organization import find
from models.report import keep

CSV = "text/csv"


def freeze(db: Session, day: date, by: Account | None, plan: Plan) -> Frozen:
    """Freeze the four lists and publish them with their hashes; objections may be made for some working days.

    Conflict where they are frozen and no objection was upheld, or where nobody could be drawn or sent.
    """
    officers_only(by)
    before = frozen(plan)
    if plan.result is not None or (before is not None and not upheld(before)):
        raise misplaced(db, plan, day)
    lists = drawable(db, plan, day).lists
    usable(plan, lists, day)
    files = lists.lists()
    kept = {name.removesuffix(".csv"): keep(db, content, CSV) for name, content in files.items()}
    text = OBJECTIONS.on(day) or OBJECTIONS.texts[0]
    row = Frozen(
        plan=plan,
        version=len(plan.snapshots) + 1,
        **kept,
        counts=dict(sorted(Counter(lists.population.values()).items())),
        on=day,
        until=end_of(day, text.value, gazette(db)),
        at=now(),
        by=by.id if by else None,
    )
    db.add(row)
    body = {"id": plan.number, "version": row.version, "hashes": hashes(files)}
    enter(db, "freeze", plan, body, f"draw/{plan.number}/lists/{row.version}")
    return row


def usable(plan: Plan, lists: Lists, day: date) -> None:
    """Conflict for lists nobody can be drawn from; Unfit for a ratio that is below the law of the day."""
    if not lists.population:
        raise Conflict("没有可以抽取的组织。", "There is no organization that could be drawn.")
    if len(lists.inspectors.capacity) < plan.inspectors_each:
        few = plan.inspectors_each
        raise Conflict(
            f"检查人员不足{few}人，请先录入。", f"There are fewer than {few} inspectors; enter them first."
        )
    for stratum in sorted(set(lists.population.values())):
        if stratum not in plan.ratio:
            raise Conflict(f"方案没有规定该层的比例：{stratum}", f"The plan names no ratio for {stratum}.")
        at_least(stratum, plan.ratio[stratum], least(plan.registrar.level, stratum, day))


def object_to(db: Session, day: date, by: Account | None, plan: Plan, code: str, says: str) -> Objection:
    """Enter an objection to the lists. Conflict where the period is over, or nothing is frozen."""
    officers_only(by)
    if code and find(db, code) is None:
        raise NotFound("没有该代码的组织。", "There is no organization of this code.")
    return _object(db, day, by, plan, code or None, says)


def object_ours(db: Session, day: date, by: Account, number: str, says: str) -> Objection:
    """An organization objects about itself. NotFound where the draw is not one that reaches it; Conflict while
    what it objected to these lists is not answered, and once the period is over.
    """
    ours = find(db, by.code) if by.code else None
    plan = plan_of(db, number, lock=True)
    if ours is None or plan is None or plan.registrar_id != ours.registrar_id:
        raise NotFound("未找到", "Not found")
    db.refresh(plan, ["snapshots", "result"])
    lists = frozen(plan)
    if any(one.code == ours.code and one.answer is None for one in (lists.objections if lists else ())):
        raise Conflict(
            "您单位的异议正在处理，请等待答复。", "Your objection is being looked at; wait for the answer."
        )
    return _object(db, day, by, plan, ours.code, says)


def _object(db: Session, day: date, by: Account | None, plan: Plan, code: str | None, says: str) -> Objection:
    lists = frozen(plan)
    if lists is None or plan.result is not None or day > lists.until:
        raise misplaced(db, plan, day)
    row = Objection(
        frozen_id=lists.id, code=code, says=reasons(says), on=day, at=now(), by=by.id if by else None
    )
    lists.objections.append(row)
    enter(db, "objection", plan, {"id": plan.number, "version": lists.version})
    return row


def answer(
    db: Session,
    day: date,
    by: Account,
    plan: Plan,
    objection_id: int,
    *,
    uphold: bool,
    leave_out: bool,
    why: str,
) -> Answer:
    """Answer an objection, once. Upheld: the lists must be frozen anew, and a new period begins."""
    officers_only(by)
    lists = frozen(plan)
    found = [one for one in (lists.objections if lists else ()) if one.id == objection_id]
    if not found:
        raise NotFound("没有这项异议。", "There is no such objection.")
    if found[0].answer is not None or plan.result is not None:
        raise Conflict("该异议已经答复。", "This objection has been answered.")
    out = uphold and leave_out and found[0].code is not None
    row = Answer(
        objection=found[0], upheld=uphold, leave_out=out, reasons=reasons(why), on=day, at=now(), by=by.id
    )
    db.add(row)
    enter(db, "answer", plan, {"id": plan.number, "objection": objection_id, "upheld": uphold})
    return row


def trial(db: Session, plan: Plan, day: date) -> Outcome:
    """A draw from the lists as they stand with a seed made up here: nothing is stored, and it binds nobody."""
    lists = drawable(db, plan, day).lists
    usable(plan, lists, day)
    made_up = f"TRIAL {secrets.token_hex(16)}"
    return outcome_of(lists, seed_of(hashes(lists.lists())["population.csv"], [made_up]))

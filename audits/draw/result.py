"""The result: two officers type the sources apart; when they agree, the draw is made at once, and once only."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from audits.config import now
from audits.draw import Stage, frozen, misplaced, officers_only, stage
from audits.draw.entered import enter
from audits.draw.plan import LONGEST_SOURCE, MOST_SOURCES
from audits.refusal import Conflict, NotFound, Unfit
from compliance.draw import Assigned, Drawn, assign, draw, seed_of
from compliance.draw.files import Frozen as Lists
from compliance.draw.files import assigned_table, drawn_table, read_lists
from models import bulk
from models.account import Account
from models.db import Session
from models.draw.asked import claim, used
from models.draw.outcome import Result, Selected, Typed, Visit
from models.draw.plan import Frozen, Plan
from models.report import Document, keep

LINE = re.compile(r"[^\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]+")
LOTTERIES = {
    "SSQ": re.compile(r"SSQ \d{7}( (0[1-9]|[12]\d|3[0-3])){6} \+ (0[1-9]|1[0-6])"),
    "DLT": re.compile(r"DLT \d{5}( (0[1-9]|[12]\d|3[0-5])){5} \+ (0[1-9]|1[0-2]) (0[1-9]|1[0-2])"),
}
"""How results of the two state lotteries are written: issue, numbers in rising order, two digits each."""


@dataclass(frozen=True)
class Outcome:
    """What a seed draws."""

    seed: str
    drawn: list[Drawn]
    assigned: list[Assigned]
    short: dict[str, int]


def outcome_of(lists: Lists, seed: str) -> Outcome:
    """Who is drawn, and who goes there."""
    drawn = draw(seed, lists.population, lists.ratio)
    assigned, short = assign(seed, drawn, lists.inspectors)
    return Outcome(seed, drawn, assigned, short)


def content(db: Session, sha256: str) -> bytes:
    """A kept file."""
    found = db.get(Document, sha256)
    if found is None:
        raise NotFound("未找到", "Not found")
    return found.content


def lists_of(db: Session, plan: Plan, of: Frozen) -> Lists:
    """The lists as they were frozen."""
    files = {name: content(db, sha256) for name, sha256 in of.hashes.items()}
    return read_lists(files, dict(plan.ratio), plan.inspectors_each)


def clean(plan: Plan, given: Sequence[str]) -> list[str]:
    """Sources as typed. Unfit where they are not what the plan announced, or not written as it must be."""
    sources = [text.strip() for text in given if text.strip()]
    if not 0 < len(sources) <= MOST_SOURCES or len(set(sources)) != len(sources):
        raise Unfit("请逐项录入随机源，不得重复。", "Type each source, each once.")
    if plan.sources and len(plan.sources) != len(sources):
        many = len(plan.sources)
        raise Unfit(f"方案公布了{many}项随机源。", f"The plan announced {many} sources.")
    for number, text in enumerate(sources, 1):
        announced = plan.sources[number - 1] if plan.sources else ""
        fits = (
            LINE.fullmatch(text)
            and len(text) <= LONGEST_SOURCE
            and text.startswith(announced + " " * bool(announced))
        )
        pattern = LOTTERIES.get(announced.partition(" ")[0])
        if not fits or (pattern and not _written(pattern, text)):
            raise Unfit(
                f"第{number}项随机源应以“{announced or '方案公布的写法'}”开头，号码两位数、由小到大。",
                f"Source {number} must begin as announced ({announced or 'in the plan'}), two digits a number, rising.",
            )
    return sources


def _written(pattern: re.Pattern[str], text: str) -> bool:
    """A lottery's result in its one form: every group of numbers rises."""
    groups = text.split(" ", 2)[2].split(" + ") if pattern.fullmatch(text) else []
    numbers = [group.split(" ") for group in groups]
    return bool(numbers) and all(group == sorted(set(group)) for group in numbers)


def difference(mine: Sequence[str], theirs: Sequence[str]) -> tuple[int, int] | None:
    """The first source that differs and the first character in it, both from 1; None where all agree."""
    for number in range(max(len(mine), len(theirs))):
        one, other = (its[number] if number < len(its) else "" for its in (mine, theirs))
        if one != other:
            same = next(
                (n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None
            )
            return number + 1, (min(len(one), len(other)) if same is None else same) + 1
    return None


def type_sources(db: Session, day: date, by: Account, plan: Plan, given: Sequence[str]) -> Result | None:
    """Type the sources; None while the other officer has not. When both agree the draw is made at once.

    Conflict before its time and once there is a result. Unfit names where the two differ, not what the other
    typed: they type apart. An officer may type again; his last holds.
    """
    officers_only(by)
    lists = frozen(plan)
    if lists is None or stage(db, plan, day) not in (Stage.READY, Stage.TYPED):
        raise misplaced(db, plan, day)
    sources = clean(plan, given)
    if old := used(db, sources):
        raise Conflict(f"该随机源已用于其他抽取：{old[0]}", f"Another draw has used this source: {old[0]}")
    others = [one for one in plan.typed if one.frozen_id == lists.id and one.by != by.id]
    if others and (place := difference(sources, others[-1].sources)):
        raise Unfit(
            "与另一人录入的不一致：第{}项第{}个字符起。请核对开奖公告。".format(*place),
            "Not what the other officer typed: source {}, from character {}. Look at the bulletin.".format(
                *place
            ),
        )
    plan.typed.append(Typed(frozen_id=lists.id, sources=sources, at=now(), by=by.id))
    if not others:
        enter(db, "sources", plan, {"id": plan.number, "typed": 1})
        return None
    return _drawn(db, day, plan, lists, sources, (others[-1].by, by.id))


def _drawn(db: Session, day: date, plan: Plan, of: Frozen, sources: list[str], by: tuple[int, int]) -> Result:
    lists = lists_of(db, plan, of)
    made = outcome_of(lists, seed_of(of.population, sources))
    files = drawn_table(made.drawn), assigned_table(made.assigned)
    drawn, assigned = (keep(db, file, "text/csv") for file in files)
    plan.result = Result(
        frozen_id=of.id,
        sources=sources,
        seed=made.seed,
        drawn=drawn,
        assigned=assigned,
        short=made.short,
        on=day,
        at=now(),
        first_by=by[0],
        second_by=by[1],
    )
    db.flush()
    if not claim(db, plan.id, sources):
        raise Conflict("该随机源刚刚用于其他抽取。", "Another draw has used one of these sources just now.")
    bulk.add_all(db, Selected, [{"plan_id": plan.id, **vars(one)} for one in made.drawn])
    bulk.add_all(db, Visit, [{"plan_id": plan.id, **vars(one)} for one in made.assigned])
    body = {"id": plan.number, "sources": sources, "seed": made.seed, "drawn": drawn, "assigned": assigned}
    enter(db, "result", plan, body, f"draw/{plan.number}/result")
    return plan.result

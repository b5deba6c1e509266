"""A plan: what will be drawn and how, numbered and public before anything can be known."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import product

from audits.config import now
from audits.draw import officers_only, reasons
from audits.draw.entered import enter
from audits.refusal import Unfit
from compliance.draw.files import PLAIN, Unwritable, decimal, share
from compliance.facts import Grade, Kind, Level
from compliance.law.spot_check_measures import INSPECTORS, RATIOS
from compliance.sampling import least_share, share_for
from models.account import Account
from models.browse import districts
from models.db import Session
from models.draw.plan import Plan
from models.job import next_number
from models.registrar import Registrar

STRATA = ("kind", "grade", "district")
EXCLUDE = ("drawn_last_year",)
MOST_SOURCES, MOST_NAME, LONGEST_SOURCE = 8, 100, 120
MOST_INSPECTORS = 9
LABEL = re.compile(r"[\x21-\x7e]+( [\x21-\x7e]+)*")


@dataclass(frozen=True)
class Wanted:
    """What a plan says. `ratio` may name only some strata: the others get the least that is allowed."""

    name: str
    seed_announced: str
    registered_by: date
    strata: Sequence[str] = ("kind", "grade")
    exclude: Sequence[str] = ()
    ratio: Mapping[str, str] = field(default_factory=dict)
    inspectors_each: int = 2
    sources: Sequence[str] = ()


def least(level: Level, stratum: str, day: date) -> Fraction:
    """The least share of a stratum: the level's by law, raised where the stratum is of a grade."""
    grade = next((Grade(part) for part in stratum.split(".") if part in set(Grade)), None)
    law = least_share(level, day)
    share = share_for(level, grade, day) if grade else law[0] if law else None
    return share or Fraction(1)


def all_strata(db: Session, names: Sequence[str]) -> list[str]:
    """Every stratum there can be, such as "foundation.A"."""
    values: Mapping[str, Sequence[str]] = {
        "kind": [str(kind) for kind in Kind],
        "grade": [str(grade) for grade in Grade],
        "district": districts(db) if "district" in names else (),
    }
    return [".".join(one) for one in product(*(values[name] for name in names))]


def ratios(db: Session, level: Level, wanted: Wanted, day: date) -> dict[str, str]:
    """The ratio of every stratum. Unfit for one below what law and house table ask, or of no stratum."""
    strata = all_strata(db, wanted.strata)
    if strange := sorted(set(wanted.ratio) - set(strata)):
        raise Unfit(f"没有这一层：{strange[0]}", f"There is no such stratum: {strange[0]}")
    found = {}
    for stratum in strata:
        floor = least(level, stratum, day)
        found[stratum] = decimal(floor)
        if given := wanted.ratio.get(stratum, "").strip():
            found[stratum] = at_least(stratum, given, floor)
    return found


def at_least(stratum: str, given: str, floor: Fraction) -> str:
    """A ratio as given. Unfit where it is none, or below the floor."""
    try:
        ratio = share(given)
    except Unwritable as fault:
        raise Unfit(
            f"{stratum}：比例应写成0到1之间的小数，如0.05。",
            f"{stratum}: write the ratio as a decimal such as 0.05.",
        ) from fault
    if ratio < floor:
        low, act = decimal(floor), RATIOS.act.name
        raise Unfit(
            f"{stratum}：比例{given}低于最低比例{low}（《{act.zh}》及本机关抽查系数）。",
            f"{stratum}: {given} is below the least ratio {low} ({act.en}, and this office's factors).",
        )
    return decimal(ratio)


def check(wanted: Wanted, day: date) -> None:
    """Unfit for a plan that does not say what it must."""
    fewest = INSPECTORS.on(day) or INSPECTORS.texts[0]
    said = wanted.name.strip(), wanted.seed_announced.strip()
    if not all(said) or len(said[0]) > MOST_NAME:
        raise Unfit(
            "请填写方案名称和随机源的产生方式。", "Give the plan's name and where the seed will come from."
        )
    if not wanted.strata or list(wanted.strata) != [one for one in STRATA if one in wanted.strata]:
        raise Unfit("请选择分层方式。", "Choose what strata are made of.")
    if set(wanted.exclude) - set(EXCLUDE) or wanted.registered_by > day:
        raise Unfit(
            "抽取范围有误：登记截止日不能晚于今天。",
            "The population is wrong: registered by a day that is over.",
        )
    if not fewest.value <= wanted.inspectors_each <= MOST_INSPECTORS:
        raise Unfit(f"每户检查人员不少于{fewest.value}人。", f"At least {fewest.value} inspectors for each.")
    if len(wanted.sources) > MOST_SOURCES or len(set(wanted.sources)) != len(wanted.sources):
        raise Unfit("随机源重复或过多。", "A source is named twice, or there are too many.")
    if any(
        not LABEL.fullmatch(one) or len(one) > LONGEST_SOURCE or not PLAIN.fullmatch(one)
        for one in wanted.sources
    ):
        raise Unfit("随机源写法有误，如：SSQ 2026031", "Write each source such as: SSQ 2026031")


def make(db: Session, day: date, by: Account | None, registrar: Registrar, wanted: Wanted) -> Plan:
    """Publish a plan under the next number of its year."""
    officers_only(by)
    check(wanted, day)
    plan = Plan(
        number=f"{day.year}-{next_number(db, f'draw {day.year}')}",
        name=wanted.name.strip(),
        registrar=registrar,
        basis=RATIOS.texts[-1].cite.said.zh,
        registered_by=wanted.registered_by,
        exclude=list(wanted.exclude),
        strata=list(wanted.strata),
        ratio=ratios(db, registrar.level, wanted, day),
        inspectors_each=wanted.inspectors_each,
        seed_announced=reasons(wanted.seed_announced),
        sources=list(wanted.sources),
        on=day,
        at=now(),
        by=by.id if by else None,
    )
    db.add(plan)
    enter(db, "plan", plan, told(plan), f"draw/{plan.number}")
    return plan


def told(plan: Plan) -> dict[str, object]:
    """A plan in the words of the log and of the API."""
    return {
        "id": plan.number,
        "name": plan.name,
        "basis": plan.basis,
        "population": {"registered_by": plan.registered_by.isoformat(), "exclude": plan.exclude},
        "stratified_by": plan.strata,
        "ratio": dict(sorted(plan.ratio.items())),
        "inspectors_each": plan.inspectors_each,
        "seed_announced": plan.seed_announced,
        "announced_sources": plan.sources,
        "planned_on": plan.on.isoformat(),
    }

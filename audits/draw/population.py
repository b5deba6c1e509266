"""Who can be drawn on a day and who is left out why; and what an officer should see before freezing."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from audits.draw.people import crew
from audits.evaluation import outcome
from audits.snapshot import columns
from compliance.draw import how_many
from compliance.draw.files import Frozen, share
from compliance.facts import Grade
from compliance.law.house_rules import BANDS, START
from models.db import Session
from models.draw.asked import drawn_since, inspectors, left_out, register
from models.draw.plan import Plan
from models.snapshot import reported_years


@dataclass(frozen=True)
class Standing:
    """Grades and lists of a registrar's organizations on a day."""

    grade: dict[str, str]
    listed: set[str]


def standing(db: Session, day: date) -> Standing:
    """Grades and lists by the law of the day, over the register as it is."""
    years = {year: columns(db, year) for year in reported_years(db) if year < day.year}
    found = outcome(db, years, day).standings
    on_list = found.filter(pl.col("anomaly_since").is_not_null() | pl.col("serious_since").is_not_null())
    grades = dict(zip(found["code"], found["grade"], strict=True))
    return Standing(grades, set(on_list["code"]))


def unwritten(day: date) -> Grade:
    """The grade of who has no record yet: the points of the start."""
    start, bands = START.on(day) or START.texts[0], BANDS.on(day) or BANDS.texts[0]
    return next(grade for grade, fewest in bands.value.items() if start.value >= fewest)


@dataclass(frozen=True)
class Drawable:
    """The lists of a plan as they would be frozen, and what was seen while making them."""

    lists: Frozen
    rows: list[Any]
    listed: set[str]
    drawn_before: set[str]


def drawable(db: Session, plan: Plan, day: date) -> Drawable:
    """The lists of a plan on a day."""
    here = standing(db, day)
    before = drawn_since(db, plan.registrar_id, date(day.year - 1, 1, 1))
    out, rows = left_out(db, plan.id), register(db, plan.registrar_id)
    population, excluded = {}, {}
    for row in rows:
        if why := _why_not(plan, row, before, out):
            excluded[row.code] = why
        else:
            population[row.code] = _stratum(plan, row, here, day)
    ratio = {stratum: share(text) for stratum, text in plan.ratio.items()}
    lists = Frozen(population, excluded, crew(db, plan.registrar_id, plan.inspectors_each), ratio)
    return Drawable(lists, list(rows), here.listed, before)


def _why_not(plan: Plan, row: Any, before: set[str], out: set[str]) -> str:
    if row.dissolved_on is not None:
        return "dissolved"
    if row.registered_on > plan.registered_by:
        return "registered_later"
    if row.code in out:
        return "objection_upheld"
    if "drawn_last_year" in plan.exclude and row.code in before:
        return "drawn_last_year"
    return ""


def _stratum(plan: Plan, row: Any, here: Standing, day: date) -> str:
    values = {"kind": str(row.kind), "district": row.district}
    if "grade" in plan.strata:
        values["grade"] = here.grade.get(row.code) or str(unwritten(day))
    return ".".join(values[name] for name in plan.strata)


@dataclass(frozen=True)
class Stratum:
    """A stratum before or after the draw: its size, its ratio, how many are drawn."""

    name: str
    size: int
    ratio: str
    drawn: int


@dataclass(frozen=True)
class Report:
    """What an officer should see before freezing."""

    strata: list[Stratum]
    excluded: dict[str, int]
    missing: list[str]
    double: list[str]
    drawn_before: int
    listed: int
    visits: int
    capacity: int
    load: list[tuple[str, str, int]]
    recusals: int

    @property
    def enough(self) -> bool:
        """The inspectors can make all visits."""
        return self.visits <= self.capacity


def strata_of(lists: Frozen, ratio: dict[str, str]) -> list[Stratum]:
    """Strata with how many are drawn of each."""
    sizes = Counter(lists.population.values())
    return [
        Stratum(name, size, ratio[name], how_many(lists.ratio[name], size))
        for name, size in sorted(sizes.items())
    ]


def report(db: Session, plan: Plan, day: date) -> Report:
    """Population and inspectors, as they would be frozen on a day."""
    found = drawable(db, plan, day)
    lists = found.lists
    inside = [row for row in found.rows if row.code in lists.population]
    names = Counter(row.name for row in inside)
    strata = strata_of(lists, dict(plan.ratio))
    people = lists.inspectors
    who = {one.code: one.name for one in inspectors(db, plan.registrar_id)}
    return Report(
        strata=strata,
        excluded=dict(sorted(Counter(lists.excluded.values()).items())),
        missing=sorted(row.code for row in inside if not row.address.strip()),
        double=sorted(row.code for row in inside if names[row.name] > 1),
        drawn_before=sum(row.code in found.drawn_before for row in inside),
        listed=sum(row.code in found.listed for row in inside),
        visits=sum(one.drawn for one in strata) * plan.inspectors_each,
        capacity=sum(people.capacity.values()),
        load=[(code, who[code], visits) for code, visits in sorted(people.capacity.items())],
        recusals=len(people.recusals),
    )

"""Figures of draws: which were held, from how many, who was drawn for inspection on site, what visits found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import exists, func, literal, select, true
from sqlalchemy.orm import Session

from compliance.draw.finding import FINAL, Outcome
from compliance.facts import Level
from compliance.span import Days
from models.draw.finding import Finding
from models.draw.outcome import Replaced, Result, Selected
from models.draw.plan import Frozen, Plan
from models.organization import Organization
from models.registrar import Registrar
from models.statistics.source import WHO, Source

PLAN, RESULT, FROZEN = Plan.__table__.c, Result.__table__.c, Frozen.__table__.c
SELECTED, REPLACED = Selected.__table__.c, Replaced.__table__.c
FINDING = Finding.__table__.c
OFFICE = Registrar.__table__.c
HELD = Plan.__table__.join(Result.__table__, RESULT.plan_id == PLAN.id)
KEPT = ~exists().where(REPLACED.plan_id == SELECTED.plan_id, REPLACED.instead_of == SELECTED.code)
"""Of one that was drawn: nobody goes in its place."""


@dataclass(frozen=True)
class Held:
    """One draw: from how many, how many were drawn, and by which level of registrar."""

    number: str
    name: str
    level: Level
    on: date
    size: int
    drawn: int

    @property
    def ratio(self) -> str:
        """Drawn of those drawn from, as a percentage with one decimal, rounded down: it is held against a least."""
        tenths = 1000 * self.drawn // self.size if self.size else 0
        return f"{tenths // 10}.{tenths % 10}%"


def draws(days: Days) -> Source:
    """Draws whose result was drawn within the days."""
    within = (RESULT.on.between(days.first, days.last),)
    named = (
        literal("").label("code"),
        PLAN.name,
        literal(None).label("kind"),
        literal("").label("district"),
    )
    return Source(
        HELD,
        PLAN.registrar_id,
        within,
        {"draws": true()},
        {"": RESULT.on},
        number=PLAN.number,
        named=named,
    )


def drawn(days: Days) -> Source:
    """Who was drawn in them and is to be inspected."""
    rows = HELD.join(Selected.__table__, SELECTED.plan_id == PLAN.id).join(
        Organization.__table__, WHO.code == SELECTED.code
    )
    within = (RESULT.on.between(days.first, days.last), KEPT)
    return Source(
        rows,
        PLAN.registrar_id,
        within,
        {"drawn": true()},
        {"": RESULT.on},
        what=SELECTED.stratum,
        number=PLAN.number,
    )


def visited(days: Days) -> Source:
    """Visits whose finding came to count within the days."""
    rows = Plan.__table__.join(Finding.__table__, FINDING.plan_id == PLAN.id).join(
        Organization.__table__, WHO.code == FINDING.code
    )
    within = (FINDING.word.in_(FINAL), FINDING.on.between(days.first, days.last))
    figures = {
        "visited": true(),
        "visited.found": FINDING.outcome == Outcome.FOUND,
        "visited.no_answer": FINDING.outcome == Outcome.NO_ANSWER,
    }
    on, what = {"": FINDING.on}, FINDING.outcome
    return Source(rows, PLAN.registrar_id, within, figures, on, what=what, number=PLAN.number, tie=FINDING.id)


def held(db: Session, registrars: Sequence[int], days: Days) -> list[Held]:
    """The draws of some registrars within the days, oldest first."""
    many = select(func.count()).where(SELECTED.plan_id == PLAN.id, KEPT).correlate(Plan.__table__)
    query = (
        select(
            PLAN.number, PLAN.name, OFFICE.level, RESULT.on, FROZEN.counts, many.scalar_subquery().label("n")
        )
        .select_from(HELD.join(Frozen.__table__, FROZEN.id == RESULT.frozen_id))
        .join(Registrar.__table__, OFFICE.id == PLAN.registrar_id)
        .where(PLAN.registrar_id.in_(registrars), RESULT.on.between(days.first, days.last))
        .order_by(PLAN.id)
    )
    rows = db.execute(query).all()
    return [
        Held(row.number, row.name, Level(row.level), row.on, sum(row.counts.values()), row.n) for row in rows
    ]

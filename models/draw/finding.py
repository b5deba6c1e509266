"""What inspectors found on their visits. Rows never change; what stands is what they add up to."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from compliance.draw.finding import Outcome, Row, Standing, Word, standing
from models.db import Base
from models.draw.outcome import Result, Selected
from models.draw.plan import Frozen, Plan


class Finding(Base):
    """One row about a visit: `areas` are numbers of the list of contents, `inspector` empty for an officer."""

    __tablename__ = "draw_finding"
    __table_args__ = (Index("ix_draw_finding_visit", "plan_id", "code", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("draw_plan.id"))
    code: Mapped[str] = mapped_column(ForeignKey("organization.code"))
    inspector: Mapped[str]
    word: Mapped[Word]
    outcome: Mapped[Outcome]
    areas: Mapped[list[str]]
    says: Mapped[str]
    on: Mapped[date]
    at: Mapped[datetime]
    by: Mapped[int] = mapped_column(ForeignKey("account.id"))

    @property
    def row(self) -> Row:
        """The row as its rules read it."""
        return Row(self.word, self.outcome, self.inspector)


def findings(db: Session, plan_id: int, codes: Sequence[str] | None = None) -> Mapping[str, list[Finding]]:
    """The rows about the visits of a plan (to some organizations), oldest first, by code."""
    query = select(Finding).where(Finding.plan_id == plan_id).order_by(Finding.code, Finding.id)
    found: dict[str, list[Finding]] = {}
    for row in db.scalars(query if codes is None else query.where(Finding.code.in_(codes))):
        found.setdefault(row.code, []).append(row)
    return found


def standings(db: Session, plan_id: int) -> Mapping[str, Standing]:
    """Where the finding of each visited organization of a plan stands, by code."""
    return {code: standing([one.row for one in rows]) for code, rows in findings(db, plan_id).items()}


def strata_found(db: Session, plan: Plan) -> Sequence[tuple[str, str, str]]:
    """Stratum, code and outcome of every visit of a plan whose finding counts."""
    query = select(Selected.code, Selected.stratum).where(Selected.plan_id == plan.id)
    stratum = {row.code: row.stratum for row in db.execute(query)}
    return [
        (stratum[code], code, str(one.outcome))
        for code, one in standings(db, plan.id).items()
        if one.final and code in stratum
    ]


def drawn_plans(db: Session) -> Sequence[tuple[Plan, Mapping[str, int]]]:
    """Every plan with its result, oldest first, with the size of each stratum it was drawn from."""
    query = select(Result.plan_id, Frozen.counts).join(Frozen, Frozen.id == Result.frozen_id)
    sizes = {row.plan_id: row.counts for row in db.execute(query)}
    plans = db.scalars(select(Plan).where(Plan.id.in_(sizes)).order_by(Plan.id)).unique()
    return [(plan, sizes[plan.id]) for plan in plans]

"""Columns of the whole register as of a day, and what an evaluation made of them: blocks of Parquet."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, LargeBinary, func, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.db import Base, Facts
from models.event import Event
from models.report import YearFigures


class Snapshot(Base):
    """The exact inputs of an evaluation: one block a year of reports. `content` is Parquet."""

    __tablename__ = "snapshot"
    __table_args__ = (Index("ix_snapshot_year", "year", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    day: Mapped[date]
    made_at: Mapped[datetime]
    rows: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class Evaluation(Base):
    """What the rules made of the register on a day: a block of findings and one of standings (Parquet)."""

    __tablename__ = "evaluation"

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date]
    made_at: Mapped[datetime]
    rules: Mapped[str]
    counts: Mapped[Facts]
    findings: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    standings: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


BLOCK = 50_000
REGISTER = text(
    "SELECT o.code, o.kind, o.level, CAST(o.registered_on AS TEXT), CAST(o.charity_since AS TEXT),"
    " CAST(o.fundraising_since AS TEXT), o.unit_id, o.original_fund, y.report_id, CAST(y.received_on AS TEXT),"
    " CAST(y.published_on AS TEXT), y.conclusion, CAST(y.figures AS TEXT)"
    " FROM organization o LEFT JOIN year_figures y ON y.code = o.code AND y.year = :year"
    " WHERE o.dissolved_on IS NULL"
)
"""Days and figures as text, so that either database gives the same."""


def register(db: Session, year: int) -> Iterator[Sequence[Sequence[Any]]]:
    """The register with its reports on a year, one row a living organization, in blocks and in no order.

    Ordered by the database they would take twice as long: its tables lie in the order of entry.
    """
    return db.execute(REGISTER, {"year": year}).partitions(BLOCK)


def latest_snapshot(db: Session, year: int) -> bytes | None:
    """The content of a year's last snapshot."""
    query = select(Snapshot.content).where(Snapshot.year == year).order_by(Snapshot.id.desc())
    return db.scalars(query.limit(1)).first()


def reported_years(db: Session) -> Sequence[int]:
    """The years of which any figures are known, from first to last."""
    first, last = db.execute(select(func.min(YearFigures.year), func.max(YearFigures.year))).one()
    return range(first, last + 1) if first is not None else range(0)


def codes_with_events(db: Session) -> Sequence[str]:
    """Codes of the organizations in whose record anything stands."""
    return db.scalars(select(Event.code).distinct()).all()


def latest_evaluation(db: Session) -> Evaluation | None:
    """The evaluation made last."""
    return db.scalars(select(Evaluation).order_by(Evaluation.id.desc()).limit(1)).first()

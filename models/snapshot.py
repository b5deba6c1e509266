"""Columns of the whole register as of a day, and what an evaluation made of them: blocks of Parquet."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from sqlalchemy import Index, LargeBinary, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.db import Base, Facts
from models.event import Event
from models.lines import lines
from models.organization import Organization
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


COLUMNS = (
    "o.code", "o.kind", "o.level", "o.registered_on", "o.charity_since", "o.fundraising_since", "o.unit_id",
    "o.original_fund", "y.report_id", "y.received_on", "y.published_on", "y.conclusion",
    "coalesce(y.figures, '{}')",
)  # fmt: skip
REPORTED = "LEFT JOIN year_figures y ON y.code = o.code AND y.year = :year"


def register(db: Session, year: int) -> Iterator[bytes]:
    """The register with its reports on a year in lines, the figures as JSON."""
    return lines(db, COLUMNS, REPORTED, {"year": year})


def latest_snapshot(db: Session, year: int) -> bytes | None:
    """The content of a year's last snapshot."""
    query = select(Snapshot.content).where(Snapshot.year == year).order_by(Snapshot.id.desc())
    return db.scalars(query.limit(1)).first()


def reported_years(db: Session) -> Sequence[int]:
    """The years of which any figures are known, from first to last."""
    first, last = db.execute(select(func.min(YearFigures.year), func.max(YearFigures.year))).one()
    return range(first, last + 1) if first is not None else range(0)


def codes_with_events(db: Session) -> Sequence[str]:
    """Codes of the living organizations in whose record anything stands, in order."""
    living = select(Organization.code).where(Organization.dissolved_on.is_(None))
    return db.scalars(living.where(Organization.code.in_(select(Event.code))).order_by("code")).all()


def latest_evaluation(db: Session) -> Evaluation | None:
    """The evaluation made last."""
    return db.scalars(select(Evaluation).order_by(Evaluation.id.desc()).limit(1)).first()

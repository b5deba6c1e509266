"""Columns of the whole register as of a day, and what an evaluation made of them: blocks of Parquet."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

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
PARTS = 16
MARK = "\x1f"
"""Between the values of a line: the unit separator of ASCII, which no value may hold."""
COLUMNS = (
    "o.code", "o.kind", "o.level", "o.registered_on", "o.charity_since", "o.fundraising_since", "o.unit_id",
    "o.original_fund", "y.report_id", "y.received_on", "y.published_on", "y.conclusion",
    "coalesce(y.figures, '{}')",
)  # fmt: skip
LINE = f"format('{MARK.join(['%s'] * len(COLUMNS))}', {', '.join(COLUMNS)})"
REGISTER = (
    " FROM organization o LEFT JOIN year_figures y ON y.code = o.code AND y.year = :year"
    " WHERE o.dissolved_on IS NULL"
)
LAST = text("SELECT coalesce(max(rowid), 0) FROM organization")
BLOCKS = text(
    f"SELECT group_concat({LINE}, char(10)) {REGISTER} AND o.rowid > :after AND o.rowid <= :after + {BLOCK}"
)
HASHED = text(f"SELECT string_agg({LINE}, chr(10)) {REGISTER} GROUP BY hashtext(o.code) % {PARTS}")
"""The database puts the lines together: a million of them, or of rows, take Python longer than the database.
SQLite reads its table in stretches, as it lies; PostgreSQL all of it at once, for it would join anew for each.
"""


def register(db: Session, year: int) -> Iterator[str]:
    """The register with its reports on a year, one line a living organization, in blocks and in no order: the
    columns above, empty where nothing is known, the figures as JSON.
    """
    if db.get_bind().dialect.name == "postgresql":
        yield from db.scalars(HASHED, {"year": year})
        return
    for after in range(0, db.execute(LAST).scalar_one(), BLOCK):
        yield db.scalar(BLOCKS, {"year": year, "after": after}) or ""


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

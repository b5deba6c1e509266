"""Columns of the whole register as of a day, and what an evaluation made of them: blocks of Parquet."""

from datetime import date, datetime

from sqlalchemy import Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from models.db import Base, Facts


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

"""What the schedule has done and holds, so that due work happens once and does happen."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.db import Base, Facts


class Lease(Base):
    """Who may act under a name until when. `fence` grows with each owner, so that a late one is refused."""

    __tablename__ = "lease"

    name: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str]
    until: Mapped[datetime]
    fence: Mapped[int]


class JobRun(Base):
    """One run of a job for a period ("2026-11-23"), started once, taken over when its lease runs out."""

    __tablename__ = "job_run"
    __table_args__ = (UniqueConstraint("job", "period"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    job: Mapped[str]
    period: Mapped[str]
    attempt: Mapped[int]
    started_at: Mapped[datetime]
    lease_until: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    outcome: Mapped[Facts]


class Series(Base):
    """The last number given in a series of document numbers, so that numbers have no gaps."""

    __tablename__ = "series"

    name: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int]

"""What the schedule has done and holds, so that due work happens once and does happen."""

from datetime import datetime

from sqlalchemy import UniqueConstraint, case, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

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


def claim(
    db: Session, job: str, period: str, moment: datetime, until: datetime, again: bool = False
) -> JobRun | None:
    """The run of a job for a period, now ours until a moment; None if it is done or another still has it.

    `attempt` grows with each claim: it is the fence by which an owner that woke up late is refused.
    `again` also claims what is done: every job is safe to run twice.
    """
    insert = sqlite.insert if db.get_bind().dialect.name == "sqlite" else postgresql.insert
    first = {
        "job": job,
        "period": period,
        "attempt": 1,
        "started_at": moment,
        "lease_until": until,
        "outcome": {},
    }
    orphan = JobRun.finished_at.is_(None) & (JobRun.lease_until <= moment)
    free = orphan | JobRun.finished_at.is_not(None) if again else orphan
    anew = {"attempt": JobRun.attempt + 1, "started_at": moment, "lease_until": until, "finished_at": None}
    statement = insert(JobRun).values(first)
    statement = statement.on_conflict_do_update(index_elements=["job", "period"], set_=anew, where=free)
    return db.scalars(statement.returning(JobRun)).one_or_none()


def renew(db: Session, run: JobRun, until: datetime) -> bool:
    """Keep a run until a later moment; False if it was taken over."""
    return _ours(db, run, {"lease_until": until})


def finish(db: Session, run: JobRun, moment: datetime, outcome: Facts) -> bool:
    """Say that a run is done; False if it was taken over, and then the work must be undone."""
    return _ours(db, run, {"finished_at": moment, "outcome": outcome})


def give_up(db: Session, run: JobRun, moment: datetime, outcome: Facts) -> bool:
    """Say why a run failed, and let the next one have it at once."""
    return _ours(db, run, {"lease_until": moment, "outcome": outcome})


def _ours(db: Session, run: JobRun, values: dict[str, object]) -> bool:
    mine = (JobRun.id == run.id, JobRun.attempt == run.attempt, JobRun.finished_at.is_(None))
    changed = db.execute(update(JobRun).where(*mine).values(values).returning(JobRun.id))
    return changed.one_or_none() is not None


def last_finished(db: Session, job: str) -> str | None:
    """The latest period for which a job is done."""
    done = (JobRun.job == job, JobRun.finished_at.is_not(None))
    return db.scalars(select(func.max(JobRun.period)).where(*done)).one()


def last_outcome(db: Session, job: str) -> Facts | None:
    """What a job did for the latest period for which it is done."""
    query = select(JobRun.outcome).where(JobRun.job == job, JobRun.finished_at.is_not(None))
    return db.scalars(query.order_by(JobRun.period.desc()).limit(1)).first()


def take(db: Session, name: str, owner: str, moment: datetime, until: datetime) -> int | None:
    """A lease for an owner, renewed if it has it; gives its fence, or None while another holds it."""
    insert = sqlite.insert if db.get_bind().dialect.name == "sqlite" else postgresql.insert
    mine = Lease.owner == owner
    grown = case((mine, Lease.fence), else_=Lease.fence + 1)
    statement = insert(Lease).values(name=name, owner=owner, until=until, fence=1)
    statement = statement.on_conflict_do_update(
        index_elements=["name"],
        set_={"owner": owner, "until": until, "fence": grown},
        where=mine | (Lease.until <= moment),
    )
    return db.scalars(statement.returning(Lease.fence)).one_or_none()


def release(db: Session, name: str, owner: str, moment: datetime) -> None:
    """Give a lease back, so that the next need not wait."""
    db.execute(update(Lease).where(Lease.name == name, Lease.owner == owner).values(until=moment))


def lease_until(db: Session) -> datetime | None:
    """Until when the latest lease holds: a schedule that works renews it all the time."""
    return db.scalars(select(func.max(Lease.until))).one()


def next_number(db: Session, series: str) -> int:
    """The next number of a series, in the transaction of the act that uses it: given back if it fails."""
    insert = sqlite.insert if db.get_bind().dialect.name == "sqlite" else postgresql.insert
    statement = insert(Series).values(name=series, last=1)
    grown = statement.on_conflict_do_update(index_elements=["name"], set_={"last": Series.last + 1})
    return db.execute(grown.returning(Series.last)).scalar_one()

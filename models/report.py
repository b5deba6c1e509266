"""Annual reports: the file by its hash, each version as uploaded, what was found, said and done about it."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column, relationship, selectinload

from compliance.facts import Kind
from models.db import Base, Facts
from models.organization import Organization


class Document(Base):
    """A file kept by the SHA-256 of its content (lower-case hex), never replaced."""

    __tablename__ = "document"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    media_type: Mapped[str]
    size: Mapped[int]


class Report(Base):
    """One version of an organization's report on a year: an upload, or an upload with lines corrected.

    `lines` is the `.json` form's {line id: value} (contract 3); `corrected` the ids changed on the page.
    """

    __tablename__ = "report"
    __table_args__ = (
        UniqueConstraint("code", "year", "version"),
        Index("ix_report_year", "year", "code"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(ForeignKey("organization.code"))
    year: Mapped[int]
    version: Mapped[int]
    kind: Mapped[Kind]
    sha256: Mapped[str] = mapped_column(ForeignKey("document.sha256"))
    file_name: Mapped[str]
    uploaded_at: Mapped[datetime]
    uploaded_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    rules: Mapped[str]
    verdict: Mapped[str]
    lines: Mapped[Facts]
    faults: Mapped[list[Facts]]
    corrected: Mapped[list[str]]

    organization: Mapped[Organization] = relationship()
    steps: Mapped[list["Step"]] = relationship(order_by="Step.id", back_populates="report")


class Took(StrEnum):
    """What happened to a report. The state of a report is the last of these."""

    EXPLAINED = "explained"
    ATTACHED = "attached"
    SIGNED = "signed"
    SUBMITTED = "submitted"
    CONSENTED = "consented"
    DECLINED = "declined"
    RETURNED = "returned"
    CONCLUDED = "concluded"
    PUBLISHED = "published"


class Step(Base):
    """Something done with a report: who, when, on which legal day, with what. Rows are only added."""

    __tablename__ = "step"
    __table_args__ = (Index("ix_step_report", "report_id", "id"), Index("ix_step_took", "took", "on"))

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"))
    took: Mapped[Took]
    on: Mapped[date]
    at: Mapped[datetime]
    by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    details: Mapped[Facts]
    number: Mapped[str | None] = mapped_column(unique=True)  # receipt or document number
    sha256: Mapped[str | None] = mapped_column(ForeignKey("document.sha256"))

    report: Mapped[Report] = relationship(back_populates="steps")


class YearFigures(Base):
    """The figures of the last submitted version of a report that rules and public pages ask for, in fen.

    Derived from the report and made again from it at will; typed so that a register is read as columns.
    """

    __tablename__ = "year_figures"

    code: Mapped[str] = mapped_column(ForeignKey("organization.code"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"))
    received_on: Mapped[date | None]
    published_on: Mapped[date | None]
    conclusion: Mapped[str | None]
    figures: Mapped[Facts]


Newer = aliased(Report)


def latest_report(db: Session, code: str, year: int) -> Report | None:
    """The latest version of an organization's report on a year, with its steps, as they are now: what was
    read before a lock was had is read again.
    """
    query = select(Report).where(Report.code == code, Report.year == year).order_by(Report.version.desc())
    query = query.options(selectinload(Report.steps)).limit(1)
    return db.scalars(query.execution_options(populate_existing=True)).one_or_none()


def all_versions(db: Session, code: str, year: int) -> Sequence[Report]:
    """Every version of a year's report, oldest first, with their steps."""
    query = select(Report).where(Report.code == code, Report.year == year).order_by(Report.version)
    return db.scalars(query.options(selectinload(Report.steps))).all()


def latest_reports(db: Session, code: str) -> Sequence[Report]:
    """The latest version of every year's report, latest year first, with their steps."""
    newest = select(func.max(Report.version)).where(Report.code == code, Report.year == Newer.year)
    query = select(Newer).where(Newer.code == code, Newer.version == newest.scalar_subquery())
    return db.scalars(query.order_by(Newer.year.desc()).options(selectinload(Newer.steps))).all()


def submission(db: Session, code: str, year: int) -> Step | None:
    """The last submission of a year's report; None if none was ever submitted."""
    query = select(Step).join(Report).where(Report.code == code, Report.year == year)
    return db.scalars(
        query.where(Step.took == Took.SUBMITTED).order_by(Step.id.desc()).limit(1)
    ).one_or_none()


def before_of(db: Session, code: str, year: int) -> Facts:
    """The lines of the report submitted on the year before; empty where there is none."""
    step = submission(db, code, year - 1)
    return step.report.lines if step is not None else {}


def keep(db: Session, content: bytes, media_type: str) -> str:
    """Keep a file by the SHA-256 of its content; the hash."""
    digest = sha256(content).hexdigest()
    if db.get(Document, digest) is None:
        db.add(Document(sha256=digest, content=content, media_type=media_type, size=len(content)))
        db.flush()
    return digest

"""Annual reports: the file by its hash, each version as uploaded, what was found, said and done about it."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

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

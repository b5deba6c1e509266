"""Complaints and the steps of answering them. What is said in them is sealed; no organization reads a row."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, ForeignKey, Index, LargeBinary, Select, exists, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship, selectinload

from compliance.complaint import ENDED, Doing, Done
from models.db import Base, Facts


class Complaint(Base):
    """One complaint. `token` is that of the form it was sent with, so that it is entered once; `secret` the SHA-256
    of the words with which the complainant comes back. `code` is empty where no organization was recognised.
    """

    __tablename__ = "complaint"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    token: Mapped[str] = mapped_column(unique=True)
    secret: Mapped[str]
    registrar_id: Mapped[int] = mapped_column(ForeignKey("registrar.id"), index=True)
    code: Mapped[str | None] = mapped_column(ForeignKey("organization.code"))
    topic: Mapped[str]

    steps: Mapped[list["ComplaintStep"]] = relationship(
        order_by="ComplaintStep.id", back_populates="complaint"
    )

    @property
    def done(self) -> Sequence[Done]:
        """Its steps as the law reads them."""
        return [Done(one.doing, one.on, one.by, one.details) for one in self.steps]


class ComplaintStep(Base):
    """A step taken in a complaint. `details` names nobody; `sealed` holds what was said."""

    __tablename__ = "complaint_step"
    __table_args__ = (Index("ix_complaint_step_complaint", "complaint_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    doing: Mapped[Doing]
    on: Mapped[date]
    at: Mapped[datetime]
    by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    token: Mapped[str | None] = mapped_column(unique=True)
    details: Mapped[Facts]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)

    complaint: Mapped[Complaint] = relationship(back_populates="steps")
    files: Mapped[list["ComplaintFile"]] = relationship(order_by="ComplaintFile.id")


class ComplaintFile(Base):
    """Evidence, sealed with its name; `kind` is "pdf", "png" or "jpeg"."""

    __tablename__ = "complaint_file"

    id: Mapped[int] = mapped_column(primary_key=True)
    step_id: Mapped[int] = mapped_column(ForeignKey("complaint_step.id"), index=True)
    kind: Mapped[str]
    size: Mapped[int]
    name: Mapped[bytes] = mapped_column(LargeBinary)
    sealed: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


WITH_STEPS = selectinload(Complaint.steps).selectinload(ComplaintStep.files)


def by_token(db: Session, token: str) -> Complaint | None:
    """The complaint that a form already became."""
    return db.scalars(select(Complaint).where(Complaint.token == token).options(WITH_STEPS)).one_or_none()


def by_number(db: Session, number: str, lock: bool = False) -> Complaint | None:
    """A complaint with its steps; locked against others who would act on it."""
    query = select(Complaint).where(Complaint.number == number).options(WITH_STEPS)
    return db.scalars(query.with_for_update(of=Complaint) if lock else query).one_or_none()


def was_sent(db: Session, token: str) -> bool:
    """Whether a form already became a step."""
    return db.scalar(select(exists().where(ComplaintStep.token == token))) or False


def ended() -> ColumnElement[bool]:
    """Whether a complaint has ended."""
    return exists().where(ComplaintStep.complaint_id == Complaint.id, ComplaintStep.doing.in_(ENDED))


def _theirs(registrars: Sequence[int], open_only: bool) -> Select[Complaint]:
    query = select(Complaint).where(Complaint.registrar_id.in_(registrars))
    return query.where(~ended()) if open_only else query


def complaints(
    db: Session, registrars: Sequence[int], open_only: bool, page: int, size: int
) -> tuple[Sequence[Complaint], int]:
    """A page of the complaints of some registrars, oldest first, and how many there are."""
    query = _theirs(registrars, open_only)
    total = db.scalar(select(func.count()).select_from(query.with_only_columns(Complaint.id).subquery())) or 0
    rows = query.order_by(Complaint.id).limit(size).offset((page - 1) * size).options(WITH_STEPS)
    return db.scalars(rows).all(), total


def open_count(db: Session, registrars: Sequence[int]) -> int:
    """How many wait."""
    query = _theirs(registrars, open_only=True).with_only_columns(Complaint.id)
    return db.scalar(select(func.count()).select_from(query.subquery())) or 0


def file_of(db: Session, complaint: Complaint, file_id: int) -> ComplaintFile | None:
    """A file of a complaint."""
    theirs = select(ComplaintFile).join(ComplaintStep, ComplaintStep.id == ComplaintFile.step_id)
    query = theirs.where(ComplaintStep.complaint_id == complaint.id, ComplaintFile.id == file_id)
    return db.scalars(query).one_or_none()

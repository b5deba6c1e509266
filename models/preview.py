"""Previews of editions: what organizations are shown before publication, what they object, what they are answered.

Rows never change. What a preview shows is a computed edition that is not published and never will be.
"""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from models.account import Account
from models.db import Base
from models.organization import Organization
from models.ranking import Edition


class PreviewAnswer(Base):
    """An officer's answer to an objection: one each."""

    __tablename__ = "edition_answer"

    objection_id: Mapped[int] = mapped_column(ForeignKey("edition_objection.id"), primary_key=True)
    accepted: Mapped[bool]
    reasons: Mapped[str]
    on: Mapped[date]
    at: Mapped[datetime]
    by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class PreviewObjection(Base):
    """What an organization objects to an item of its preview, in words."""

    __tablename__ = "edition_objection"
    __table_args__ = (Index("ix_edition_objection_preview", "preview_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    preview_id: Mapped[int] = mapped_column(ForeignKey("edition_preview.id"))
    code: Mapped[str] = mapped_column(ForeignKey("organization.code"))
    item: Mapped[str]
    says: Mapped[str]
    on: Mapped[date]
    at: Mapped[datetime]
    by: Mapped[int] = mapped_column(ForeignKey("account.id"))

    organization: Mapped[Organization] = relationship()
    answer: Mapped[PreviewAnswer | None] = relationship(lazy="joined")


class PreviewEnd(Base):
    """How a preview ended: the edition that was published after it, or none and the reasons of its withdrawal."""

    __tablename__ = "edition_preview_end"

    preview_id: Mapped[int] = mapped_column(ForeignKey("edition_preview.id"), primary_key=True)
    edition_id: Mapped[int | None] = mapped_column(ForeignKey("edition.id"))
    reasons: Mapped[str]
    on: Mapped[date]
    at: Mapped[datetime]
    by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


class Preview(Base):
    """An edition that is prepared: `edition` as computed at that time, open to objections until a day, included."""

    __tablename__ = "edition_preview"
    __table_args__ = (UniqueConstraint("edition_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    until: Mapped[date]
    on: Mapped[date]
    at: Mapped[datetime]
    by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    edition: Mapped[Edition] = relationship(lazy="joined", innerjoin=True)
    end: Mapped[PreviewEnd | None] = relationship(lazy="joined")
    objections: Mapped[list[PreviewObjection]] = relationship(order_by=PreviewObjection.id)
    officer: Mapped[Account | None] = relationship()

    @property
    def year(self) -> int:
        """The year reported on."""
        return self.edition.year

    @property
    def day(self) -> date:
        """As of which day it is computed."""
        return self.edition.day


def previews(db: Session) -> Sequence[Preview]:
    """Every preview, latest first."""
    return db.scalars(select(Preview).order_by(Preview.id.desc())).unique().all()


def open_previews(db: Session, year: int | None = None) -> Sequence[Preview]:
    """Previews (of a year) that have neither led to an edition nor been withdrawn, latest first."""
    query = select(Preview).outerjoin(PreviewEnd, PreviewEnd.preview_id == Preview.id)
    query = query.where(PreviewEnd.preview_id.is_(None)).order_by(Preview.id.desc())
    if year is not None:
        query = query.join(Edition, Edition.id == Preview.edition_id).where(Edition.year == year)
    return db.scalars(query).unique().all()


def preview_of(db: Session, number: int, lock: bool = False) -> Preview | None:
    """A preview by its number; locked against others who would act on it."""
    query = select(Preview).where(Preview.id == number)
    if lock:
        query = query.with_for_update(of=Preview).execution_options(populate_existing=True)
    return db.scalars(query).unique().one_or_none()


def objections(db: Session, preview: int, code: str | None = None) -> Sequence[PreviewObjection]:
    """Objections to a preview (of one organization), oldest first, with organization and answer."""
    query = select(PreviewObjection).where(PreviewObjection.preview_id == preview)
    if code is not None:
        query = query.where(PreviewObjection.code == code)
    query = query.options(joinedload(PreviewObjection.organization)).order_by(PreviewObjection.id)
    return db.scalars(query.execution_options(populate_existing=True)).unique().all()

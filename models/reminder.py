"""Reminders that went to organizations ahead of a deadline, and the day after it: rows that stay, as evidence."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint, exists, select
from sqlalchemy.orm import Mapped, Session, mapped_column, selectinload

from models.case import Case, ended
from models.db import Base
from models.organization import Organization
from models.report import YearFigures


class Reminder(Base):
    """One reminder: `about` the yearly report ("annual_report", `ref` its year) or a move of a case (its name, `ref`
    the case's number), `due` on that day, `ahead` so many days before (-1: the day after).
    """

    __tablename__ = "reminder"
    __table_args__ = (UniqueConstraint("code", "about", "ref", "due", "ahead"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(ForeignKey("organization.code"))
    about: Mapped[str]
    ref: Mapped[str]
    due: Mapped[date]
    ahead: Mapped[int]
    on: Mapped[date] = mapped_column(index=True)
    at: Mapped[datetime]

    @property
    def key(self) -> tuple[str, str, str, date, int]:
        """What makes two reminders the same."""
        return self.code, self.about, self.ref, self.due, self.ahead


def reminders_of(db: Session, code: str, most: int = 10) -> Sequence[Reminder]:
    """The reminders of an organization, latest first."""
    query = select(Reminder).where(Reminder.code == code).order_by(Reminder.on.desc(), Reminder.id.desc())
    return db.scalars(query.limit(most)).all()


def reminders_on(db: Session, day: date) -> Sequence[Reminder]:
    """The reminders of a day."""
    return db.scalars(select(Reminder).where(Reminder.on == day)).all()


def without_report(db: Session, year: int) -> Sequence[str]:
    """Codes of the living organizations whose report on a year has not come."""
    came = exists().where(
        YearFigures.code == Organization.code, YearFigures.year == year, YearFigures.received_on.is_not(None)
    )
    return db.scalars(select(Organization.code).where(Organization.dissolved_on.is_(None), ~came)).all()


def running_cases(db: Session) -> Sequence[Case]:
    """Every case that has not ended, with its moves."""
    return db.scalars(select(Case).where(~ended()).options(selectinload(Case.moves))).all()

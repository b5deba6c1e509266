"""An organization's record: dated entries, only ever added. `what` and `details` as in contract 4."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from compliance import facts
from models.db import Base, Facts


class Event(Base):
    """One entry. An entry that turns out wrong is answered by a later one that names it in `voids`."""

    __tablename__ = "event"
    __table_args__ = (Index("ix_event_code", "code", "on", "id"), Index("ix_event_what", "what", "on"))

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(ForeignKey("organization.code"))
    on: Mapped[date]
    what: Mapped[str]
    details: Mapped[Facts]
    at: Mapped[datetime]
    by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"))
    voids: Mapped[int | None] = mapped_column(ForeignKey("event.id"))

    @property
    def fact(self) -> facts.Event:
        """The entry as the law reads it."""
        return facts.Event(self.on, self.what, {key: str(value) for key, value in self.details.items()})


def events_of(db: Session, code: str) -> Sequence[Event]:
    """The record of an organization, oldest first."""
    return db.scalars(select(Event).where(Event.code == code).order_by(Event.on, Event.id)).all()


def assessments(db: Session, codes: Collection[str]) -> set[tuple[str, date]]:
    """The assessments of some organizations: code and first day of validity."""
    query = select(Event.code, Event.on).where(Event.what == "assessed", Event.code.in_(codes))
    return {(row[0], row[1]) for row in db.execute(query)}

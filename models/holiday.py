"""The year's gazette of holidays and swapped working days, where the library does not know the year yet."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from compliance.workday import Gazette, gazette_of
from models.db import Base


class Holiday(Base):
    """One day that the gazette declares working or free. `source` names the notice."""

    __tablename__ = "holiday"

    day: Mapped[date] = mapped_column(primary_key=True)
    working: Mapped[bool]
    source: Mapped[str]


def gazette(db: Session) -> Gazette:
    """The holiday notices that this office has entered."""
    return gazette_of((row[0], row[1]) for row in db.execute(select(Holiday.day, Holiday.working)))

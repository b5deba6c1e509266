"""The year's gazette of holidays and swapped working days, where the library does not know the year yet."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from models.db import Base


class Holiday(Base):
    """One day that the gazette declares working or free. `source` names the notice."""

    __tablename__ = "holiday"

    day: Mapped[date] = mapped_column(primary_key=True)
    working: Mapped[bool]
    source: Mapped[str]

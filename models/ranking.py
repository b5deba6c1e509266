"""Editions of the transparency ranking, kept as published."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.db import Base, Facts


class Edition(Base):
    """One ranking of a year's reports. `published_at` is empty while it is only computed."""

    __tablename__ = "edition"

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(index=True)
    day: Mapped[date]
    method: Mapped[str]
    published_at: Mapped[datetime | None]


class Place(Base):
    """An organization's place in an edition, inside its class. Scores in thousandths of a point.

    `rank` is empty where there is not enough data. `parts` opens the score item by item.
    """

    __tablename__ = "place"
    __table_args__ = (
        Index("ix_place_class", "edition_id", "class_", "rank", "code"),
        Index("ix_place_score", "edition_id", "score", "code"),
    )

    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), primary_key=True)
    code: Mapped[str] = mapped_column(ForeignKey("organization.code"), primary_key=True)
    class_: Mapped[str]
    district: Mapped[str]
    rank: Mapped[int | None]
    score: Mapped[int | None]
    parts: Mapped[Facts]

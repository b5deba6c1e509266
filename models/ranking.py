"""Editions of the transparency ranking, kept as published."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.db import Base, Facts


class Edition(Base):
    """One ranking of a year's reports. `published_at` is empty while it is only computed.

    `counts` says how many stand where: `classes` as [class, district, how many], `steps` as [class, tens of
    points, how many].
    """

    __tablename__ = "edition"

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(index=True)
    day: Mapped[date]
    method: Mapped[str]
    published_at: Mapped[datetime | None]
    counts: Mapped[Facts]


class Place(Base):
    """An organization's place in an edition, inside its class, with its name of that day. Scores in thousandths
    of a point.

    `rank` is empty where there is not enough data; `tied` says that it is shared. `best` and `worst` bound it
    while marks vary within their published limits; `before` is the place in the same class in the edition before.
    `position` counts through the whole edition, best score first, who has none last. `parts` opens the score by
    its four aspects; its items are kept in columns, with what they rest on (models/ranking_inputs.py).
    """

    __tablename__ = "place"
    __table_args__ = (
        Index("ix_place_position", "edition_id", "position", "class_"),
        Index("ix_place_class", "edition_id", "class_", "position"),
        Index("ix_place_score", "edition_id", "class_", "score"),
        Index("ix_place_district", "edition_id", "district", "position", "class_"),
    )

    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), primary_key=True)
    code: Mapped[str] = mapped_column(ForeignKey("organization.code"), primary_key=True)
    name: Mapped[str]
    class_: Mapped[str]
    district: Mapped[str]
    rank: Mapped[int | None]
    tied: Mapped[bool]
    best: Mapped[int | None]
    worst: Mapped[int | None]
    before: Mapped[int | None]
    position: Mapped[int]
    score: Mapped[int | None]
    parts: Mapped[Facts]


EDITION, HELD = Edition.__table__.c, Place.__table__.c
NEWEST = EDITION.year.desc(), EDITION.id.desc()
TOLD = EDITION.id, EDITION.year, EDITION.day, EDITION.method, EDITION.published_at
PUBLISHED = select(*TOLD).where(EDITION.published_at.is_not(None)).order_by(*NEWEST)
HELD_BY = (
    select(*TOLD, HELD.rank, HELD.score)
    .join_from(Edition.__table__, Place.__table__, HELD.edition_id == EDITION.id)
    .where(HELD.code == bindparam("code"), EDITION.published_at.is_not(None))
    .order_by(*NEWEST)
)


def latest_edition(db: Session, year: int | None = None) -> Edition | None:
    """The edition published last, of a year if one is named."""
    query = select(Edition).where(Edition.published_at.is_not(None))
    if year is not None:
        query = query.where(Edition.year == year)
    return db.scalars(query.order_by(Edition.year.desc(), Edition.id.desc()).limit(1)).first()


def editions(db: Session) -> Sequence[Any]:
    """Every published edition, latest first, as rows: id, year, day, method, published_at."""
    return db.execute(PUBLISHED).all()


def places_of(db: Session, code: str) -> Sequence[Any]:
    """An organization's rank and score with the edition (as above) in every published one, latest first."""
    return db.execute(HELD_BY, {"code": code}).all()

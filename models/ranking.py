"""Editions of the transparency ranking, kept as published."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Index, and_, bindparam, case, select
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from models.db import Base, Facts
from models.organization import Organization
from models.report import Report, YearFigures


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

    `rank` is empty where there is not enough data; `tied` says that it is shared. `position` counts through the
    whole edition, best score first, who has none last. `parts` opens the score item by item.
    """

    __tablename__ = "place"
    __table_args__ = (
        Index("ix_place_position", "edition_id", "position", "class_"),
        Index("ix_place_class", "edition_id", "class_", "position"),
        Index("ix_place_district", "edition_id", "district", "position", "class_"),
    )

    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), primary_key=True)
    code: Mapped[str] = mapped_column(ForeignKey("organization.code"), primary_key=True)
    name: Mapped[str]
    class_: Mapped[str]
    district: Mapped[str]
    rank: Mapped[int | None]
    tied: Mapped[bool]
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


LINES = {
    "related": "related_parties.exist.value",
    "audited": "basic.audited.value",
    "opinion": "basic.audit_opinion.value",
}
TRUTHS = ("related", "audited")


def inputs(db: Session, year: int, published: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """What the score of a year rests on, one row a living organization; `published` are items of disclosure."""
    before = aliased(YearFigures)
    lines = {name: _answer(name, line) for name, line in LINES.items()}
    lines |= {name: Report.lines[f"disclosure.{name}.place"].as_string() for name in published}
    lines |= {f"{name}.day": Report.lines[f"disclosure.{name}.day"].as_string() for name in published}
    query = (
        select(
            Organization.code, Organization.name, Organization.kind, Organization.district, Organization.registered_on,
            Organization.charity_since, Organization.fundraising_since, YearFigures.received_on,
            YearFigures.published_on, YearFigures.conclusion, YearFigures.figures, Report.faults,
            case((before.code.is_not(None), True), else_=False).label("prior"),
            *(expression.label(name) for name, expression in lines.items()),
        )
        .outerjoin(YearFigures, and_(YearFigures.code == Organization.code, YearFigures.year == year))
        .outerjoin(Report, Report.id == YearFigures.report_id)
        .outerjoin(before, and_(before.code == Organization.code, before.year == year - 1))
        .where(Organization.dissolved_on.is_(None))
        .order_by(Organization.code)
    )  # fmt: skip
    for row in db.execute(query.execution_options(yield_per=5000)):
        yield dict(row._mapping)


def _answer(name: str, line: str) -> ColumnElement[Any]:
    answer: ColumnElement[Any] = (
        Report.lines[line].as_boolean() if name in TRUTHS else Report.lines[line].as_string()
    )
    return answer

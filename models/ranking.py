"""Editions of the transparency ranking, kept as published."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Index, and_, case, func, select
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from models.db import Base, Facts
from models.organization import Organization
from models.report import Report, YearFigures


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
        Index("ix_place_class_score", "edition_id", "class_", "score", "code"),
        Index("ix_place_district", "edition_id", "district", "score", "code"),
    )

    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), primary_key=True)
    code: Mapped[str] = mapped_column(ForeignKey("organization.code"), primary_key=True)
    class_: Mapped[str]
    district: Mapped[str]
    rank: Mapped[int | None]
    score: Mapped[int | None]
    parts: Mapped[Facts]


MOST_COUNTED = 10_000
"""Places are counted up to here: a page further back is nobody's question."""


@dataclass(frozen=True)
class Asked:
    """What a page of an edition shows: filters and which page of which size. Empty means any.

    `sort` is "score" (best first) or "rank" (class by class).
    """

    kind: str = ""
    class_: str = ""
    district: str = ""
    q: str = ""
    sort: str = "score"
    page: int = 1
    size: int = 50


def latest_edition(db: Session, year: int | None = None) -> Edition | None:
    """The edition published last, of a year if one is named."""
    query = select(Edition).where(Edition.published_at.is_not(None))
    if year is not None:
        query = query.where(Edition.year == year)
    return db.scalars(query.order_by(Edition.year.desc(), Edition.id.desc()).limit(1)).first()


def editions(db: Session) -> Sequence[Edition]:
    """Every published edition, latest first."""
    query = select(Edition).where(Edition.published_at.is_not(None))
    return db.scalars(query.order_by(Edition.year.desc(), Edition.id.desc())).all()


def _wanted(edition: int, asked: Asked) -> list[ColumnElement[bool]]:
    rules: list[ColumnElement[bool]] = [Place.edition_id == edition]
    if asked.class_:
        rules.append(Place.class_ == asked.class_)
    if asked.kind:  # a range, so that the index on the class serves it
        rules += [Place.class_ >= f"{asked.kind}.", Place.class_ < f"{asked.kind}/"]
    if asked.district:
        rules.append(Place.district == asked.district)
    if asked.q:
        rules.append(Organization.name.contains(asked.q, autoescape=True))
    return rules


def places(db: Session, edition: int, asked: Asked) -> Sequence[tuple[Place, Organization]]:
    """A page of an edition; who has no score comes last."""
    order: tuple[Any, ...] = (Place.score.desc().nulls_last(), Place.code)
    if asked.sort == "rank":
        order = (Place.class_, Place.rank.asc().nulls_last(), Place.code)
    query = select(Place, Organization).join(Organization, Organization.code == Place.code)
    page = query.where(*_wanted(edition, asked)).order_by(*order)
    found = db.execute(page.limit(asked.size).offset((asked.page - 1) * asked.size))
    return [(row[0], row[1]) for row in found]


def count_places(db: Session, edition: int, asked: Asked) -> int:
    """How many places an edition has under these filters, counted up to MOST_COUNTED."""
    query = select(Place.code)
    if asked.q:
        query = query.join(Organization, Organization.code == Place.code)
    counted = query.where(*_wanted(edition, asked)).limit(MOST_COUNTED).subquery()
    return db.scalar(select(func.count()).select_from(counted)) or 0


def classes(db: Session, edition: int) -> Sequence[tuple[str, int]]:
    """The classes of an edition and how many stand in each."""
    query = select(Place.class_, func.count()).where(Place.edition_id == edition).group_by(Place.class_)
    return [(row[0], row[1]) for row in db.execute(query.order_by(Place.class_))]


def spread(db: Session, edition: int, width: int) -> Sequence[tuple[str, int, int]]:
    """How the scores of an edition lie: class, step of `width` thousandths from nothing, and how many."""
    step = ((Place.score - Place.score % width) / width).label("step")
    query = select(Place.class_, step, func.count()).where(Place.edition_id == edition)
    found = db.execute(query.where(Place.score.is_not(None)).group_by(Place.class_, "step"))
    return [(row[0], int(row[1] or 0), row[2]) for row in found]


def shared(db: Session, edition: int, ranks: Iterable[int]) -> frozenset[tuple[str, int]]:
    """Which of these places more than one organization of a class holds."""
    query = select(Place.class_, Place.rank).where(Place.edition_id == edition, Place.rank.in_(set(ranks)))
    found = db.execute(query.group_by(Place.class_, Place.rank).having(func.count() > 1))
    return frozenset((row[0], int(row[1] or 0)) for row in found)


def places_of(db: Session, code: str) -> Sequence[tuple[Edition, Place]]:
    """An organization's place in every published edition, latest first."""
    query = select(Edition, Place).join(Place, Place.edition_id == Edition.id)
    query = query.where(Place.code == code, Edition.published_at.is_not(None))
    return [(row[0], row[1]) for row in db.execute(query.order_by(Edition.year.desc(), Edition.id.desc()))]


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
            Organization.code, Organization.kind, Organization.district, Organization.registered_on,
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

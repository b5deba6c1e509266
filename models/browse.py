"""The register as the public searches and browses it: pages with only what is shown, counts bounded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from compliance.facts import Kind
from models.organization import Organization, Particular
from models.ranking import Place
from models.registrar import Registrar
from models.report import YearFigures
from models.search import MOST, find_codes

COUNTED = 10_000
"""Rows are counted, and pages turned, up to here."""
COUNTED_HITS = 100
"""Hits of a search are counted up to here, and further as pages are turned."""
SORTS: Mapping[str, Any] = {"name": Organization.name, "code": Organization.code}


@dataclass(frozen=True)
class Sought:
    """What is looked for; empty means any. `deadlines`: when each (kind, charity) had to report on `year`."""

    q: str = ""
    kind: str = ""
    level: str = ""
    district: str = ""
    class_: str = ""
    year: int | None = None
    status: str = ""
    sort: str = ""
    charity: bool = False
    edition: int | None = None
    deadlines: Mapping[tuple[Kind, bool], date] | None = None
    page: int = 1
    size: int = 20


@dataclass(frozen=True)
class Found:
    """A page: its rows, how many there are in all, and whether there are more than were counted."""

    rows: Sequence[Any]
    total: int
    more: bool


WHO, OFFICE, YEAR = Organization.__table__.c, Registrar.__table__.c, YearFigures.__table__.c
ROWS = (
    select(
        WHO.code, WHO.name, WHO.kind, WHO.level, WHO.district, WHO.registered_on, WHO.charity_since,
        WHO.fundraising_since, WHO.dissolved_on,
        OFFICE.name.label("registrar"), OFFICE.name_en.label("registrar_en"), YEAR.received_on,
    )
    .join_from(Organization.__table__, Registrar.__table__, OFFICE.id == WHO.registrar_id)
    .outerjoin(YearFigures.__table__, and_(YEAR.code == WHO.code, YEAR.year == bindparam("year")))
    .where(WHO.code.in_(bindparam("codes", expanding=True)))
)  # fmt: skip
FIRST = select(func.min(WHO.district).label("district")).cte("step", recursive=True)
NEXT = select(func.min(WHO.district)).where(WHO.district > FIRST.c.district).scalar_subquery()
STEPS = FIRST.union_all(select(NEXT).where(FIRST.c.district.is_not(None)))
DISTRICTS = select(STEPS.c.district).where(STEPS.c.district.is_not(None))
PAST = Particular.__table__.c
FORMER = (
    select(PAST.value, PAST.since)
    .where(PAST.code == bindparam("code"), PAST.what == "name", PAST.value != bindparam("name"))
    .order_by(PAST.since.desc())
)


def browse(db: Session, sought: Sought) -> Found:
    """A page of what is looked for; a search by text gives its hits in the order of the index."""
    query = _filtered(sought)
    if sought.q:
        return _searched(db, sought, query)
    counted = select(func.count()).select_from(query.limit(COUNTED + 1).subquery())
    total = db.scalar(counted) or 0
    order = SORTS.get(sought.sort, Organization.code)
    page = query.order_by(order).limit(sought.size).offset((sought.page - 1) * sought.size)
    return Found(rows_of(db, db.scalars(page).all(), sought.year), min(total, COUNTED), total > COUNTED)


def _searched(db: Session, sought: Sought, query: Select[*tuple[Any, ...]]) -> Found:
    start, narrowed = (sought.page - 1) * sought.size, _narrowed(sought)
    most = MOST if narrowed else min(max(COUNTED_HITS, start + sought.size), MOST)
    hits = find_codes(db, sought.q, most + 1)
    if narrowed and hits:
        kept = query.where(Organization.code.in_(hits))
        if sought.sort in SORTS:
            hits = list(db.scalars(kept.order_by(SORTS[sought.sort])))
        else:
            left = set(db.scalars(kept))
            hits = [code for code in hits if code in left]
    shown = rows_of(db, hits[start : start + sought.size], sought.year)
    return Found(shown, min(len(hits), most), len(hits) > most)


def _narrowed(sought: Sought) -> bool:
    named = (sought.kind, sought.level, sought.district, sought.class_, sought.status, sought.charity)
    return any(named) or sought.sort in SORTS


def rows_of(db: Session, codes: Sequence[str], year: int | None = None) -> Sequence[Any]:
    """The rows of some codes, in their order; `received_on`: when the report on a year came in."""
    if not codes:
        return []
    known = {row.code: row for row in db.execute(ROWS, {"codes": list(codes), "year": year})}
    return [known[code] for code in codes if code in known]


def _filtered(sought: Sought) -> Select[*tuple[Any, ...]]:
    query: Select[*tuple[Any, ...]] = select(Organization.code)
    same = {"kind": sought.kind, "level": sought.level, "district": sought.district}
    for name, value in same.items():
        if value:
            query = query.where(getattr(Organization, name) == value)
    if sought.charity:
        query = query.where(Organization.charity_since.is_not(None))
    if sought.class_:
        theirs = select(Place.code).where(Place.edition_id == sought.edition, Place.class_ == sought.class_)
        query = query.where(Organization.code.in_(theirs))
    return _by_status(query, sought) if sought.status and sought.year else query


def _by_status(query: Select[*tuple[Any, ...]], sought: Sought) -> Select[*tuple[Any, ...]]:
    theirs = and_(YearFigures.code == Organization.code, YearFigures.year == sought.year)
    query = query.outerjoin(YearFigures, theirs).where(Organization.dissolved_on.is_(None))
    if sought.status == "missing":
        return query.where(
            YearFigures.received_on.is_(None), Organization.registered_on <= date(sought.year or 1, 6, 30)
        )
    in_time = _in_time(sought)
    if sought.status == "on_time":
        return query.where(in_time)
    return query.where(YearFigures.received_on.is_not(None), ~in_time)


def _in_time(sought: Sought) -> ColumnElement[bool]:
    end = date(sought.year or 1, 12, 31)
    charity = and_(Organization.charity_since.is_not(None), Organization.charity_since <= end)
    each = [
        and_(Organization.kind == kind, charity if of_charity else ~charity, YearFigures.received_on <= due)
        for (kind, of_charity), due in (sought.deadlines or {}).items()
    ]
    return func.coalesce(or_(*each), False) if each else YearFigures.received_on.is_not(None)


def districts(db: Session) -> Sequence[str]:
    """Every district in the register, found by stepping along the index from one to the next."""
    return db.scalars(DISTRICTS).all()


def counts(db: Session, day: date) -> Mapping[str, int]:
    """How many organizations are registered, how many are charities, how many raise funds in public."""
    charity = Organization.charity_since <= day
    fundraising = Organization.fundraising_since <= day
    query = select(func.count(), func.count().filter(charity), func.count().filter(fundraising)).where(
        Organization.dissolved_on.is_(None)
    )
    row = db.execute(query).one()
    return {"registered": row[0], "charities": row[1], "fundraising": row[2]}


def count_status(db: Session, sought: Sought) -> int:
    """How many organizations stand at a reporting status."""
    return db.scalar(select(func.count()).select_from(_filtered(sought).subquery())) or 0


def former_names(db: Session, code: str, name: str) -> Sequence[tuple[str, date]]:
    """Names an organization had before, with the day each began, latest first."""
    return [(row.value, row.since) for row in db.execute(FORMER, {"code": code, "name": name})]

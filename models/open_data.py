"""What the open data is read from: whole tables in the order of their keys, in blocks, as of one moment."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Executable, String, cast, func, select
from sqlalchemy.orm import Session

from models.draw.outcome import Result, Selected, Visit
from models.draw.plan import Plan
from models.organization import Organization, Particular
from models.ranking import Edition
from models.registrar import Registrar, SupervisingUnit
from models.report import Report, Step, Took, YearFigures

BLOCK = 20_000
REPORTS = 500
"""So many whole reports are held at once."""
Rows = Iterator[Sequence[Any]]
WHO, OFFICE, UNIT = Organization.__table__.c, Registrar.__table__.c, SupervisingUnit.__table__.c
PAST, YEAR, REPORT, STEP = (
    Particular.__table__.c,
    YearFigures.__table__.c,
    Report.__table__.c,
    Step.__table__.c,
)


def steady(db: Session) -> None:
    """From here on this look at the database shows one moment, whatever is written meanwhile."""
    if db.get_bind().dialect.name == "postgresql":
        db.connection(execution_options={"isolation_level": "REPEATABLE READ"})


def _blocks(db: Session, query: Executable, size: int = BLOCK) -> Rows:
    return db.execute(query.execution_options(yield_per=size)).partitions(size)


def organizations(db: Session, day: date) -> Rows:
    """Everybody registered by a day: identity, charity status, offices by name, address."""
    query = (
        select(
            WHO.code, WHO.name, WHO.kind, WHO.level, WHO.district, OFFICE.name.label("registrar"),
            UNIT.name.label("unit"), WHO.registered_on, WHO.charity_since, WHO.fundraising_since,
            WHO.dissolved_on, WHO.legal_representative, WHO.address,
        )
        .join_from(Organization.__table__, Registrar.__table__, OFFICE.id == WHO.registrar_id)
        .outerjoin(SupervisingUnit.__table__, UNIT.id == WHO.unit_id)
        .where(WHO.registered_on <= day)
        .order_by(WHO.code)
    )  # fmt: skip
    return _blocks(db, query)


def names(db: Session, day: date) -> Rows:
    """Former names by a day: code, name, since."""
    query = (
        select(PAST.code, PAST.value, PAST.since)
        .join_from(Particular.__table__, Organization.__table__, WHO.code == PAST.code)
        .where(PAST.what == "name", PAST.value != WHO.name, PAST.since <= day)
        .order_by(PAST.code, PAST.since, PAST.id)
    )
    return _blocks(db, query)


def reports(db: Session, day: date) -> Rows:
    """Reports received by a day: code, year, received_on, published_on."""
    query = select(YEAR.code, YEAR.year, YEAR.received_on, YEAR.published_on)
    return _blocks(db, query.where(YEAR.received_on <= day).order_by(YEAR.code, YEAR.year))


def published_lines(db: Session, day: date) -> Rows:
    """Reports published by a day: code, year, kind, lines."""
    query = select(REPORT.code, REPORT.year, REPORT.kind, REPORT.lines).join_from(
        YearFigures.__table__, Report.__table__, REPORT.id == YEAR.report_id
    )
    published = query.where(YEAR.published_on <= day).order_by(REPORT.code, REPORT.year)
    return _blocks(db, published, REPORTS)


def conclusions(db: Session, day: date) -> Rows:
    """Conclusions by a day: code, year, kind, registration, charity status, day, number, details."""
    query = (
        select(
            REPORT.code, REPORT.year, WHO.kind, WHO.level, WHO.registered_on, WHO.charity_since, STEP.on, STEP.number,
            STEP.details,
        )
        .join_from(Step.__table__, Report.__table__, REPORT.id == STEP.report_id)
        .join(Organization.__table__, WHO.code == REPORT.code)
        .where(STEP.took == Took.CONCLUDED, STEP.on <= day)
        .order_by(REPORT.code, REPORT.year, STEP.id)
    )  # fmt: skip
    return _blocks(db, query)


def plans(db: Session, day: date) -> Sequence[Plan]:
    """Plans of draws by a day, in the order in which they were made."""
    return db.scalars(select(Plan).where(Plan.on <= day).order_by(Plan.id)).unique().all()


def drawn(db: Session, day: date) -> Rows:
    """Who was drawn by a day: plan, stratum, place, code, ticket, the inspectors that go."""
    sent = func.coalesce(
        select(func.aggregate_strings(cast(Visit.inspector, String), " "))
        .where(Visit.plan_id == Selected.plan_id, Visit.code == Selected.code)
        .scalar_subquery(),
        "",
    )
    query = (
        select(Plan.number, Selected.stratum, Selected.place, Selected.code, Selected.ticket, sent)
        .join(Plan, Plan.id == Selected.plan_id)
        .join(Result, Result.plan_id == Plan.id)
        .where(Result.on <= day)
        .order_by(Plan.id, Selected.stratum, Selected.place)
    )
    return _blocks(db, query)


def editions(db: Session, before: datetime) -> Sequence[Any]:
    """Editions published before a moment: id, year, day, method, published_at."""
    query = select(Edition.id, Edition.year, Edition.day, Edition.method, Edition.published_at)
    return db.execute(query.where(Edition.published_at < before).order_by(Edition.id)).all()

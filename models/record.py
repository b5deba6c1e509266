"""Dossiers: an organization with its reports and its record, as the law reads them.

The statements are made once and name columns, not classes: they are the most often asked of all.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.orm import Session

from compliance import facts
from compliance.facts import Conclusion, Dossier, YearReport
from models.event import Event
from models.organization import Organization
from models.registrar import Registrar, SupervisingUnit
from models.report import YearFigures

BATCH = 500
"""So many codes are asked for in one query."""
CODES: BindParameter[str] = bindparam("codes", expanding=True)
WHO, OFFICE, UNIT = Organization.__table__.c, Registrar.__table__.c, SupervisingUnit.__table__.c
YEAR, EVENT = YearFigures.__table__.c, Event.__table__.c
IDENTITY = (
    select(
        *WHO,
        OFFICE.name.label("registrar"), OFFICE.name_en.label("registrar_en"), OFFICE.reports_from,
        UNIT.name.label("unit"), UNIT.name_en.label("unit_en"),
    )
    .join_from(Organization.__table__, Registrar.__table__, OFFICE.id == WHO.registrar_id)
    .outerjoin(SupervisingUnit.__table__, UNIT.id == WHO.unit_id)
    .where(WHO.code.in_(CODES))
)  # fmt: skip
YEARS = select(*YEAR).where(YEAR.code.in_(CODES)).order_by(YEAR.year)
EVENTS = (
    select(EVENT.id, EVENT.code, EVENT.on, EVENT.what, EVENT.details, EVENT.voids)
    .where(EVENT.code.in_(CODES))
    .order_by(EVENT.on, EVENT.id)
)


def dossiers(db: Session, codes: Sequence[str]) -> Mapping[str, Dossier]:
    """Dossiers by code, in a number of queries that does not depend on how many records there are."""
    return {row.code: dossier for row, dossier in identified(db, codes)}


def identified(db: Session, codes: Sequence[str]) -> Iterable[tuple[Any, Dossier]]:
    """Organizations of some codes: the row of the register, with `registrar` and `unit` by name, and the dossier."""
    for start in range(0, len(codes), BATCH):
        yield from _batch(db, codes[start : start + BATCH])


def _batch(db: Session, codes: Sequence[str]) -> Iterable[tuple[Any, Dossier]]:
    given = {"codes": list(codes)}
    years, events = defaultdict(list), defaultdict(list)
    for row in db.execute(YEARS, given):
        years[row.code].append(_year(row))
    for row in _standing(db.execute(EVENTS, given).all()):
        events[row.code].append(_event(row))
    for row in db.execute(IDENTITY, given):
        theirs = tuple(years[row.code]), tuple(events[row.code])
        yield row, Dossier(_organization(row), *theirs, known_from=row.reports_from)


def _standing(events: Sequence[Any]) -> Iterable[Any]:
    voided = {event.voids for event in events if event.voids is not None}
    return (event for event in events if event.id not in voided and event.voids is None)


def _organization(row: Any) -> facts.Organization:
    return facts.Organization(
        row.code, row.name, row.kind, row.level, row.registered_on, row.charity_since, row.fundraising_since,
        supervised=row.unit_id is not None, original_fund=row.original_fund,
    )  # fmt: skip


def _year(row: Any) -> YearReport:
    conclusion = Conclusion(row.conclusion) if row.conclusion else None
    return YearReport(row.year, row.received_on, row.published_on, conclusion, row.figures)


def _event(row: Any) -> facts.Event:
    return facts.Event(row.on, row.what, {key: str(value) for key, value in row.details.items()})


def dossier(db: Session, code: str) -> Dossier:
    """The dossier of one organization. KeyError if there is no such organization."""
    return dossiers(db, [code])[code]


def figures_row(db: Session, code: str, year: int, report_id: int, figures: Mapping[str, int]) -> YearFigures:
    """The figures of a year's report, made or brought up to the version last submitted."""
    row = db.get(YearFigures, (code, year))
    if row is None:
        row = YearFigures(code=code, year=year, report_id=report_id, figures={})
        db.add(row)
    row.report_id, row.figures = report_id, dict(figures)
    return row


def missed(db: Session, year: int, registered_by: date) -> Sequence[str]:
    """Codes of living organizations, registered by a day, without a report on a year."""
    reported = select(YearFigures.code).where(YearFigures.year == year, YearFigures.received_on.is_not(None))
    query = select(Organization.code).where(
        Organization.dissolved_on.is_(None),
        Organization.registered_on <= registered_by,
        Organization.code.not_in(reported),
    )
    return db.scalars(query.order_by(Organization.code)).all()


def kept_from(db: Session) -> int | None:
    """The first year of which any registrar keeps reports; None where there is none."""
    return db.scalars(select(func.min(Registrar.reports_from))).one()


def with_events(db: Session) -> Sequence[str]:
    """Codes of the organizations in whose record anything stands."""
    return db.scalars(select(Event.code).distinct().order_by(Event.code)).all()

"""Dossiers: an organization with its reports and its record, as the law reads them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from compliance.facts import Conclusion, Dossier, YearReport
from models.event import Event
from models.organization import Organization
from models.registrar import Registrar
from models.report import YearFigures

BATCH = 500
"""So many codes are asked for in one query."""


def dossiers(db: Session, codes: Sequence[str]) -> Mapping[str, Dossier]:
    """Dossiers by code, in a number of queries that does not depend on how many records there are."""
    found: dict[str, Dossier] = {}
    for start in range(0, len(codes), BATCH):
        found |= _batch(db, codes[start : start + BATCH])
    return found


def _batch(db: Session, codes: Sequence[str]) -> dict[str, Dossier]:
    years = defaultdict(list)
    query = select(YearFigures).where(YearFigures.code.in_(codes)).order_by(YearFigures.year)
    for row in db.scalars(query):
        years[row.code].append(_year(row))
    events = defaultdict(list)
    record = select(Event).where(Event.code.in_(codes)).order_by(Event.on, Event.id)
    for event in _standing(db.scalars(record).all()):
        events[event.code].append(event.fact)
    return {
        organization.code: Dossier(
            organization.fact,
            tuple(years[organization.code]),
            tuple(events[organization.code]),
            known_from=organization.registrar.reports_from,
        )
        for organization in db.scalars(select(Organization).where(Organization.code.in_(codes)))
    }


def _standing(events: Sequence[Event]) -> Iterable[Event]:
    voided = {event.voids for event in events if event.voids is not None}
    return (event for event in events if event.id not in voided and event.voids is None)


def _year(row: YearFigures) -> YearReport:
    conclusion = Conclusion(row.conclusion) if row.conclusion else None
    return YearReport(row.year, row.received_on, row.published_on, conclusion, dict(row.figures))


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

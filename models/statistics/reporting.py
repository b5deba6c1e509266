"""Figures of the register and of annual inspection."""

from datetime import date
from functools import cache

from sqlalchemy import ColumnElement, String, and_, func, or_, select, true, type_coerce
from sqlalchemy.sql.elements import BooleanClauseList

from compliance.duty import ENDINGS, report_due
from compliance.facts import Conclusion, Kind, Level
from compliance.facts import Organization as Fact
from compliance.inspection import last_day
from compliance.law.inspection_measures import NEW_EXEMPT_AFTER
from compliance.span import Days
from models.organization import Organization
from models.registrar import Registrar
from models.report import Report, Step, Took, YearFigures
from models.statistics.source import EVENT, STANDING, WHO, Source

OFFICE, YEAR = Registrar.__table__.c, YearFigures.__table__.c
REPORT, STEP = Report.__table__.c, Step.__table__.c
NEWER_REPORT, NEWER = Report.__table__.alias("newer_report"), Step.__table__.alias("newer_step")


def registered(last: date) -> ColumnElement[bool]:
    """In the register at the end of a day."""
    return and_(WHO.registered_on <= last, or_(WHO.dissolved_on.is_(None), WHO.dissolved_on > last))


def organizations(days: Days) -> Source:
    """Organizations, each with its report of the season."""
    season = days.season
    rows = Organization.__table__.join(Registrar.__table__, OFFICE.id == WHO.registrar_id).outerjoin(
        YearFigures.__table__, and_(YEAR.code == WHO.code, YEAR.year == season)
    )
    there, came = registered(days.last), func.coalesce(YEAR.received_on <= days.last, False)
    owed = and_(there, _bound(season), OFFICE.reports_from <= season, ~_ended(days.last))
    figures = {
        "registered": there,
        "charities": and_(there, WHO.charity_since <= days.last),
        "newly_registered": WHO.registered_on.between(days.first, days.last),
        "dissolved": WHO.dissolved_on.between(days.first, days.last),
        "owed": owed,
        "took_part": and_(owed, came),
        "in_time": and_(owed, came, _in_time(season)),
        "not_reported": and_(owed, ~came),
    }
    on = {
        "": WHO.registered_on,
        "dissolved": WHO.dissolved_on,
        "charities": WHO.charity_since,
        "took_part": YEAR.received_on,
        "in_time": YEAR.received_on,
    }
    return Source(rows, WHO.registrar_id, (true(),), figures, on)


def _bound(season: int) -> ColumnElement[bool]:
    """Registered early enough to owe a report on a year."""
    return or_(*(and_(WHO.kind == kind, WHO.registered_on <= day) for kind, day in _latest(season).items()))


@cache
def _latest(season: int) -> dict[Kind, date]:
    end = last_day(season)
    texts = {kind: NEW_EXEMPT_AFTER[kind].on(end) for kind in Kind}
    return {kind: text.value.of(season) if text else end for kind, text in texts.items()}


def _ended(last: date) -> ColumnElement[bool]:
    """Struck off or annulled by a day: nothing falls due any more."""
    ended = select(EVENT.code).where(EVENT.what.in_(ENDINGS), EVENT.on <= last, *STANDING)
    return WHO.code.in_(ended)


def _in_time(season: int) -> ColumnElement[bool]:
    end = last_day(season)
    charity = and_(WHO.charity_since.is_not(None), WHO.charity_since <= end)
    each: list[ColumnElement[bool] | BooleanClauseList] = []
    for kind in Kind:
        for of_charity in (True, False):
            fact = Fact("", "", kind, Level.CITY, end, end if of_charity else None)
            text = report_due(fact, season)
            if text is not None:
                due = text.value.of(season + 1)
                each.append(
                    and_(WHO.kind == kind, charity if of_charity else ~charity, YEAR.received_on <= due)
                )
    return or_(*each)


def conclusions(days: Days) -> Source:
    """The last conclusion on each report that was concluded within the days."""
    rows = Step.__table__.join(Report.__table__, REPORT.id == STEP.report_id).join(
        Organization.__table__, WHO.code == REPORT.code
    )
    verdict = STEP.details["conclusion"].as_string()
    within = (STEP.took == Took.CONCLUDED, STEP.on.between(days.first, days.last), ~_concluded_later(days))
    figures = {"concluded": true(), **{f"concluded.{one}": verdict == str(one) for one in Conclusion}}
    return Source(
        rows,
        WHO.registrar_id,
        within,
        figures,
        {"": STEP.on},
        what=verdict,
        number=func.coalesce(STEP.number, ""),
        ref=REPORT.id,
        tie=STEP.id,
    )


def _concluded_later(days: Days) -> ColumnElement[bool]:
    """By the last day, the report was concluded once more."""
    # joined to nothing, so that no index on steps taken tempts SQLite to walk every conclusion for each of them
    concluded = type_coerce(NEWER.c.took, String).concat("") == str(Took.CONCLUDED)
    return (
        select(NEWER.c.id)
        .join_from(NEWER, NEWER_REPORT, NEWER_REPORT.c.id == NEWER.c.report_id)
        .where(NEWER_REPORT.c.code == REPORT.code, NEWER_REPORT.c.year == REPORT.year)
        .where(concluded, NEWER.c.on <= days.last, NEWER.c.id > STEP.id)
        .correlate(Report.__table__, Step.__table__)
        .exists()
    )


def audited(days: Days) -> Source:
    """Reports that first came within the days, with an audit report."""
    rows = YearFigures.__table__.join(Organization.__table__, WHO.code == YEAR.code)
    attached = select(STEP.id).where(STEP.report_id == YEAR.report_id, STEP.took == Took.ATTACHED)
    within = (
        YEAR.received_on.between(days.first, days.last),
        attached.correlate(YearFigures.__table__).exists(),
    )
    return Source(
        rows, WHO.registrar_id, within, {"audited": true()}, {"": YEAR.received_on}, ref=YEAR.report_id
    )

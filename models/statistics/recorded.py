"""Figures of what stands in the records: assessments, penalties, interviews, complaints found true."""

from sqlalchemy import func, select, true

from compliance.law.assessment_measures import GRADES
from compliance.span import Days
from compliance.statistics.supervision import ENFORCED, PENALTIES, WELL
from models.event import Event
from models.organization import Organization
from models.statistics.reporting import registered
from models.statistics.source import EVENT, STANDING, WHO, Source

COUNTED = (*PENALTIES, *ENFORCED, "complaint_upheld")


def assessed(days: Days) -> Source:
    """Organizations in the register on the last day, each with the latest assessment that is valid then."""
    grade = EVENT.details["grade"].as_string()
    day = days.last.isoformat()
    latest = func.row_number().over(partition_by=EVENT.code, order_by=(EVENT.on.desc(), EVENT.id.desc()))
    valid = (
        select(EVENT.code, EVENT.on, grade.label("grade"), latest.label("latest"))
        .where(EVENT.what == "assessed", EVENT.on <= days.last, *STANDING)
        .where(EVENT.details["valid_from"].as_string() <= day, EVENT.details["valid_to"].as_string() >= day)
        .subquery("valid")
    )
    rows = Organization.__table__.join(valid, valid.c.code == WHO.code)
    figures = {
        "assessed": true(),
        "assessed_well": valid.c.grade.in_(WELL),
        **{f"grade.{one}": valid.c.grade == one for one in GRADES.texts[-1].value},
    }
    within = (valid.c.latest == 1, registered(days.last))
    return Source(rows, WHO.registrar_id, within, figures, {"": valid.c.on}, what=valid.c.grade)


def events(days: Days) -> Source:
    """Entries of records within the days."""
    rows = Event.__table__.join(Organization.__table__, WHO.code == EVENT.code)
    within = (EVENT.what.in_(COUNTED), EVENT.on.between(days.first, days.last), *STANDING)
    figures = {"penalties": EVENT.what.in_(PENALTIES), **{what: EVENT.what == what for what in COUNTED}}
    return Source(
        rows,
        WHO.registrar_id,
        within,
        figures,
        {"": EVENT.on},
        what=EVENT.what,
        details=EVENT.details,
        tie=EVENT.id,
    )

"""Reports as published: what the public may see of them."""

from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from models.report import Report, YearFigures

REPORT, YEAR = Report.__table__.c, YearFigures.__table__.c
PUBLISHED = (
    select(
        REPORT.kind, REPORT.year, REPORT.version, REPORT.lines,
        YEAR.received_on, YEAR.published_on, YEAR.conclusion,
    )
    .join_from(YearFigures.__table__, Report.__table__, YEAR.report_id == REPORT.id)
    .where(YEAR.code == bindparam("code"), YEAR.published_on.is_not(None))
    .order_by(YEAR.year.desc())
    .limit(1)
)  # fmt: skip
OF_YEAR = PUBLISHED.where(YEAR.year == bindparam("year"))


def published_report(db: Session, code: str, year: int) -> Any:
    """Kind, year, version, lines and days of a year's report, if it is published."""
    return db.execute(OF_YEAR, {"code": code, "year": year}).one_or_none()


def last_published(db: Session, code: str) -> Any:
    """The same of the latest year whose report is published."""
    return db.execute(PUBLISHED, {"code": code}).one_or_none()

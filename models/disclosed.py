"""Reports as published: what the public may see of them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.report import Report, YearFigures


def published_report(db: Session, code: str, year: int) -> Any:
    """Kind, year, version, lines and days of a year's report, if it is published."""
    return next(iter(_published(db, code, year)), None)


def last_published(db: Session, code: str) -> Any:
    """The same of the latest year whose report is published."""
    return next(iter(_published(db, code, None)), None)


def _published(db: Session, code: str, year: int | None) -> Sequence[Any]:
    columns = (
        Report.kind,
        Report.year,
        Report.version,
        Report.lines,
        YearFigures.received_on,
        YearFigures.published_on,
        YearFigures.conclusion,
    )
    query = select(*columns).join(YearFigures, YearFigures.report_id == Report.id)
    query = query.where(YearFigures.code == code, YearFigures.published_on.is_not(None))
    if year is not None:
        query = query.where(YearFigures.year == year)
    return db.execute(query.order_by(YearFigures.year.desc()).limit(1)).all()

"""Many rows at once, for whoever fills a register in one go."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from models.case import Case
from models.db import Base
from models.report import Report


def add_all(db: Session, table: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows in the order given; the database numbers them."""
    if rows:
        db.execute(insert(table), rows)


def report_ids(db: Session) -> dict[tuple[str, int], int]:
    """The id of every report by code and year (first versions)."""
    query = select(Report.code, Report.year, Report.id).where(Report.version == 1)
    return {(row.code, row.year): row.id for row in db.execute(query)}


def case_ids(db: Session) -> dict[str, int]:
    """The id of every case by its number."""
    return {row.number: row.id for row in db.execute(select(Case.number, Case.id))}

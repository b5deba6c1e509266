"""Many rows at once, for whoever fills a register in one go."""

from collections.abc import Mapping, Sequence
from typing import Any

from polars import DataFrame
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from models.case import Case
from models.db import Base
from models.report import Report


def add_all(db: Session, table: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows in the order given; the database numbers them."""
    if rows:
        db.execute(insert(table), rows)


def add_rows(db: Session, table: type[Base], frame: DataFrame) -> None:
    """Insert a frame whose columns are those of the table, JSON as text: many times as fast as rows of objects."""
    connection = db.connection()
    columns = ", ".join(f'"{name}"' for name in frame.columns)
    cursor: Any = connection.connection.cursor()
    if connection.dialect.name == "sqlite":
        blanks = ", ".join("?" * frame.width)
        statement = f"INSERT INTO {table.__tablename__} ({columns}) VALUES ({blanks})"
        cursor.executemany(statement, frame.iter_rows())
        return
    with cursor.copy(f"COPY {table.__tablename__} ({columns}) FROM STDIN") as copy:
        for row in frame.iter_rows():
            copy.write_row(row)


def report_ids(db: Session) -> dict[tuple[str, int], int]:
    """The id of every report by code and year (first versions)."""
    query = select(Report.code, Report.year, Report.id).where(Report.version == 1)
    return {(row.code, row.year): row.id for row in db.execute(query)}


def case_ids(db: Session) -> dict[str, int]:
    """The id of every case by its number."""
    return {row.number: row.id for row in db.execute(select(Case.number, Case.id))}

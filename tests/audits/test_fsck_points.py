"""Kept evaluations against the record: a point changed in a block is found; a register that moved on is left alone."""

import io
from datetime import date, datetime, timedelta

import polars as pl
import pytest
from polars import DataFrame

from audits import fsck
from audits.evaluate import evaluate
from audits.simulate import simulate
from models.db import Database
from models.event import Event
from models.snapshot import latest_evaluation
from tests.make import MOMENT

DAY = date(2026, 11, 23)
NOW = datetime.combine(DAY, MOMENT.timetz())


@pytest.fixture
def office(sqlite_database: Database) -> Database:
    list(simulate(sqlite_database, 60, range(2024, 2026), 3, DAY))
    evaluate(sqlite_database, DAY, NOW)
    return sqlite_database


def broken(database: Database) -> list[str]:
    return [one.row for one in fsck.check(database, NOW + timedelta(hours=1)) if one.invariant == "I9"]


def changed(database: Database, block: str, **columns: pl.Expr) -> str:
    """Change the first row of a kept block; whose it is."""
    with database.write() as db:
        kept = latest_evaluation(db)
        assert kept is not None
        frame: DataFrame = pl.read_parquet(io.BytesIO(getattr(kept, block)))
        first = pl.int_range(pl.len()) == 0
        new = frame.with_columns(
            pl.when(first).then(value).otherwise(pl.col(name)).alias(name) for name, value in columns.items()
        )
        content = io.BytesIO()
        new.write_parquet(content)
        setattr(kept, block, content.getvalue())
        return f"evaluation {kept.id} {frame['code'][0]}"


def test_an_evaluation_as_made_is_sound(office: Database) -> None:
    assert broken(office) == []


def test_points_that_are_not_the_sum_of_the_entries_are_found(office: Database) -> None:
    row = changed(office, "standings", points=pl.col("points") - 1)
    assert broken(office) == [row]


def test_a_grade_or_a_finding_that_was_changed_is_found(office: Database) -> None:
    rows = [
        changed(office, "standings", grade=pl.lit("D")),
        changed(office, "findings", rule=pl.lit("report.nothing")),
    ]
    assert broken(office) == rows


def test_a_register_that_moved_on_since_is_not_held_against_it(office: Database) -> None:
    row = changed(office, "standings", points=pl.col("points") - 1)
    with office.write() as db:
        db.add(Event(code=row.split()[-1], on=DAY, what="award", details={}, at=NOW))
    assert broken(office) == []

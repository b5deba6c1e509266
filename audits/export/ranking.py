"""Editions of the ranking as open data, with what they rest on: anybody can compute them again."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import polars as pl
from polars import DataFrame, col

from audits.config import zone
from audits.export.files import ROWS
from audits.export.ranking_tables import EDITIONS, INPUTS, PLACES
from audits.export.table import Blocks, Sources
from models import open_data
from models.db import Session
from models.ranking_inputs import kept_inputs, kept_places


def midnight(day: date) -> datetime:
    """The end of a legal day."""
    return datetime.combine(day + timedelta(1), time(), zone())


def editions(db: Session, day: date) -> Blocks:
    """The editions published by a day."""
    told = open_data.editions(db, midnight(day))
    rows = [
        (one.id, one.year, one.day, one.method, one.published_at.astimezone(zone()).date()) for one in told
    ]
    yield EDITIONS.frame(rows)


def places(db: Session, day: date) -> Blocks:
    """Their places, by edition and code, as kept in columns."""
    for edition in open_data.editions(db, midnight(day)):
        if kept := kept_places(db, edition.id):
            frame = _read(kept).rename({"class_": "class"})
            absent = (pl.lit(None, pl.Int64).alias(name) for name in set(PLACES.schema) - set(frame.columns))
            told = frame.with_columns(*absent).with_columns(pl.lit(edition.id, pl.Int64).alias("edition"))
            yield from told.select(*PLACES.schema).iter_slices(ROWS)


def inputs(db: Session, day: date) -> Blocks:
    """What they rest on, by edition and code; none of editions that are older than the keeping of it."""
    for edition in open_data.editions(db, midnight(day)):
        if kept := kept_inputs(db, edition.id):
            frame = _read(kept)
            income = (
                (col("income").cast(pl.Decimal(18, 2)) / 100).cast(pl.Decimal(18, 2)).alias("income_from")
            )
            told = frame.with_columns(income, pl.lit(edition.id, pl.Int64).alias("edition"))
            yield from told.select(*INPUTS.schema).iter_slices(ROWS)


def _read(blocks: Sequence[bytes]) -> DataFrame:
    return pl.concat([pl.read_parquet(io.BytesIO(content)) for content in blocks])


SOURCES: Sources = ((EDITIONS, editions), (PLACES, places), (INPUTS, inputs))

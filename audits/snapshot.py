"""The register as columns: a block for each year of reports, made again only when the register has changed."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import polars as pl
from polars import DataFrame, col

from compliance.facts import FIGURES
from compliance.inspection import last_day
from models.db import Session
from models.snapshot import Snapshot, latest_snapshot, register

RAW = {
    "code": pl.String, "kind": pl.String, "level": pl.String, "registered_on": pl.String,
    "charity_since": pl.String, "fundraising_since": pl.String, "unit": pl.Int64, "original_fund": pl.Int64,
    "report": pl.Int64, "received_on": pl.String, "published_on": pl.String, "conclusion": pl.String,
    "figures": pl.String,
}  # fmt: skip
DAYS = ("registered_on", "charity_since", "fundraising_since", "received_on", "published_on")
FIGURE_COLUMNS = dict.fromkeys(FIGURES, pl.Int64)
VERSION = "register"
"""Under this key a block says which state of the register it shows."""


def snapshot(db: Session, year: int, day: date, moment: datetime, version: int, keep: bool) -> DataFrame:
    """The register's columns of a year: those kept if nothing has changed since, else made (and kept)."""
    content = latest_snapshot(db, year)
    if content is not None and shows(content, version):
        return pl.read_parquet(io.BytesIO(content))
    made = columns(db, year)
    if keep:
        block = io.BytesIO()
        made.write_parquet(block, compression="lz4", metadata={VERSION: str(version)})
        content = block.getvalue()
        db.add(Snapshot(year=year, day=day, made_at=moment, rows=made.height, content=content))
    return made


def shows(content: bytes, version: int) -> bool:
    """Whether a block was made of this state of the register."""
    return pl.read_parquet_metadata(io.BytesIO(content)).get(VERSION, "") == str(version)


def columns(db: Session, year: int) -> DataFrame:
    """One row a living organization in the order of codes: who it is, what it reported, its figures in fen."""
    blocks = [_read(rows) for rows in register(db, year)]
    frame = pl.concat(blocks or [_read(())]).sort("code")
    end = last_day(year)
    stated = col("net_assets").fill_null(col("last_year_net_assets"))
    return frame.with_columns(
        charity=(col("charity_since") <= end).fill_null(False),
        fundraising=(col("fundraising_since") <= end).fill_null(False),
        net_assets=stated,
    )


def _read(rows: Sequence[Sequence[Any]]) -> DataFrame:
    """Rows as the database gives them, with days as days and every figure in a column of its own."""
    raw = DataFrame(rows, schema=RAW, orient="row")
    told = "\n".join(raw["figures"].fill_null("{}"))
    figures = (
        pl.read_ndjson(told.encode(), schema=FIGURE_COLUMNS) if rows else DataFrame(schema=FIGURE_COLUMNS)
    )
    return (
        raw.drop("figures")
        .hstack(figures)
        .with_columns(
            *(col(name).str.to_date("%Y-%m-%d", strict=True) for name in DAYS),
            col("kind", "level", "conclusion").cast(pl.Categorical),
        )
    )

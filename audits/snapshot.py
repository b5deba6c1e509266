"""The register as columns: a block for each year of reports, made again only when the register has changed."""

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime

import polars as pl
from polars import DataFrame, col

from compliance.facts import FIGURES
from compliance.inspection import last_day
from models.db import Session
from models.lines import MARK
from models.snapshot import Snapshot, latest_snapshot, register

WHO = {
    "code": pl.String, "kind": pl.String, "level": pl.String, "registered_on": pl.Date,
    "charity_since": pl.Date, "fundraising_since": pl.Date, "unit": pl.Int64, "original_fund": pl.Int64,
    "report": pl.Int64, "received_on": pl.Date, "published_on": pl.Date, "conclusion": pl.String,
}  # fmt: skip
FIGURE_COLUMNS = dict.fromkeys(FIGURES, pl.Int64)
TOLD = {**WHO, "figures": pl.String}
VERSION = "register"
"""Under this key a block says which state of the register it shows."""


def snapshot(db: Session, year: int, version: int) -> tuple[DataFrame, bool]:
    """The register's columns of a year: those kept if nothing has changed since, else made; and whether made."""
    content = latest_snapshot(db, year)
    if content is not None and shows(content, version):
        return pl.read_parquet(io.BytesIO(content)), False
    return columns(db, year), True


def packed(made: DataFrame, year: int, version: int, day: date, moment: datetime) -> Snapshot:
    """The row that keeps the columns of a year."""
    block = io.BytesIO()
    made.write_parquet(block, compression="zstd", compression_level=1, metadata={VERSION: str(version)})
    return Snapshot(year=year, day=day, made_at=moment, rows=made.height, content=block.getvalue())


def shows(content: bytes, version: int) -> bool:
    """Whether a block was made of this state of the register."""
    return pl.read_parquet_metadata(io.BytesIO(content)).get(VERSION, "") == str(version)


def columns(db: Session, year: int) -> DataFrame:
    """One row a living organization in the order of codes: who it is, what it reported, its figures in fen.

    While one block is made into columns the database gives the next.
    """
    with ThreadPoolExecutor(1) as beside:
        blocks = list(beside.map(_read, register(db, year)))
    frame = pl.concat(blocks or [DataFrame(schema={**WHO, **FIGURE_COLUMNS})]).sort("code")
    end = last_day(year)
    return frame.with_columns(
        col("kind", "level", "conclusion").cast(pl.Categorical),
        charity=(col("charity_since") <= end).fill_null(False),
        fundraising=(col("fundraising_since") <= end).fill_null(False),
        net_assets=col("net_assets").fill_null(col("last_year_net_assets")),
    )


def _read(lines: bytes) -> DataFrame:
    """Lines as the database gives them, with every value in a column of its own."""
    frame = pl.read_csv(lines, has_header=False, schema=TOLD, separator=MARK, quote_char=None)
    told = frame["figures"].str.join("\n")[0].encode()
    return frame.drop("figures").hstack(pl.read_ndjson(told, schema=FIGURE_COLUMNS))

"""The invariant of points: what an evaluation kept is what the entries of each organization add up to."""

import io

import polars as pl
from polars import DataFrame

from audits.evaluate import applied
from audits.evaluation import outcome
from audits.fsck.look import Found, Look
from audits.snapshot import columns, shows
from models.publication import public_version
from models.snapshot import latest_evaluation, latest_snapshot, reported_years


def points_are_the_sum_of_the_entries(look: Look) -> Found:
    """I9: the last evaluation says of each organization what its entries add up to; asked while register
    and law are as they were then.
    """
    kept = latest_evaluation(look.db)
    if kept is None or kept.rules != applied():
        return
    years = [year for year in reported_years(look.db) if year < kept.day.year]
    block = latest_snapshot(look.db, years[-1]) if years else None
    if block is None or not shows(block, public_version(look.database)):
        return
    found = outcome(look.db, {year: columns(look.db, year) for year in years}, kept.day)
    for code in _different(_read(kept.standings), found.standings):
        yield (
            f"evaluation {kept.id} {code}",
            "积分、等级与记录不符",
            "points or grade are not those of the record",
        )
    for code in _different(_read(kept.findings), found.findings):
        yield f"evaluation {kept.id} {code}", "检查发现与报告不符", "findings are not those of the reports"


def _read(block: bytes) -> DataFrame:
    return pl.read_parquet(io.BytesIO(block))


def _different(kept: DataFrame, found: DataFrame) -> list[str]:
    """Codes of rows that only one of two frames has."""
    pairs = ((kept, found), (found, kept))
    alone = [one.join(other, on=kept.columns, how="anti", nulls_equal=True) for one, other in pairs]
    return sorted({code for frame in alone for code in frame["code"]})

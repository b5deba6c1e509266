"""Places inside a class: like is compared with like, equal scores share a place."""

from datetime import date

import polars as pl
from polars import DataFrame, Expr, col, lit, when

from compliance.law.transparency_items import SIZES

STEP = 10_000
"""Ten points, in thousandths."""
UNSIZED = "unsized"
"""The size of whoever has not said its income."""


def class_of(day: date) -> Expr:
    """Kind and size by the year's income, such as "foundation.large"."""
    text = SIZES.on(day)
    size: Expr = lit(UNSIZED)
    for name, least in sorted((text.value if text else {}).items(), key=lambda one: one[1]):
        size = when(col("income").fill_null(-1) >= least).then(lit(name)).otherwise(size)
    return pl.concat_str(col("kind"), size, separator=".")


def rank(scored: DataFrame) -> DataFrame:
    """The frame with `rank`, the place inside `class_` by `score`, best first; null where there is no score.

    Ties share the better place; `tied` marks them. `position` counts from 1 through all classes: best score
    first, then by code, who has no score last. The order of the rows does not matter.
    """
    place = col("score").rank("min", descending=True).over("class_").cast(pl.Int64)
    shared = (pl.len().over("class_", "rank") > 1) & col("rank").is_not_null()
    ordered = scored.with_columns(place.alias("rank")).sort(
        "score", "code", descending=[True, False], nulls_last=True
    )
    position = pl.int_range(1, pl.len() + 1, dtype=pl.Int64)
    return ordered.with_columns(shared.alias("tied"), position.alias("position"))


def moved(ranked: DataFrame, last: DataFrame | None) -> DataFrame:
    """The frame with `before`, the place in the same class in the edition before; null where there is none."""
    if last is None:
        return ranked.with_columns(before=lit(None, pl.Int64))
    there = last.select("code", "class_", before=col("rank"))
    return ranked.join(there, on=["code", "class_"], how="left")


def counted(ranked: DataFrame) -> dict[str, list[list[str | int]]]:
    """How many stand where: `classes` as [class, district, how many], `steps` as [class, tens of points, how many]."""
    steps = ranked.filter(col("score").is_not_null()).with_columns((col("score") // STEP).alias("step"))
    return {
        name: _counts(frame, *by)
        for name, frame, by in (
            ("classes", ranked, ("class_", "district")),
            ("steps", steps, ("class_", "step")),
        )
    }


def _counts(frame: DataFrame, *by: str) -> list[list[str | int]]:
    return [list(row) for row in frame.group_by(by).len().sort(by).iter_rows()]

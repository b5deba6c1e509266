"""Ranks that admit doubt: between which places an organization stands while marks vary within published limits.

Every set of marks tried is one of the published ones: the table itself, each item alone and each of the four parts
together at the lower and at the upper limit. So anybody can find the same band.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import polars as pl
from polars import DataFrame, Expr, col, when

from compliance.law.transparency_items import MARKS_VARY, Aspect
from compliance.transparency import items

WHOLE = 100
"""Marks are multiplied by this, so that hundredths of them are whole."""
Marks = Mapping[str, int]


def settings(day: date) -> Iterator[Marks]:
    """Every set of marks that is tried, in hundredths of a mark, by item."""
    told = dict(items(day))
    usual = {name: item.marks * WHOLE for name, item in told.items()}
    yield usual
    text = MARKS_VARY.on(day)
    alone = [{name} for name in told]
    together = [{name for name, item in told.items() if item.aspect is aspect} for aspect in Aspect]
    for moved in alone + together:
        for share in (WHOLE - text.value, WHOLE + text.value) if text else ():
            yield usual | {name: told[name].marks * share for name in moved}


def banded(scored: DataFrame, day: date) -> DataFrame:
    """The frame with `best` and `worst`, the places inside `class_` between which these marks move a score.

    `scored` has `class_`, `score` and an `item.<name>` for every item of the day; null where there is no score.
    """
    ranks = [_rank(marks).alias(str(number)) for number, marks in enumerate(settings(day))]
    table = scored.select(*ranks)
    return scored.with_columns(
        best=table.select(pl.min_horizontal(pl.all())).to_series(),
        worst=table.select(pl.max_horizontal(pl.all())).to_series(),
    )


def _rank(marks: Marks) -> Expr:
    score = when(col("score").is_not_null()).then(_score(marks))
    return score.rank("min", descending=True).over("class_").cast(pl.Int64)


def _score(marks: Marks) -> Expr:
    """Marks won of the marks known, in thousandths of a point, as the table itself reckons them."""
    won = pl.sum_horizontal(*(col(f"item.{name}").fill_null(0) * worth for name, worth in marks.items()))
    known = pl.sum_horizontal(
        *(when(col(f"item.{name}").is_null()).then(0).otherwise(worth) for name, worth in marks.items())
    )
    return won * 100 // known

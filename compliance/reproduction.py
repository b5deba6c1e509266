"""The ranking done again by anybody: the public inputs of an edition, and what follows from them."""

from datetime import date

import polars as pl
from polars import DataFrame, Expr, col, when

from compliance.band import banded
from compliance.law.transparency_items import SIZES
from compliance.ranking import class_of, rank
from compliance.transparency import COLUMNS, PUBLISHED, binds, items, score

MANY = 2
"""Two disagreements and more count alike: how many there were is not told."""
UNQUALIFIED_OPINION = "unqualified"


def public_inputs(reports: DataFrame, day: date) -> DataFrame:
    """The frame that is scored, no finer than the scores tell: what does not bind is empty, income is the lower
    bound of its size, disagreements are none, one or more, the auditor's opinion unqualified or unsaid.
    """
    bound = {name: binds(item.binds) for name, item in items(day)}
    shown = {name: when(bound[name]).then(col(name)) for name in PUBLISHED if name in bound}
    days = {f"{name}.day": when(bound[name]).then(col(f"{name}.day")) for name in PUBLISHED if name in bound}
    opinion = when(col("opinion") == UNQUALIFIED_OPINION).then(col("opinion"))
    return reports.with_columns(
        related=when("charity").then(col("related")),
        income=size_from(day),
        disagreements=col("disagreements").clip(0, MANY),
        openings=when(bound["opening"]).then(col("openings").clip(0, MANY)).otherwise(0),
        audited=when(bound["audit"]).then(col("audited")),
        opinion=when(bound["audit"]).then(opinion),
        **shown,
        **days,
    ).select(*COLUMNS)


def size_from(day: date) -> Expr:
    """The lower bound of the size that an income falls into, in fen; null where no income is known."""
    text = SIZES.on(day)
    bound: Expr = pl.lit(None, pl.Int64)
    for least in sorted((text.value if text else {}).values()):
        bound = when(col("income") >= least).then(pl.lit(least, pl.Int64)).otherwise(bound)
    return bound


def reproduced(inputs: DataFrame, day: date) -> DataFrame:
    """Scores and places from the public inputs of an edition: as published, if the edition is right.

    `inputs` has the columns of COLUMNS; money in fen. Gives name, class and place with its band and every item.
    """
    who = inputs.select("code", "name", "district", class_of(day).alias("class_"))
    return banded(rank(score(inputs, day).join(who, on="code")), day)

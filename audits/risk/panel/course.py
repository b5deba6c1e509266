"""Columns on the course of an organization's money, the same for every panel."""

from collections.abc import Mapping

import polars as pl
from polars import Expr, when

MOST = 5
"""Ratios are clipped at this many times."""


def ratio(above: Expr, below: Expr, most: float = MOST) -> Expr:
    """A ratio inside -most and most; null where nothing stands below."""
    return when(below > 0).then((above / below).clip(-most, most))


def logged(amount: Expr) -> Expr:
    """The logarithm of an amount, of one at least."""
    return amount.cast(pl.Float64).clip(1).log()


def mean_so_far(column: Expr, who: str) -> Expr:
    """The mean of what was known up to the row."""
    return column.fill_null(0).cum_sum().over(who) / column.is_not_null().cum_sum().over(who)


def course(who: str, income: Expr, spending: Expr, before: Mapping[int, Expr]) -> dict[str, Expr]:
    """Columns of the margin now and before. `before` has the margin of one, two and three rows ago."""
    margin = ratio(income - spending, income)
    balance = (income / spending.clip(1)).clip(1e-3, 1e3).log()
    return {
        "margin": margin,
        **{f"margin_{ago}": told for ago, told in before.items()},
        "margin_mean_3": pl.mean_horizontal(margin, before[1], before[2]),
        "margin_mean": mean_so_far(margin, who),
        "margin_worst": margin.cum_min().over(who),
        "margin_best": margin.cum_max().over(who),
        "margin_spread": margin.rolling_std(11, min_samples=2).over(who),
        "margin_size": mean_so_far(margin.abs(), who),
        "margin_worse_of_2": pl.min_horizontal(margin, before[1]),
        "margin_better_of_2": pl.max_horizontal(margin, before[1]),
        "margin_recent": margin * 0.5 + before[1].fill_null(0) * 0.3 + before[2].fill_null(0) * 0.2,
        "large_deficits": mean_so_far((margin < -0.1).cast(pl.Float64), who),
        "deficits": mean_so_far((margin < 0).cast(pl.Float64), who),
        "deficits_in_a_row": when(margin >= 0).then(0).when(before[1] >= 0).then(1).otherwise(2),
        "balance": balance,
    }


FALLING = (
    "margin", "margin_1", "margin_2", "margin_mean_3", "margin_mean", "margin_recent", "margin_worse_of_2",
    "margin_better_of_2", "balance",
)  # fmt: skip
DIRECTIONS: Mapping[str, int] = {**dict.fromkeys(FALLING, -1), "large_deficits": 1, "deficits": 1}
"""The risk of a deficit only falls with a margin and only rises with past deficits."""

"""This office's own checks of a report's plausibility: what is unusual, not what is forbidden."""

from typing import Any

from polars import Expr, col

from compliance.facts import Said, Severity
from compliance.law import Rule, Share
from compliance.law.house_rules import LARGE_CAMPAIGNS, UNUSUAL_MOVEMENT

WATCHED = {
    "activity.total_income.total": Said("收入合计", "Total income"),
    "activity.total_expense.total": Said("费用合计", "Total expense"),
    "balance.total_assets.closing": Said("资产总计", "Total assets"),
}
LAST_YEAR = Said("上年为", "last year")


def _moved(line: str, share: Share) -> Expr:
    now, before = col(line), col(f"prior.{line}")
    return (before > 0) & (share.over(now - before, before) | share.over(before - now, before))


def _movement(line: str, named: Said) -> Rule[Share]:
    return Rule(
        f"unusual.{line.split('.')[1]}",
        Said(f"{named.zh}较上年变动异常", f"{named.en} moved unusually against last year"),
        UNUSUAL_MOVEMENT,
        col("year") > 0,
        lambda share: _moved(line, share),
        at=line,
        expects=lambda _: col(f"prior.{line}"),
        against=LAST_YEAR,
    )


RULES: tuple[Rule[Any], ...] = (
    *(_movement(line, named) for line, named in WATCHED.items()),
    Rule(
        "unusual.fundraising_cost",
        Said("公开募捐收入较大而募捐成本为零", "Much was raised in public at no cost at all"),
        LARGE_CAMPAIGNS,
        col("charity") & col("fundraising"),
        lambda large: (
            (col("charity.fundraising_cost.value") == 0) & (col("fundraising.raised.value") >= large)
        ),
        Severity.ADVISE,
        at="charity.fundraising_cost.value",
        expects=lambda _: col("fundraising.raised.value"),
        against=Said("公开募捐收入为", "raised in public"),
    ),
)
"""Movements against last year, and campaigns that cost nothing."""

"""What risk models foretell, each named for what it is; "did not answer" is never a fault found."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl
from polars import Expr, col

from compliance.facts import Said

NORMAL = 1.959963984540054
"""Standard deviations within which nineteen of twenty lie."""
OUTCOMES: Mapping[str, Said] = {
    "late_filing": Said("迟报年度报告", "Late filing of the annual report"),
    "no_report": Said("不报送年度报告", "No annual report"),
    "disclosure_faults": Said("报告与信息公开有缺陷", "Faults in report and disclosure"),
}
"""Outcomes by name. Never "fraud": nothing here says anything about intent."""
RULE = Said("一句话规则：上年迟报、未报或有缺陷", "One-line rule: late, silent or faulty last year")


def outcome(name: str) -> Expr:
    """An outcome of a row of reports; null where it does not apply.

    A report that never came is neither late nor faulty: it is an outcome of its own.
    """
    came = col("received_on").is_not_null()
    if name == "no_report":
        return ~came
    if name == "late_filing":
        return pl.when(came).then(col("received_on") > col("due"))
    grave = col("conclusion").is_in(["basically_qualified", "unqualified"]).fill_null(False)
    return pl.when(came).then((col("faults") > 0) | grave)


def naive() -> Expr:
    """The one-line rule over signs: late or faulty last year, or silent."""
    late = (col("slack_last") < 0).fill_null(False)
    faulty = (col("faults_last") > 0).fill_null(False) | (col("conclusion_last") > 0).fill_null(False)
    return (late | faulty | (col("missed") > 0)).cast(pl.Float64)


@dataclass(frozen=True)
class Rate:
    """A share with the bounds of its interval (Wilson, nineteen of twenty); unknown bounds are 0 and 1.

    `weighted` is the share where it is not simply `came` of `of`.
    """

    came: int
    of: int
    low: float
    high: float
    weighted: float | None = None

    @property
    def value(self) -> float | None:
        """The share itself; None of nothing."""
        if self.weighted is not None:
            return self.weighted
        return self.came / self.of if self.of else None


def wilson(came: int, of: int) -> Rate:
    """A share with its interval (E. B. Wilson 1927)."""
    return Rate(came, of, *_bounds(came / of, of)) if of else Rate(0, 0, 0.0, 1.0)


def _bounds(share: float, of: float) -> tuple[float, float]:
    square = NORMAL**2
    middle = share + square / (2 * of)
    reach = NORMAL * math.sqrt(share * (1 - share) / of + square / (4 * of**2))
    low, high = ((middle - reach) / (1 + square / of), (middle + reach) / (1 + square / of))
    return max(0.0, low), min(1.0, high)


@dataclass(frozen=True)
class Stratum:
    """What was found in one stratum of a draw: how many it holds, how many were visited, and of these how many."""

    size: int
    visited: int
    came: int


def in_population(strata: Sequence[Stratum]) -> Rate:
    """The share in the whole population that the strata are of, each weighted by its size: strata are drawn at
    different ratios, so the plain share of those visited would not be it.

    The interval is Wilson's for as many visits as a plain sample would need to know it as well (L. Kish 1965).
    Strata nobody has been visited in do not count, and are no part of the population it speaks of.
    """
    seen = [one for one in strata if one.visited]
    whole, visited = sum(one.size for one in seen), sum(one.visited for one in seen)
    if not visited:
        return Rate(0, 0, 0.0, 1.0)
    share = sum(one.size * one.came / one.visited for one in seen) / whole
    parts = ((one.size / whole) ** 2 * _spread(one) for one in seen)
    variance = sum(parts)
    worth = share * (1 - share) / variance if variance else float(visited)
    bounds = _bounds(share, min(worth, visited))
    return Rate(sum(one.came for one in seen), visited, *bounds, share)


def _spread(one: Stratum) -> float:
    share = one.came / one.visited
    return share * (1 - share) / one.visited

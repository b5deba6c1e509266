"""What risk models foretell, each named for what it is; "did not answer" is never a fault found."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl
from polars import DataFrame, Expr, col

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
    """A share with the bounds of its interval (Wilson, nineteen of twenty); unknown bounds are 0 and 1."""

    came: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float | None:
        """The share itself; None of nothing."""
        return self.came / self.of if self.of else None


def wilson(came: int, of: int) -> Rate:
    """A share with its interval (E. B. Wilson 1927)."""
    if not of:
        return Rate(0, 0, 0.0, 1.0)
    share, square = came / of, NORMAL**2
    middle = share + square / (2 * of)
    reach = NORMAL * math.sqrt(share * (1 - share) / of + square / (4 * of**2))
    low, high = ((middle - reach) / (1 + square / of), (middle + reach) / (1 + square / of))
    return Rate(came, of, max(0.0, low), min(1.0, high))


def random_arm(drawn: DataFrame, findings: DataFrame) -> Mapping[str, Rate]:
    """What the random part of the draws found: the unbiased rate of faults, and of those who did not answer.

    `drawn` has `code` and `random` (drawn purely at random); `findings` has `code`, `answered` and `found`
    of each organization visited so far. Organizations chosen otherwise, or not yet visited, do not count.
    """
    visited = drawn.filter("random").unique("code").join(findings.unique("code"), on="code")
    answered = visited.filter("answered")
    return {
        "found": wilson(int(answered["found"].sum()), answered.height),
        "did_not_answer": wilson(visited.height - answered.height, visited.height),
    }

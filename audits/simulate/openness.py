"""What an organization publishes: a habit that stays with it and a little chance each year."""

from datetime import date, timedelta

import numpy as np

from compliance.transparency import PUBLISHED

USUAL, SPREAD = 0.52, 0.22
"""Mean and spread of how likely an item is published."""
SIZE, GROWTH = 0.05, 0.015
"""What ten times the income, and each year, add to it."""
MEDIAN = 100_000_000
"""Income of the usual charity, in fen."""
LEAST, MOST = 0.04, 0.7
SINCE = 2021
LATE, UNDATED = 0.5, 0.25
"""How often the least open are late, or leave the day blank."""


def openness(n: int, year: int, income: int) -> float:
    """How likely an organization publishes an item of a year; `income` in fen."""
    stable = np.random.default_rng([n, 11]).normal(USUAL, SPREAD)
    size = SIZE * np.log10(max(income, 1) / MEDIAN)
    return float(np.clip(stable + size + GROWTH * (year - SINCE), LEAST, MOST))


def disclosed(n: int, year: int, income: int) -> dict[str, object]:
    """The items of the disclosure part: where and on which day, or not at all."""
    likely = openness(n, year, income)
    luck = np.random.default_rng([n, year, 12]).random((len(PUBLISHED), 4))
    told: dict[str, object] = {}
    for item, (published, late, undated, when) in zip(PUBLISHED, luck.tolist(), strict=True):
        row, shut = f"disclosure.{item}", 1 - likely
        told[f"{row}.place"] = "platform" if published < likely else "none"
        blank = published >= likely or undated < UNDATED * shut * 2
        told[f"{row}.day"] = None if blank else _day(year, late < LATE * shut * 2, when)
    return told


def _day(year: int, late: bool, luck: float) -> date:
    """In May as a rule; some summer or autumn day where it is late."""
    first, days = (date(year, 6, 1), 120) if late else (date(year, 5, 1), 31)
    return first + timedelta(int(luck * days))

"""Ours: the rules of the program over the reports, with all columns at hand, or block by block of a file."""

import sys
from pathlib import Path
from typing import Any

import polars as pl

from compliance.inspection import ON_FIGURES, ON_STATEMENTS, ask, asked
from compliance.law import Rule
from compliance.law.foundation_regulations import ORIGINAL_FUND
from compliance.law.spending_standard import (
    FOUNDATION_BANDS,
    FUNDRAISING_CEILING,
    OTHER_BANDS,
    PUBLIC_FOUNDATION,
    PUBLIC_OTHERS,
)
from tests.bench.measure import peak_mb, tell, timed
from tests.bench.reports import YEAR

PROVISIONS = (
    PUBLIC_FOUNDATION,
    PUBLIC_OTHERS,
    FOUNDATION_BANDS[1],
    OTHER_BANDS[3],
    FUNDRAISING_CEILING,
    ORIGINAL_FUND,
)
NAMES = (
    "accounting.net_assets.closing",
    "accounting.total_assets.closing",
    "accounting.fixed_assets_net.closing",
    "accounting.movement.net_assets",
    "accounting.entrusted",
    "accounting.depreciation_falls",
    "accounting.charitable_spending",
    "accounting.management_cost",
    "accounting.last_year_net_assets",
    "accounting.opening.net_assets",
)


def twenty() -> tuple[Rule[Any], ...]:
    """The rules of the contest, in the order of both contenders."""
    figures = [rule for told in PROVISIONS for rule in ON_FIGURES if rule.provision is told]
    lines = [rule for name in NAMES for rule in ON_STATEMENTS if rule.name == name]
    return (*figures, *lines)


def in_memory(file: Path) -> None:
    """All columns at hand first, as the peer has them."""
    frame, rules = pl.read_parquet(file), twenty()
    asked(frame, YEAR, rules)
    peak = peak_mb()
    wall, cpu, answers = timed(lambda: asked(frame, YEAR, rules))
    tell(counts(answers), rules_s=wall, rules_cpu_s=cpu, peak_mb=peak)


def in_blocks(file: Path) -> None:
    """Read as the rules go along; never more than a few blocks in memory."""
    reports, rules = pl.scan_parquet(file), twenty()
    wall, _, answers = timed(lambda: ask(reports, YEAR, rules).collect(engine="streaming"))
    tell(counts(answers), read_rules_s=wall, peak_mb=peak_mb())


def counts(answers: pl.DataFrame) -> list[int]:
    """How many reports break each rule."""
    return [int(answers[name].sum()) for name in answers.columns]


if __name__ == "__main__":
    {"memory": in_memory, "blocks": in_blocks}[sys.argv[1]](Path(sys.argv[2]) / "reports.parquet")

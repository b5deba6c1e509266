"""Ours: the rules of the program over the reports, block by block of the file."""

import sys
from pathlib import Path
from typing import Any

import polars as pl

from compliance.inspection import ON_FIGURES, ON_STATEMENTS, asked
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


def main() -> None:
    """Run once and tell."""
    file, rules = Path(sys.argv[1]) / "reports.parquet", twenty()
    frame = pl.read_parquet(file)
    wall, cpu, answers = timed(lambda: asked(frame, YEAR, rules))
    counts = [int(answers[name].sum()) for name in answers.columns]
    tell(counts, rules_s=wall, cpu_s=cpu, peak_mb=peak_mb())


if __name__ == "__main__":
    main()

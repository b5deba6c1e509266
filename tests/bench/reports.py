"""Made-up reports for the rules: whole thousands of yuan, few enough that a peer with 32-bit floats is exact too."""

from pathlib import Path

import numpy
import polars as pl

from compliance.inspection import KINDS as AS_KINDS
from tests.bench.contest import CACHE

FEN = 100_000
"""Fen in a thousand yuan."""
BLOCK = 8192
"""Reports in a block of the file: what is read at once."""
YEAR = 2026
KINDS = ("association", "foundation", "service_institution")
FIGURES = (
    "last_year_income", "income_mean_3y", "last_year_net_assets", "net_assets_mean_3y",
    "charitable_spending", "management_cost", "total_expense", "fundraising_cost",
    "donation_income_mean_3y", "net_assets", "original_fund",
)  # fmt: skip
LINES = (
    "balance.net_assets.opening", "balance.net_assets.closing",
    "balance.unrestricted_net_assets.closing", "balance.restricted_net_assets.closing",
    "balance.total_assets.closing", "balance.total_liabilities.closing",
    "balance.fixed_assets_net.closing", "balance.fixed_assets_cost.closing",
    "balance.accumulated_depreciation.closing", "balance.accumulated_depreciation.opening",
    "balance.entrusted_assets.closing", "balance.entrusted_liabilities.closing",
    "activity.change_in_net_assets.total", "activity.business_cost.total",
    "activity.management_cost.total", "charity.charitable_spending.value",
    "charity.management_cost.value", "charity.last_year_net_assets.value",
    "prior.balance.net_assets.closing",
)  # fmt: skip


def made(count: int) -> Path:
    """The folder with the reports: `reports.parquet` for ours, an .npy file a column, in yuan, for the peer."""
    home = CACHE / f"reports-{count}"
    if not (home / "done").exists():
        home.mkdir(parents=True, exist_ok=True)
        drawn = _drawn(count)
        for name, column in drawn.items():
            numpy.save(home / f"{name}.npy", column * 1000.0 if name in FIGURES + LINES else column)
        _frame(drawn).write_parquet(home / "reports.parquet", compression="lz4", row_group_size=BLOCK)
        (home / "done").touch()
    return home


def _drawn(count: int) -> dict[str, numpy.ndarray]:
    draw = numpy.random.default_rng(2026)
    columns: dict[str, numpy.ndarray] = {
        "kind": draw.integers(0, len(KINDS), count, numpy.int8),
        "charity": draw.random(count) < 0.5,
        "fundraising": draw.random(count) < 0.2,
        "year": numpy.full(count, YEAR, numpy.int32),
    }
    for name in FIGURES + LINES:
        columns[name] = numpy.minimum(draw.lognormal(6, 2, count), 40_000).astype(numpy.int32)
    for name in ("charitable_spending", "management_cost"):
        columns[f"charity.{name}.value"] = columns[name]
    for sum_, one, other in SUMS:
        right = columns[one] + columns[other]
        columns[sum_] = numpy.where(draw.random(count) < 0.95, right, columns[sum_])
    return columns


SUMS = (
    (
        "balance.net_assets.closing",
        "balance.unrestricted_net_assets.closing",
        "balance.restricted_net_assets.closing",
    ),
    ("balance.total_assets.closing", "balance.total_liabilities.closing", "balance.net_assets.closing"),
)
"""Sums that are right in most reports."""


def _frame(drawn: dict[str, numpy.ndarray]) -> pl.DataFrame:
    kinds = pl.Series("kind", drawn["kind"]).replace_strict(dict(enumerate(KINDS)), return_dtype=AS_KINDS)
    amounts = [pl.Series(name, drawn[name].astype(numpy.int64) * FEN) for name in FIGURES + LINES]
    rest = [pl.Series(name, drawn[name]) for name in ("charity", "fundraising")]
    return pl.DataFrame([kinds, *rest, pl.Series("year", drawn["year"].astype(numpy.int64)), *amounts])

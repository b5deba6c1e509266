"""E2: charities of England and Wales that spend over a tenth more than their income next year."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl
from polars import DataFrame, Expr, col

from audits.risk.panel.course import DIRECTIONS, course, logged, ratio
from audits.risk.table import Table, numbers
from compliance.facts import Said

FILE = "uk_ew_charity_panel_2006_2017.csv.gz"
WHO, YEAR = "regno", "fin_year"
SHARES = ("fundraised", "business_other", "internal", "volsector", "govern", "ind_fees")
ACTIVITY = ("genchar", "socser", "west", "localc")
PLACES = ("Local", "National", "Nationalandoverseas", "Overseas")
INCOME, SPENDING = col("itotal"), col("etotal")
SAID = Said("财务困难：下一年度赤字超过收入的10%", "Distress: a deficit over 10 % of income next year")
RULE = Said("当年盈余率", "This year's margin")


def _ago(told: Expr, years: int = 1) -> Expr:
    return told.shift(years).over(WHO)


def table(folder: Path) -> Table:
    """Rows of 2006-07 to 2015-16 foretelling the year after; tested on outcomes of 2015-16 and 2016-17."""
    frame = pl.read_csv(folder / FILE, infer_schema_length=None).sort(WHO, YEAR)
    told = _columns()
    over = _ago((SPENDING - INCOME) / INCOME, -1)
    frame = frame.with_columns(**told, foretold=_ago(col(YEAR), -1), over=over)
    frame = frame.filter((col("foretold") == col(YEAR) + 1) & (INCOME > 0) & col("over").is_finite())
    return _table(frame, tuple(told))


def _table(frame: DataFrame, columns: tuple[str, ...]) -> Table:
    return Table(
        name="E2", said=SAID, rule=RULE, columns=columns, x=numbers(frame, columns),
        y=(frame["over"] > 0.1).to_numpy(), when=frame["foretold"].to_numpy(),
        naive=-frame["margin"].fill_null(0).to_numpy(), validation=(7, 8, 9), test=(10, 11),
        directions=DIRECTIONS,
    )  # fmt: skip


def _columns() -> Mapping[str, Expr]:
    margin = ratio(INCOME - SPENDING, INCOME)
    past = {ago: _ago(margin, ago) for ago in (1, 2, 3, 4)}
    surplus = (INCOME - SPENDING).cum_sum().over(WHO)
    recent = (INCOME - SPENDING).rolling_sum(3, min_samples=1).over(WHO)
    return {
        **course(WHO, INCOME, SPENDING, past),
        "log_income": logged(INCOME),
        "log_spending": logged(SPENDING),
        "age": logged(col("orgage")),
        "growth": ratio(INCOME, _ago(INCOME)),
        "growth_1": ratio(_ago(INCOME), _ago(INCOME, 2)),
        "spending_growth": ratio(SPENDING, _ago(SPENDING)),
        "spending_growth_1": ratio(_ago(SPENDING), _ago(SPENDING, 2)),
        "income_spread": logged(INCOME).diff().over(WHO).rolling_std(11, min_samples=2).over(WHO),
        "surplus_so_far": (surplus / INCOME).clip(-20, 50),
        "surplus_of_3": (recent / INCOME).clip(-20, 50),
        **_usual(),
        **_sources(),
    }


def _usual() -> Mapping[str, Expr]:
    """This year's income and spending against what is usual with the organization."""
    income, spending = logged(INCOME), logged(SPENDING)
    return {
        "income_to_usual": income - income.rolling_mean(11, min_samples=1).over(WHO),
        "income_to_usual_spending": income - spending.rolling_mean(11, min_samples=1).over(WHO),
        "income_to_spending_of_3": income - spending.rolling_mean(3, min_samples=1).over(WHO),
        "income_to_spending_before": income - _ago(spending),
        "spending_to_income_of_3": spending - income.rolling_mean(3, min_samples=1).over(WHO),
    }


def _sources() -> Mapping[str, Expr]:
    shares = {name: col(f"{name}_share") for name in SHARES}
    return {
        "sources": col("nsources"),
        "concentration": col("inc_diverse"),
        "stratum": col("sampling_strata"),
        **shares,
        **{f"{name}_change": share - _ago(share) for name, share in shares.items()},
        **{name: col(name) for name in ACTIVITY},
        **{f"place_{place}": col("aob_classified") == place for place in PLACES},
    }

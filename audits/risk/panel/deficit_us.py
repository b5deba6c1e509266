"""U2: human-service non-profits of the United States with a deficit over a tenth of revenue three years on."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl
from polars import DataFrame, Expr, col, when

from audits.risk.panel.course import DIRECTIONS, course, logged, ratio
from audits.risk.table import Table, numbers
from compliance.facts import Said

FILE = "us_nccs_panel_2001_2019.csv.gz"
WHO, YEAR, STEP = "EIN", "YEAR", 3
INCOME, SPENDING = col("F9_01_REV_TOT_CY").cast(pl.Float64), col("F9_01_EXP_TOT_CY").cast(pl.Float64)
ASSETS, DEBTS = col("F9_10_ASSET_TOT_EOY"), col("F9_10_LIAB_TOT_EOY")
NET, FREE = col("F9_10_NAFB_TOT_EOY"), col("F9_10_NAFB_UNRESTRICT_EOY")
CASH, WEAR = col("F9_10_ASSET_CASH_SAVING_EOY"), col("F9_09_EXP_DEPREC_TOT").cast(pl.Float64)
OF_INCOME = {
    "gifts": "REV_CONTR_TOT", "fees": "REV_PROG_TOT_TOT", "grants": "REV_CONTR_GOVT_GRANT",
    "investment": "REV_OTH_INVEST_INCOME_TOT", "events": "REV_OTH_FUNDR_NET_TOT", "rent": "REV_OTH_RENT_NET_TOT",
    "sales": "REV_OTH_SALE_GAIN_NET_TOT", "goods": "REV_OTH_INV_NET_TOT", "other": "REV_MISC_TOT_TOT",
}  # fmt: skip
OF_ASSETS = {
    "pledges": "ASSET_PLEDGE_NET_EOY", "stock": "ASSET_INV_SALE_EOY", "prepaid": "ASSET_EXP_PREPAID_EOY",
    "payable": "LIAB_ACC_PAYABLE_EOY", "grants_payable": "LIAB_GRANT_PAYABLE_EOY",
    "receivable": "ASSET_ACC_NET_EOY", "savings": "ASSET_SAVING_EOY",
}  # fmt: skip
ACTIVITY = ("L", "S", "P", "L20", "L21", "L22", "S2", "S3", "S4")
REGIONS = ("Northeast", "Midwest", "South", "West")
SAID = Said("财务困难：三年后赤字超过收入的10%", "Distress: a deficit over 10 % of revenue three years on")
RULE = Said("当年盈余率", "This year's margin")


def _ago(told: Expr, waves: int = 1) -> Expr:
    """A column so many waves ago; null where that wave is not there."""
    there = col(YEAR).shift(waves).over(WHO) == col(YEAR) - STEP * waves
    return when(there).then(told.shift(waves).over(WHO))


def table(folder: Path) -> Table:
    """Rows of the waves 2001 to 2016 foretelling the next; tested on outcomes of 2019."""
    frame = pl.read_csv(folder / FILE, infer_schema_length=None, schema_overrides={WHO: pl.String})
    told = _columns()
    over = _ago((SPENDING - INCOME) / INCOME, -1)
    frame = frame.sort(WHO, YEAR).with_columns(**told, over=over)
    frame = frame.filter(col("over").is_finite() & (INCOME > 0) & _ago(INCOME > 0, -1))
    return _table(frame, tuple(told))


def _table(frame: DataFrame, columns: tuple[str, ...]) -> Table:
    return Table(
        name="U2", said=SAID, rule=RULE, columns=columns, x=numbers(frame, columns),
        y=(frame["over"] > 0.1).to_numpy(), when=frame[YEAR].to_numpy() + STEP,
        naive=-frame["margin"].fill_null(0).to_numpy(), validation=(2013, 2016), test=(2019,),
        directions=DIRECTIONS,
    )  # fmt: skip


def _columns() -> Mapping[str, Expr]:
    margin = ratio(INCOME - SPENDING, INCOME)
    past = {ago: _ago(margin, ago) for ago in (1, 2, 3)}
    return {
        **course(WHO, INCOME, SPENDING, past),
        "log_income": logged(INCOME),
        "log_spending": logged(SPENDING),
        "growth": ratio(INCOME, _ago(INCOME)),
        "growth_1": ratio(_ago(INCOME), _ago(INCOME, 2)),
        "spending_growth": ratio(SPENDING, _ago(SPENDING)),
        "age": col(YEAR) - col("RULEDATE"),
        "waves": margin.is_not_null().cum_sum().over(WHO),
        "margin_before_wear": ratio(INCOME - SPENDING + WEAR, INCOME),
        "wear_of_spending": ratio(WEAR, SPENDING),
        "wear_of_income": ratio(WEAR, INCOME),
        **_holdings(),
        **_sources(),
    }


def _holdings() -> Mapping[str, Expr]:
    """What it owns and owes; months are months of spending."""
    month = SPENDING.clip(1) / 12
    return {
        "log_assets": logged(ASSETS),
        "log_debts": logged(DEBTS),
        "assets_growth": ratio(ASSETS, _ago(ASSETS)),
        "assets_of_income": (ASSETS / INCOME.clip(1)).clip(0, 50),
        "net_of_income": (NET / INCOME.clip(1)).clip(-20, 50),
        "net_change": ratio(NET - _ago(NET), INCOME * STEP),
        "months_of_cash": (CASH / month).clip(-60, 120),
        "months_of_free_reserves": (FREE / month).clip(-60, 120),
        "months_of_net_assets": (NET / month).clip(-60, 240),
        "leverage": ratio(DEBTS, ASSETS),
        "leverage_1": _ago(ratio(DEBTS, ASSETS)),
        "restricted": ratio(NET - FREE, ASSETS),
        "not_cash": ratio(ASSETS - CASH, ASSETS),
        **{name: ratio(col(f"F9_10_{line}").cast(pl.Float64), ASSETS) for name, line in OF_ASSETS.items()},
    }


def _sources() -> Mapping[str, Expr]:
    gifts = ratio(col("F9_08_REV_CONTR_TOT"), INCOME)
    return {
        **{name: ratio(col(f"F9_08_{line}").cast(pl.Float64), INCOME) for name, line in OF_INCOME.items()},
        "gifts_1": _ago(gifts),
        "gifts_change": gifts - _ago(gifts),
        "short_form": col("SOURCE") == "CORE",
        "supporting": col("LEVEL2") != "O",
        **{f"activity_{name}": col("NTEECC").str.starts_with(name) for name in ACTIVITY},
        **{f"region_{name}": col("Region") == name for name in REGIONS},
    }

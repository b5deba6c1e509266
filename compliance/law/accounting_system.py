"""民间非营利组织会计制度: what must add up in the three statements, by the system in force for the year.

History: 财会〔2004〕7号 from 2005-01-01; the new system (2026-01-01) repeals it and 财会〔2020〕9号.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from polars import Expr, all_horizontal, col, sum_horizontal, when

from compliance.facts import Said, Severity
from compliance.form.activity import ACTIVITY
from compliance.form.balance import BALANCE
from compliance.form.cash_flow import CASH_FLOW
from compliance.law import Act, Dated, Rule, Version
from compliance.law import statement_sums as sums

ACT = Act(
    "accounting_system",
    Said("民间非营利组织会计制度", "Accounting System for Private Non-profit Organizations"),
    "财会〔2004〕7号；2026年1月1日起施行新制度",
)
OLD, NEW = date(2005, 1, 1), date(2026, 1, 1)
COLUMNS = {
    "balance": ("opening", "closing"),
    "activity": ("unrestricted", "restricted", "total"),
    "cash_flow": ("this_year",),
}
PARTS = {"balance": BALANCE, "activity": ACTIVITY, "cash_flow": CASH_FLOW}
SHEETS = {"balance": "资产负债表", "activity": "业务活动表", "cash_flow": "现金流量表"}
TABLES = {
    "balance": (sums.COMMON_ASSETS | sums.BALANCE_2004, sums.COMMON_ASSETS | sums.BALANCE_2026),
    "activity": (sums.ACTIVITY_2004, sums.ACTIVITY_2026),
    "cash_flow": (sums.CASH_FLOW_2004, sums.CASH_FLOW_2026),
}
NAMES = {
    (name, row.name): Said(row.zh.removeprefix("减：").removeprefix("其中："), row.en)
    for name, part in PARTS.items()
    for table in part.tables
    for row in table.rows
}


def named(part: str, row: str) -> Said:
    """What a row of a statement is called."""
    return NAMES[(part, row)]


def total(part: str, column: str, terms: tuple[str, ...]) -> Expr:
    """The sum of rows in a column, blank ones left out; unknown where all are blank. "-row" subtracts."""
    amounts = [(-1 if term[0] == "-" else 1) * col(f"{part}.{term.lstrip('-')}.{column}") for term in terms]
    return (
        when(all_horizontal(*[amount.is_null() for amount in amounts]))
        .then(None)
        .otherwise(sum_horizontal(*amounts, ignore_nulls=True))
    )


def _sum_rule(part: str, row: str, column: str, dated: Dated[tuple[str, ...]], suffix: str = "") -> Rule[Any]:
    line = f"{part}.{row}.{column}"
    return Rule(
        name=f"accounting.{row}{suffix}.{column}",
        says=dated.label,
        provision=dated,
        binds=col("year") > 0,
        broken=lambda terms: col(line) != total(part, column, terms),
        severity=Severity.STOP,
        at=line,
        expects=lambda terms: total(part, column, terms),
    )


def _said_sum(part: str, row: str, terms: tuple[str, ...]) -> Said:
    names = [(term[0] == "-", named(part, term.lstrip("-"))) for term in terms]
    zh = "".join(("-" if minus else "+") + said.zh for minus, said in names).lstrip("+")
    en = "".join((" - " if minus else " + ") + said.en for minus, said in names).removeprefix(" + ")
    whole = named(part, row)
    return Said(f"{whole.zh} = {zh}", f"{whole.en} = {en}")


def _sums() -> Iterator[Rule[Any]]:
    for part, (old, new) in TABLES.items():
        for row in {**old, **new}:
            versions = [
                Version(since, SHEETS[part], table[row])
                for since, table in ((OLD, old), (NEW, new))
                if row in table
            ]
            dated = Dated(ACT, _said_sum(part, row, versions[-1].value), *versions)
            for column in COLUMNS[part]:
                yield _sum_rule(part, row, column, dated)


def _assets() -> Iterator[Rule[Any]]:
    old, new = sums.ALL_ASSETS[2004], sums.ALL_ASSETS[2026]
    label = _said_sum("balance", "total_assets", new)
    dated = Dated(ACT, label, Version(OLD, SHEETS["balance"], old), Version(NEW, SHEETS["balance"], new))
    for column in COLUMNS["balance"]:
        yield _sum_rule("balance", "total_assets", column, dated, suffix=".parts")


def _columns() -> Iterator[Rule[Any]]:
    """Each row of the statement of activities: unrestricted + restricted = total."""
    for table in ACTIVITY.tables:
        for row in table.rows:
            if row.name and row.required:
                yield _column_rule(row.name)


def _column_rule(row: str) -> Rule[Any]:
    said = named("activity", row)
    label = Said(f"{said.zh}：非限定性+限定性=合计", f"{said.en}: unrestricted + restricted = total")
    line = f"activity.{row}"
    both = sum_horizontal(f"{line}.unrestricted", f"{line}.restricted", ignore_nulls=True)
    dated = Dated(ACT, label, Version(OLD, SHEETS["activity"], row))
    return Rule(
        name=f"accounting.{row}.columns",
        says=label,
        provision=dated,
        binds=col(f"{line}.unrestricted").is_not_null() | col(f"{line}.restricted").is_not_null(),
        broken=lambda _: col(f"{line}.total") != both,
        severity=Severity.STOP,
        at=f"{line}.total",
        expects=lambda _: both,
    )


RULES = (*_sums(), *_assets(), *_columns())
"""Every sum of the three statements, once for each column."""

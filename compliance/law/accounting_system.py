"""民间非营利组织会计制度: what must add up in the three statements, by the system in force for the year.

History: 财会〔2004〕7号 from 2005-01-01; the new system (2026-01-01, its number 财会〔2024〕25号 not seen in
print) repeals it and 财会〔2020〕9号. A year's books follow the system of its last day.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, TypeVar

from polars import Expr, all_horizontal, col, sum_horizontal, when

from compliance.facts import Said, Severity
from compliance.form.activity import ACTIVITY
from compliance.form.balance import BALANCE
from compliance.form.cash_flow import CASH_FLOW
from compliance.law import Act, Dated, Rule, Version
from compliance.law import statement_sums as sums

NAME = Said("民间非营利组织会计制度", "Accounting System for Private Non-profit Organizations")
ACT_2004 = Act("accounting_system_2004", NAME, "财会〔2004〕7号")
ACT = Act(
    "accounting_system", NAME, "财会〔2024〕25号", "arts 86, 88-90, 92, 94-95; its number is unconfirmed"
)
T = TypeVar("T")
OLD, NEW = date(2005, 1, 1), date(2026, 1, 1)
SYSTEM = Dated(
    ACT,
    Said("报表格式与会计科目", "Statements and accounts"),
    Version(
        OLD, "", Said("2004年制度（报告年度至2025年）", "the system of 2004 (reports to 2025)"), act=ACT_2004
    ),
    Version(NEW, "", Said("2026年制度", "the system of 2026"), confirmed=False),
)
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


def both_systems(label: Said, article: str, old: T | None, new: T | None) -> Dated[T]:
    """A provision of the old system, of the new one, or of both; None where a system does not have it."""
    texts = ((OLD, ACT_2004, old), (NEW, ACT, new))
    return Dated(ACT, label, *(Version(day, article, value, act=act) for day, act, value in texts if value))


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
            dated = both_systems(
                _said_sum(part, row, new.get(row) or old[row]), SHEETS[part], old.get(row), new.get(row)
            )
            for column in COLUMNS[part]:
                yield _sum_rule(part, row, column, dated)


def _assets() -> Iterator[Rule[Any]]:
    old, new = sums.ALL_ASSETS[2004], sums.ALL_ASSETS[2026]
    label = _said_sum("balance", "total_assets", new)
    dated = both_systems(label, SHEETS["balance"], old, new)
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
    dated = both_systems(label, SHEETS["activity"], row, row)
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

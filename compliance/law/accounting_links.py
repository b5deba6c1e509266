"""民间非营利组织会计制度: what must agree between the statements, and between one year and the next."""

from collections.abc import Callable, Iterator
from typing import Any

from polars import Expr, col, sum_horizontal

from compliance.facts import Said, Severity
from compliance.form.balance import BALANCE
from compliance.form.cash_flow import CASH_FLOW
from compliance.law import Rule, Share
from compliance.law.accounting_system import SHEETS, both_systems, named

TOO_SMALL = Share(1, 5000)
"""In lowest terms: with the largest amounts allowed, a product with more would not fit into 64 bits."""


def c(line: str) -> Expr:
    """A line of the report."""
    return col(line)


def given(*lines: str) -> Expr:
    """The sum of lines, blank ones left out."""
    return sum_horizontal(*lines, ignore_nulls=True)


def _link(
    name: str,
    at: str,
    zh: str,
    en: str,
    severity: Severity,
    broken: Expr,
    expects: Expr | None = None,
    article: str = "",
) -> Rule[Any]:
    part = at.partition(".")[0]
    dated = both_systems(Said(zh, en), article or SHEETS.get(part, "会计报表"), True, True)
    expected: Callable[[object], Expr] | None = None if expects is None else lambda _: expects
    return Rule(name, dated.label, dated, col("year") > 0, lambda _: broken, severity, at, expected)


def _movement(cls: str, column: str) -> Rule[Any]:
    moved = c(f"balance.{cls}.closing") - c(f"balance.{cls}.opening")
    at = f"activity.change_in_net_assets.{column}"
    said = named("balance", cls)
    return _link(
        f"accounting.movement.{cls}",
        at,
        f"净资产变动额应等于{said.zh}期末数减年初数",
        f"The change in net assets equals {said.en} at the end less at the beginning of the year",
        Severity.STOP,
        c(at) != moved,
        moved,
    )


def _openings() -> Iterator[Rule[Any]]:
    for part, now, before in ((BALANCE, "opening", "closing"), (CASH_FLOW, "last_year", "this_year")):
        for table in part.tables:
            for row in table.rows:
                if row.name:
                    yield _opening(part.name, row.name, now, before)


def _opening(part: str, row: str, now: str, before: str) -> Rule[Any]:
    said, at, prior = named(part, row), f"{part}.{row}.{now}", f"prior.{part}.{row}.{before}"
    return _link(
        f"accounting.opening.{row}",
        at,
        f"{said.zh}的年初数（上年数）应与上年报告的期末数（本年数）一致，差异须说明",
        f"{said.en}: what stands for last year must equal what was reported then; explain a difference",
        Severity.EXPLAIN,
        c(at) != c(prior),
        c(prior),
    )


CASH = c("balance.cash.closing") - c("balance.cash.opening")
EQUIVALENTS = given("cash_flow.cash_equivalents_closing.this_year") - given(
    "cash_flow.cash_equivalents_opening.this_year"
)
DONATED = given("activity.donation_income.total", "balance.receivables.opening") - given(
    "balance.receivables.closing"
)
CLOSING = "balance.total_assets.closing"
DEALINGS = given(*(f"related_parties.party_{n}.amount" for n in range(1, 9)))

BETWEEN = (
    _movement("net_assets", "total"),
    _movement("unrestricted_net_assets", "unrestricted"),
    _movement("restricted_net_assets", "restricted"),
    _link(
        "accounting.cash",
        "cash_flow.net_increase.this_year",
        "现金净增加额一般等于货币资金及现金等价物的增加额（受托代理的现金除外）",
        "The net increase of cash normally equals that of cash and equivalents, entrusted cash apart",
        Severity.EXPLAIN,
        c("cash_flow.net_increase.this_year") != CASH + EQUIVALENTS,
        CASH + EQUIVALENTS,
    ),
    _link(
        "accounting.entrusted",
        "balance.entrusted_liabilities.closing",
        "受托代理资产与受托代理负债一般相等",
        "Entrusted assets and entrusted liabilities are normally equal",
        Severity.EXPLAIN,
        c("balance.entrusted_liabilities.closing") != c("balance.entrusted_assets.closing"),
        c("balance.entrusted_assets.closing"),
    ),
    _link(
        "accounting.cash_donations",
        "cash_flow.donations_received.this_year",
        "接受捐赠收到的现金一般不超过捐赠收入与应收款项减少额之和",
        "Cash from donations normally does not exceed donation income plus the decrease of receivables",
        Severity.EXPLAIN,
        c("cash_flow.donations_received.this_year") > DONATED,
        DONATED,
    ),
    _link(
        "accounting.depreciation_falls",
        "balance.accumulated_depreciation.closing",
        "累计折旧一般不减少，除非本年处置了固定资产",
        "Accumulated depreciation does not fall unless assets were disposed of",
        Severity.ADVISE,
        c("balance.accumulated_depreciation.closing") < c("balance.accumulated_depreciation.opening"),
    ),
    _link(
        "accounting.charitable_spending",
        "charity.charitable_spending.value",
        "慈善活动支出不超过业务活动成本",
        "Charitable spending does not exceed the cost of activities",
        Severity.STOP,
        c("charity.charitable_spending.value") > c("activity.business_cost.total"),
        c("activity.business_cost.total"),
    ),
    _link(
        "accounting.fundraising_cost",
        "charity.fundraising_cost.value",
        "募捐成本不超过筹资费用",
        "Fundraising cost does not exceed financing cost",
        Severity.STOP,
        c("charity.fundraising_cost.value") > c("activity.financing_cost.total"),
        c("activity.financing_cost.total"),
    ),
    _link(
        "accounting.management_cost",
        "charity.management_cost.value",
        "管理费用应与业务活动表一致",
        "Management cost equals that of the statement of activities",
        Severity.STOP,
        c("charity.management_cost.value") != c("activity.management_cost.total"),
        c("activity.management_cost.total"),
    ),
    _link(
        "accounting.last_year_net_assets",
        "charity.last_year_net_assets.value",
        "上年末净资产应与资产负债表净资产年初数一致",
        "Net assets at last year's end equal the opening net assets of the balance sheet",
        Severity.EXPLAIN,
        c("charity.last_year_net_assets.value") != c("balance.net_assets.opening"),
        c("balance.net_assets.opening"),
    ),
    _link(
        "accounting.unit",
        CLOSING,
        "期末资产总计不到上年的五千分之一，是否误用万元？本表单位是元",
        "Total assets are below a five-thousandth of last year's: entered in 10,000 yuan? The unit is yuan",
        Severity.EXPLAIN,
        (c(CLOSING) > 0) & TOO_SMALL.under(c(CLOSING), c(f"prior.{CLOSING}")),
        c(f"prior.{CLOSING}"),
    ),
    _link(
        "accounting.related_total",
        "related_parties.total.value",
        "列出的关联方往来之和不超过本年关联方往来总额",
        "The dealings with related parties that are listed do not exceed their total",
        Severity.EXPLAIN,
        c("related_parties.total.value") < DEALINGS,
        DEALINGS,
        article="会计报表附注",
    ),
    _link(
        "accounting.related_denied",
        "related_parties.total.value",
        "填报没有关联方往来的，往来总额为零",
        "Where no dealings with related parties are reported their total is zero",
        Severity.EXPLAIN,
        ~c("related_parties.exist.value") & (c("related_parties.total.value") > 0),
        article="会计报表附注",
    ),
)
RULES = (*BETWEEN, *_openings())
"""Agreement between statements, then of this year's opening figures with last year's report."""

"""中华人民共和国慈善法: what the annual report of a charity has to tell, and what must agree in it."""

from typing import Any

from polars import Expr, col, sum_horizontal

from compliance.facts import Said
from compliance.law import Dated, Rule, Version
from compliance.law.annual_deadlines import AUDIT_OF_FUNDRAISERS
from compliance.law.annual_deadlines import CHARITY_LAW as ACT
from compliance.law.charity_law import LAW_2016, LAW_2024

CONTENT = Dated(
    ACT,
    Said(
        "年度工作报告写明募捐、受赠、财产使用和项目实施情况",
        "The annual report tells of campaigns, gifts, use of assets and projects",
    ),
    Version(LAW_2016, "13", True, confirmed=False),
    Version(LAW_2024, "13", True),
)
CHARITY = col("charity")
QUALIFIED = CHARITY & col("fundraising")
CAMPAIGNS = sum_horizontal(*(f"fundraising.campaign_{n}.raised" for n in range(1, 6)), ignore_nulls=True)
PROJECTS = sum_horizontal(*(f"charity.project_{n}.spending" for n in range(1, 6)), ignore_nulls=True)
GIFTS = col("charity.donations_cash.value") + col("charity.donations_kind.value")
LISTED = 5
"""As many campaigns as the form has rows for; of more, the form lists the largest."""


def _agree(
    name: str, at: str, zh: str, en: str, binds: Expr, broken: Expr, expected: Expr, against: Said
) -> Rule[Any]:
    says = Said(zh, en)
    return Rule(
        name, says, CONTENT, binds, lambda _: broken, at=at, expects=lambda _: expected, against=against
    )


RULES: tuple[Rule[Any], ...] = (
    Rule(
        "audit.missing",
        Said("年度财务报告未经审计", "The financial report was not audited"),
        AUDIT_OF_FUNDRAISERS,
        QUALIFIED,
        lambda _: ~col("basic.audited.value"),
        at="basic.audited.value",
    ),
    _agree(
        "fundraising.campaigns",
        "fundraising.raised.value",
        "本年公开募捐收入与各项募捐活动之和不一致",
        "What was raised in the year differs from the sum of the campaigns",
        QUALIFIED,
        (col("fundraising.raised.value") < CAMPAIGNS)
        | ((col("fundraising.campaigns.value") <= LISTED) & (col("fundraising.raised.value") != CAMPAIGNS)),
        CAMPAIGNS,
        Said("各项活动合计", "sum of the campaigns"),
    ),
    _agree(
        "fundraising.online",
        "fundraising.raised_online.value",
        "互联网募捐收入超过全部公开募捐收入",
        "More was raised online than in all",
        QUALIFIED,
        col("fundraising.raised_online.value") > col("fundraising.raised.value"),
        col("fundraising.raised.value"),
        Said("公开募捐收入为", "raised in all"),
    ),
    _agree(
        "fundraising.cost",
        "fundraising.cost.value",
        "公开募捐表的募捐成本与慈善活动表不一致",
        "The fundraising cost differs from that in the charity part",
        QUALIFIED,
        col("fundraising.cost.value") != col("charity.fundraising_cost.value"),
        col("charity.fundraising_cost.value"),
        Said("慈善活动表为", "in the charity part"),
    ),
    _agree(
        "fundraising.income",
        "fundraising.raised.value",
        "公开募捐收入超过业务活动表的捐赠收入",
        "More was raised in public than the statement of activities has as donations",
        QUALIFIED,
        col("fundraising.raised.value") > col("activity.donation_income.total"),
        col("activity.donation_income.total"),
        Said("捐赠收入为", "donation income"),
    ),
    _agree(
        "charity.projects",
        "charity.charitable_spending.value",
        "重大慈善项目支出之和超过慈善活动支出",
        "The major projects together cost more than all charitable spending",
        CHARITY,
        col("charity.charitable_spending.value") < PROJECTS,
        PROJECTS,
        Said("各项目合计", "sum of the projects"),
    ),
    _agree(
        "charity.donations",
        "charity.donations_cash.value",
        "接受捐赠的现金与实物之和与业务活动表的捐赠收入不一致",
        "Gifts of money and goods together differ from donation income in the statement of activities",
        CHARITY,
        col("activity.donation_income.total") != GIFTS,
        col("activity.donation_income.total") - col("charity.donations_kind.value"),
        Said("捐赠收入减去实物折价为", "donation income less gifts of goods"),
    ),
)
"""What a charity's report must tell, and what must agree in it (arts 13 and 78; before 2024-09-05, 13 and 72)."""

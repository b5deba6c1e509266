"""基金会管理条例 (2004-06-01): rules on the figures of foundations, and of the few that are no charities."""

from datetime import date

from polars import col

from compliance.facts import Kind, Said, Severity
from compliance.law import Dated, Rule, Share, Version
from compliance.law.annual_deadlines import FOUNDATION_REGULATIONS as ACT

IN_FORCE = date(2004, 6, 1)
A_FOUNDATION = col("kind") == str(Kind.FOUNDATION)
NO_CHARITY = A_FOUNDATION & ~col("charity")

ORIGINAL_FUND = Dated(
    ACT,
    Said("净资产不得低于原始基金数额", "Net assets are not below the original fund"),
    Version(IN_FORCE, "8", True, confirmed=False),
)
PUBLIC_SPENDING = Dated(
    ACT,
    Said(
        "公募基金会每年公益支出占上年总收入的下限", "Public foundations: least spending of last year's income"
    ),
    Version(IN_FORCE, "29", Share(70)),
)
PRIVATE_SPENDING = Dated(
    ACT,
    Said(
        "非公募基金会每年公益支出占上年基金余额的下限",
        "Other foundations: least spending of last year's fund",
    ),
    Version(IN_FORCE, "29", Share(8)),
)
OVERHEAD = Dated(
    ACT,
    Said(
        "工作人员工资福利和行政办公支出占当年总支出的上限", "Most pay and office cost of this year's expense"
    ),
    Version(IN_FORCE, "29", Share(10)),
)
SPENT = "charity.charitable_spending.value"

RULES = (
    Rule(
        "fund.below_original",
        Said("年末净资产低于原始基金数额", "Net assets at the year's end are below the original fund"),
        ORIGINAL_FUND,
        A_FOUNDATION,
        lambda _: col("net_assets") < col("original_fund"),
        Severity.EXPLAIN,
        at="balance.net_assets.closing",
        expects=lambda _: col("original_fund"),
    ),
    Rule(
        "spending.charitable_minimum",
        Said("公益事业支出低于规定比例", "Spending for the public good is below its least share"),
        PUBLIC_SPENDING,
        NO_CHARITY & col("fundraising"),
        lambda share: share.under(col("charitable_spending"), col("last_year_income")),
        at=SPENT,
    ),
    Rule(
        "spending.charitable_minimum",
        Said("公益事业支出低于规定比例", "Spending for the public good is below its least share"),
        PRIVATE_SPENDING,
        NO_CHARITY & ~col("fundraising"),
        lambda share: share.under(col("charitable_spending"), col("last_year_net_assets")),
        at=SPENT,
    ),
    Rule(
        "spending.management_cap",
        Said("工资福利和行政办公支出超过规定比例", "Pay and office cost are above their share"),
        OVERHEAD,
        NO_CHARITY,
        lambda share: share.over(col("management_cost"), col("total_expense")),
        at="charity.management_cost.value",
    ),
)
"""Rules on foundations' figures (arts 8 and 29)."""

"""基金会管理条例 (2004-06-01): rules on the figures of foundations, and of the few that are no charities."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from polars import Expr, col

from compliance.facts import Kind, Said, Severity
from compliance.law import Dated, Rule, Share, Version
from compliance.law.annual_deadlines import AUDIT_OF_FOUNDATIONS
from compliance.law.annual_deadlines import FOUNDATION_REGULATIONS as ACT

T = TypeVar("T")
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
BOARD_SIZE = Dated(
    ACT,
    Said("理事人数的下限和上限", "Fewest and most board members"),
    Version(IN_FORCE, "20", (5, 25), confirmed=False),
)
BOARD_MEETINGS = Dated(
    ACT,
    Said("理事会每年会议次数的下限", "Fewest board meetings a year"),
    Version(IN_FORCE, "21", 2, confirmed=False),
)
SUPERVISORS = Dated(
    ACT, Said("监事人数的下限", "Fewest supervisors"), Version(IN_FORCE, "22", 1, confirmed=False)
)
PAID_BOARD = Dated(
    ACT,
    Said("领取报酬的理事占理事总数的上限", "Most paid members of the board"),
    Version(IN_FORCE, "23", Share(1, 3), confirmed=False),
)
UNPAID_SUPERVISORS = Dated(
    ACT,
    Said("监事不得领取报酬", "Supervisors are unpaid"),
    Version(IN_FORCE, "23", True, confirmed=False),
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


def _governance(line: str, zh: str, en: str, provision: Dated[T], broken: Callable[[T], Expr]) -> Rule[T]:
    at = f"governance.{line}.value"
    return Rule(f"governance.{line}", Said(zh, en), provision, A_FOUNDATION, broken, at=at)


BOARD, PAID = col("governance.board_size.value"), col("governance.board_paid.value")

GOVERNANCE: tuple[Rule[Any], ...] = (
    _governance(
        "board_size",
        "理事人数不在法定范围之内",
        "The number of board members is outside the legal range",
        BOARD_SIZE,
        lambda bounds: (bounds[0] > BOARD) | (bounds[1] < BOARD),
    ),
    _governance(
        "board_meetings",
        "本年理事会会议次数少于法定次数",
        "Fewer board meetings in the year than the law asks for",
        BOARD_MEETINGS,
        lambda fewest: col("governance.board_meetings.value") < fewest,
    ),
    _governance(
        "supervisors",
        "没有设立监事",
        "There is no supervisor",
        SUPERVISORS,
        lambda fewest: col("governance.supervisors.value") < fewest,
    ),
    _governance(
        "board_paid",
        "领取报酬的理事超过法定比例",
        "More board members are paid than the law allows",
        PAID_BOARD,
        lambda share: share.over(PAID, BOARD),
    ),
    _governance(
        "supervisors_paid",
        "监事领取报酬",
        "Supervisors are paid",
        UNPAID_SUPERVISORS,
        lambda _: col("governance.supervisors_paid.value"),
    ),
    Rule(
        "audit.missing",
        Said("年度财务报告未经审计", "The financial report was not audited"),
        AUDIT_OF_FOUNDATIONS,
        A_FOUNDATION & ~(col("charity") & col("fundraising")),
        lambda _: ~col("basic.audited.value"),
        at="basic.audited.value",
    ),
)
"""Rules on the governance and the audit of foundations (arts 20-23, 36)."""

"""慈善组织年度支出、管理费用和募捐成本: who must spend how much, and what it may cost.

History: 民发〔2016〕189号, in force 2016-09-01, reports to 2025; replaced by 民发〔2026〕12号, in force
2026-03-23, reports from 2026 on. The percentages are the same in both. A lower bound of a band is included,
the upper is not; spending not below and cost not above its limit is enough.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from polars import Expr, col, lit

from compliance.facts import Kind, Said
from compliance.law import Act, Dated, Rule, Share, Version

ACT_2016 = Act(
    "spending_standard_2016",
    Said(
        "关于慈善组织开展慈善活动年度支出和管理费用的规定",
        "Provisions on Annual Spending and Management Cost of Charities",
    ),
    "民发〔2016〕189号",
)
ACT_2026 = Act(
    "spending_standard_2026",
    Said(
        "关于慈善组织开展慈善活动年度支出、管理费用和募捐成本的规定",
        "Provisions on Annual Spending, Management Cost and Fundraising Cost of Charities",
    ),
    "民发〔2026〕12号",
)
OLD, NEW = date(2016, 9, 1), date(2026, 3, 23)
FOUNDATION = frozenset({Kind.FOUNDATION})
OTHERS = frozenset({Kind.ASSOCIATION, Kind.SERVICE_INSTITUTION})


@dataclass(frozen=True)
class Band:
    """One line of the table. `least` and `below` bound net assets at last year's end, in fen.

    `of_income` and `of_assets` are the least spending as shares of last year's income and of those net
    assets; where both stand, both bind. `cost` is the most management cost of this year's total expense.
    """

    least: int | None
    below: int | None
    of_income: Share | None
    of_assets: Share | None
    cost: Share


def _band(least: int | None, below: int | None, assets: int, cost: int, income: int | None = None) -> Band:
    fen = [None if bound is None else bound * 100 for bound in (least, below)]
    return Band(fen[0], fen[1], Share(income) if income else None, Share(assets), Share(cost))


def _dated(zh: str, en: str, old: str, new: str, band: Band) -> Dated[Band]:
    return Dated(ACT_2026, Said(zh, en), Version(OLD, old, band, act=ACT_2016), Version(NEW, new, band))


PUBLIC_FOUNDATION = _dated(
    "具有公开募捐资格的基金会",
    "Foundations with public-fundraising qualification",
    "7(1)",
    "8(1)",
    Band(None, None, Share(70), None, Share(10)),
)
PUBLIC_OTHERS = _dated(
    "具有公开募捐资格的社会团体、社会服务机构",
    "Associations and service institutions with public-fundraising qualification",
    "7(2)",
    "8(2)",
    Band(None, None, Share(70), None, Share(13)),
)
FOUNDATION_BANDS = tuple(
    _dated(
        f"不具有公开募捐资格的基金会，上年末净资产{zh}",
        f"Foundations without the qualification, net assets {en}",
        f"8({n})",
        f"9({n})",
        band,
    )
    for n, zh, en, band in (
        (1, "不低于6000万元", "of 60 million yuan or more", _band(60_000_000, None, 6, 12)),
        (2, "800万元以上不满6000万元", "from 8 to below 60 million", _band(8_000_000, 60_000_000, 6, 13)),
        (3, "400万元以上不满800万元", "from 4 to below 8 million", _band(4_000_000, 8_000_000, 7, 15)),
        (4, "不满400万元", "below 4 million", _band(None, 4_000_000, 8, 20)),
    )
)
OTHER_BANDS = tuple(
    _dated(
        f"不具有公开募捐资格的社会团体、社会服务机构，上年末净资产{zh}",
        f"Associations and service institutions without the qualification, net assets {en}",
        f"9({n})",
        f"10({n})",
        band,
    )
    for n, zh, en, band in (
        (1, "不低于1000万元", "of 10 million yuan or more", _band(10_000_000, None, 6, 13)),
        (2, "500万元以上不满1000万元", "from 5 to below 10 million", _band(5_000_000, 10_000_000, 7, 14)),
        (3, "100万元以上不满500万元", "from 1 to below 5 million", _band(1_000_000, 5_000_000, 8, 15)),
        (4, "不满100万元", "below 1 million", _band(None, 1_000_000, 8, 20, income=50)),
    )
)
SMALL_COST = Dated(
    ACT_2026,
    Said(
        "年度管理费用低于该数额（分）的，不受比例限制",
        "Management cost below this many fen is outside the percentage limits",
    ),
    Version(OLD, "11", 20_000_000, act=ACT_2016),
    Version(NEW, "13", 20_000_000),
)
FUNDRAISING_CEILING = Dated(
    ACT_2026,
    Said(
        "募捐成本占前三年捐赠收入平均数的上限",
        "Most fundraising cost as a share of the mean donation income of the three years before",
    ),
    Version(NEW, "15", Share(3)),
)
MINIMUM = Said(
    "慈善活动年度支出未达到规定的最低标准（上年数或者前三年平均数达标即可）",
    "Charitable spending is below the least the standard asks for (last year or the mean of three years will do)",
)
CAP = Said(
    "年度管理费用超过当年总支出的规定比例", "Management cost is above its share of this year's total expense"
)


def _bound(kinds: frozenset[Kind], fundraising: bool, band: Band) -> Expr:
    whom = col("kind").is_in([str(kind) for kind in sorted(kinds)]) & col("charity")
    whom &= col("fundraising") if fundraising else ~col("fundraising")
    if band.least is not None:
        whom &= col("last_year_net_assets") >= band.least
    return whom if band.below is None else whom & (col("last_year_net_assets") < band.below)


def _short(share: Share | None, base: str, mean: str) -> Expr:
    """Below the share of the base, and of its three-year mean where that is known (art. 11 / 10)."""
    if share is None:
        return lit(False)
    spent = col("charitable_spending")
    return share.under(spent, col(base)) & share.under(spent, col(mean)).fill_null(True)


def _too_little(band: Band) -> Expr:
    by_income = _short(band.of_income, "last_year_income", "income_mean_3y")
    return by_income | _short(band.of_assets, "last_year_net_assets", "net_assets_mean_3y")


def _too_much(band: Band) -> Expr:
    small = SMALL_COST.texts[-1].value
    cost = col("management_cost")
    return (cost >= small) & band.cost.over(cost, col("total_expense"))


def _pair(kinds: frozenset[Kind], fundraising: bool, dated: Dated[Band]) -> Iterator[Rule[Band]]:
    whom = _bound(kinds, fundraising, dated.texts[0].value)
    at = "charity.charitable_spending.value"
    yield Rule("spending.charitable_minimum", MINIMUM, dated, whom, _too_little, at=at)
    yield Rule("spending.management_cap", CAP, dated, whom, _too_much, at="charity.management_cost.value")


RULES: tuple[Rule[Band], ...] = (
    *_pair(FOUNDATION, True, PUBLIC_FOUNDATION),
    *_pair(OTHERS, True, PUBLIC_OTHERS),
    *(rule for dated in FOUNDATION_BANDS for rule in _pair(FOUNDATION, False, dated)),
    *(rule for dated in OTHER_BANDS for rule in _pair(OTHERS, False, dated)),
)
"""The least spending and the most management cost, for each line of the table."""

FUNDRAISING_CAP = Rule(
    "spending.fundraising_cap",
    Said(
        "年度募捐成本超过前三年捐赠收入平均数的规定比例",
        "Fundraising cost is above its share of the mean donation income of the three years before",
    ),
    FUNDRAISING_CEILING,
    col("charity") & col("fundraising"),
    lambda share: share.over(col("fundraising_cost"), col("donation_income_mean_3y")),
    at="charity.fundraising_cost.value",
)

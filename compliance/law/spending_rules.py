"""慈善组织年度支出、管理费用和募捐成本: the rules on reports that apply the standard's table."""

from collections.abc import Iterator

from polars import Expr, col, lit

from compliance.facts import Kind, Said
from compliance.law import Dated, Excuse, Rule, Share
from compliance.law.charity_law import SPECIAL_CIRCUMSTANCES
from compliance.law.spending_standard import (
    FOUNDATION_BANDS,
    FUNDRAISING_CEILING,
    OTHER_BANDS,
    PUBLIC_FOUNDATION,
    PUBLIC_OTHERS,
    YOUNG_CHARITY,
    Band,
)

FOUNDATION = frozenset({Kind.FOUNDATION})
OTHERS = frozenset({Kind.ASSOCIATION, Kind.SERVICE_INSTITUTION})
MINIMUM = Said(
    "慈善活动年度支出未达到规定的最低标准（上年数或者前三年平均数达标即可）",
    "Charitable spending is below the least the standard asks for (last year or the mean of three years will do)",
)
CAP = Said(
    "年度管理费用超过当年总支出的规定比例", "Management cost is above its share of this year's total expense"
)
COSTLY = Excuse(
    YOUNG_CHARITY,
    "charity.cost_excused.value",
    "charity.cost_reason.value",
    "basic.charity_since.value",
)
SPECIAL = Excuse(SPECIAL_CIRCUMSTANCES, "charity.spending_excused.value", "charity.spending_reason.value")
SPENT, COST = "charity.charitable_spending.value", "charity.management_cost.value"


def _bound(kinds: frozenset[Kind], fundraising: bool) -> Expr:
    whom = col("kind").is_in([str(kind) for kind in sorted(kinds)]) & col("charity")
    return whom & (col("fundraising") if fundraising else ~col("fundraising"))


def _inside(band: Band, broken: Expr) -> Expr:
    """Broken where net assets at last year's end lie in the band."""
    if band.below is not None:
        broken = (col("last_year_net_assets") < band.below) & broken
    return broken if band.least is None else (col("last_year_net_assets") >= band.least) & broken


def _short(share: Share | None, base: str, mean: str) -> Expr:
    """Below the share of the base, and of its three-year mean where that is known (art. 11 / 10)."""
    if share is None:
        return lit(False)
    spent = col("charitable_spending")
    return share.under(spent, col(base)) & share.under(spent, col(mean)).fill_null(True)


def _too_little(band: Band) -> Expr:
    by_income = _short(band.of_income, "last_year_income", "income_mean_3y")
    by_assets = _short(band.of_assets, "last_year_net_assets", "net_assets_mean_3y")
    return _inside(band, by_income | by_assets)


def _too_much(band: Band) -> Expr:
    cost = col("management_cost")
    return _inside(band, (cost >= band.free) & band.cost.over(cost, col("total_expense")))


def _pair(kinds: frozenset[Kind], fundraising: bool, dated: Dated[Band]) -> Iterator[Rule[Band]]:
    whom = _bound(kinds, fundraising)
    yield Rule("spending.charitable_minimum", MINIMUM, dated, whom, _too_little, at=SPENT, excuse=SPECIAL)
    yield Rule("spending.management_cap", CAP, dated, whom, _too_much, at=COST, excuse=COSTLY)


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

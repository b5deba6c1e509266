"""慈善组织年度支出、管理费用和募捐成本: who must spend how much, and what it may cost.

History: 民发〔2016〕189号, in force 2016-09-01, reports to 2025; replaced by 民发〔2026〕12号, in force
2026-03-23, reports from 2026 on. The percentages are the same in both. A lower bound of a band is included,
the upper is not; spending not below and cost not above its limit is enough. For foundations that may raise
funds in public the Charity Law says the same itself, and is cited before the standard.
"""

from dataclasses import dataclass, replace
from datetime import date

from compliance.facts import Said
from compliance.law import Act, Dated, Share, Version, charity_law
from compliance.law.amount import Fen
from compliance.workday import Period, Unit

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


@dataclass(frozen=True)
class Band:
    """One line of the table. `least` and `below` bound net assets at last year's end, in fen.

    `of_income` and `of_assets` are the least spending as shares of last year's income and of those net
    assets; where both stand, both bind. `cost` is the most management cost of this year's total expense,
    unless that cost is below `free`, in fen.
    """

    least: int | None
    below: int | None
    of_income: Share | None
    of_assets: Share | None
    cost: Share
    free: int = 0


def _band(least: int | None, below: int | None, assets: int, cost: int, income: int | None = None) -> Band:
    fen = [None if bound is None else bound * 100 for bound in (least, below)]
    return Band(fen[0], fen[1], Share(income) if income else None, Share(assets), Share(cost))


SMALL_COST = Dated(
    ACT_2026,
    Said(
        "年度管理费用低于该数额的，不受比例限制",
        "Management cost below this amount is outside the percentage limits",
    ),
    Version(OLD, "11", Fen(20_000_000), act=ACT_2016),
    Version(NEW, "13", Fen(20_000_000)),
)


def _dated(zh: str, en: str, old: str, new: str, band: Band, law: Dated[Share] | None = None) -> Dated[Band]:
    """A line of the table: a version wherever its article, the small cost or the law above it changed."""
    above = law.texts if law else ()
    days = {OLD, NEW} | {text.since for text in SMALL_COST.texts} | {text.since for text in above}
    return Dated(ACT_2026, Said(zh, en), *(_version(day, old, new, band, law) for day in sorted(days)))


def _version(day: date, old: str, new: str, band: Band, law: Dated[Share] | None) -> Version[Band]:
    small, above = SMALL_COST.on(day), law.on(day) if law else None
    value = replace(band, free=small.value if small else 0)
    act, article = (ACT_2016, old) if day < NEW else (ACT_2026, new)
    return Version(day, article, value, act=act, also=above.cite if above else None)


PUBLIC_FOUNDATION = _dated(
    "具有公开募捐资格的基金会",
    "Foundations with public-fundraising qualification",
    "7(1)",
    "8(1)",
    Band(None, None, Share(70), None, Share(10)),
    charity_law.LEAST_SPENDING,
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
FUNDRAISING_CEILING = Dated(
    ACT_2026,
    Said(
        "募捐成本占前三年捐赠收入平均数的上限",
        "Most fundraising cost as a share of the mean donation income of the three years before",
    ),
    Version(NEW, "15", Share(3)),
)
YOUNG_CHARITY = Dated(
    ACT_2026,
    Said(
        "登记或者认定为慈善组织不满该期间，或者折旧摊销、资产盘亏、资产减值突增，管理费用超出比例的，"
        "及时报告并公开说明后可以认可",
        "An excess of management cost may be accepted, once reported and explained in public, of a charity younger"
        " than this, or where depreciation, losses of assets or impairment have jumped",
    ),
    Version(OLD, "12", Period(1, Unit.YEARS), act=ACT_2016),
    Version(NEW, "14", Period(1, Unit.YEARS)),
)

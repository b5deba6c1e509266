"""透明度评分表: the transparency items, this office's published table, law to us (law.md 9.4).

The statutory duties of disclosure (慈善组织信息公开办法, 慈善法) and of reporting, as far as annual reports
carry them. No official table was found: every weight is this office's own and unconfirmed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from compliance.facts import Said
from compliance.law import HOUSE, Act, Dated, Version
from compliance.law.amount import Fen
from compliance.workday import Period, Unit

ACT = Act(
    "transparency_items",
    Said("透明度评分表", "Table of transparency items"),
    HOUSE.zh,
    "house table; shape of 广州地区慈善组织透明度评价: 100 statutory marks",
)
IN_FORCE = date(2018, 1, 24)


class Aspect(StrEnum):
    """What an item looks at; a score opens into these four parts."""

    TIMELY = "timely"
    COMPLETE = "complete"
    CONSISTENT = "consistent"
    VERIFIED = "verified"


class Binds(StrEnum):
    """Whom an item binds; it is left out of the denominator of everyone else."""

    ALL = "all"
    CHARITY = "charity"
    QUALIFIED = "qualified"  # with the public-fundraising qualification
    UNQUALIFIED = "unqualified"  # charities without it
    CHARITY_PRIOR = "charity_prior"  # charities that reported on the year before
    PRIOR = "prior"  # whoever reported on the year before
    AUDITED = "audited"  # foundations, and whoever raises funds in public
    RELATED = "related"  # charities that had dealings with related parties


@dataclass(frozen=True)
class Item:
    """One item: `marks` of the hundred where everything binds, what it looks at, whom it binds."""

    aspect: Aspect
    binds: Binds
    marks: int

    @property
    def said(self) -> Said:
        """In words: 12分（及时），约束全部组织."""
        part, whom = ASPECT_NAMES[self.aspect], BINDS_NAMES[self.binds]
        zh = f"{self.marks}分（{part.zh}），适用于{whom.zh}"
        return Said(zh, f"{self.marks} marks ({part.en.lower()}), for {whom.en}")


ASPECT_NAMES: Mapping[Aspect, Said] = {
    Aspect.TIMELY: Said("及时", "Timely"),
    Aspect.COMPLETE: Said("完整", "Complete"),
    Aspect.CONSISTENT: Said("一致", "Consistent"),
    Aspect.VERIFIED: Said("经核验", "Verified"),
}


BINDS_NAMES: Mapping[Binds, Said] = {
    Binds.ALL: Said("全部", "everyone"),
    Binds.CHARITY: Said("慈善组织", "charities"),
    Binds.QUALIFIED: Said("具有公开募捐资格的", "holders of the public-fundraising qualification"),
    Binds.UNQUALIFIED: Said("不具有公开募捐资格的慈善组织", "charities without that qualification"),
    Binds.CHARITY_PRIOR: Said("报送过上年报告的慈善组织", "charities that reported on the year before"),
    Binds.PRIOR: Said("报送过上年报告的", "whoever reported on the year before"),
    Binds.AUDITED: Said("基金会和公开募捐的", "foundations and public fundraisers"),
    Binds.RELATED: Said("有关联方交易的慈善组织", "charities with related-party dealings"),
}


def _item(number: int, zh: str, en: str, aspect: Aspect, binds: Binds, marks: int) -> Dated[Item]:
    item = Item(aspect, binds, marks)
    return Dated(ACT, Said(zh, en), Version(IN_FORCE, f"附表({number})", item, confirmed=False))


ITEMS: Mapping[str, Dated[Item]] = {
    "annual_report": _item(
        1, "年度工作报告按期报送", "Annual report filed in time", Aspect.TIMELY, Binds.ALL, 12
    ),
    "publication": _item(
        2, "年度报告按期公开", "Annual report published in time", Aspect.TIMELY, Binds.CHARITY, 10
    ),
    "basic_information": _item(
        3, "公开基本信息", "Basic information published", Aspect.COMPLETE, Binds.ALL, 10
    ),
    "major_projects": _item(
        4, "公开上年度重大慈善项目", "Last year's major projects published", Aspect.COMPLETE,
        Binds.UNQUALIFIED, 8,
    ),
    "related_dealings": _item(
        5, "公开与重要关联方的交易", "Dealings with related parties published", Aspect.COMPLETE,
        Binds.RELATED, 6,
    ),
    "campaigns": _item(
        6, "公开募捐活动情况", "Campaigns accounted for in public", Aspect.COMPLETE, Binds.QUALIFIED, 9
    ),
    "projects": _item(
        7, "公开慈善项目情况", "Projects accounted for in public", Aspect.COMPLETE, Binds.QUALIFIED, 7
    ),
    "cost_standards": _item(
        8, "公开领取报酬标准和三公费用", "Pay standards and costs published", Aspect.COMPLETE,
        Binds.QUALIFIED, 6,
    ),
    "statements": _item(
        9, "会计报表相互一致", "The statements agree with one another", Aspect.CONSISTENT, Binds.ALL, 8
    ),
    "opening": _item(
        10, "年初数与上年报告一致", "Opening figures agree with last year's report", Aspect.CONSISTENT,
        Binds.PRIOR, 5,
    ),
    "audit": _item(
        11, "经审计且为无保留意见", "Audited with an unqualified opinion", Aspect.VERIFIED, Binds.AUDITED, 5
    ),
    "conclusion": _item(
        12, "年度检查结论", "Conclusion of the annual inspection", Aspect.VERIFIED, Binds.ALL, 6
    ),
    "financial_report": _item(
        13, "按期公开上年财务会计报告", "Last year's financial report published in time", Aspect.TIMELY,
        Binds.CHARITY_PRIOR, 8,
    ),
}  # fmt: skip
"""Every item by its name, in the order of the table."""

DECAY_DAYS = Dated(
    ACT,
    Said(
        "逾期多少天后该项不得分，其间按天递减",
        "Days late after which an item scores nothing; it falls day by day",
    ),
    Version(IN_FORCE, "2", 90, confirmed=False),
)
BASICALLY = Dated(
    ACT,
    Said(
        "基本合格结论、一处不一致、公开而未写日期的得分（千分之）",
        "Thousandths for a basically qualified conclusion, one disagreement, or a day left blank",
    ),
    Version(IN_FORCE, "3", 500, confirmed=False),
)
ENOUGH = Dated(
    ACT,
    Said(
        "已知项目的分值不足应评分值多少（百分之）时不评分",
        "Below this percentage of known marks no score is given",
    ),
    Version(IN_FORCE, "4", 50, confirmed=False),
)
MARKS_VARY = Dated(
    ACT,
    Said(
        "名次区间：各项目分值上下浮动的幅度（百分之）",
        "Bands of places: how far the marks of an item may vary, up or down (per cent)",
    ),
    Version(IN_FORCE, "6", 25, confirmed=False),
)
BADGE_GOOD = Dated(
    ACT,
    Said(
        "排行标识的有效期（自该期公布之日起）",
        "How long the badge of an edition is good from its publication",
    ),
    Version(IN_FORCE, "7", Period(15, Unit.MONTHS), confirmed=False),
)
CORRECTION = Dated(
    ACT,
    Said(
        "排行公布前的核对期（自预览之日起）",
        "Period for corrections between the preview of an edition and its publication",
    ),
    Version(IN_FORCE, "8", Period(10, Unit.WORKDAYS), confirmed=False),
)
SIZES: Dated[Mapping[str, int]] = Dated(
    ACT,
    Said("按年度收入划分的规模（下限）", "Size by the year's income, from"),
    Version(
        IN_FORCE,
        "5",
        {"small": Fen(0), "medium": Fen(50_000_000), "large": Fen(500_000_000)},
        confirmed=False,
    ),
)
"""Classes of a ranking are kind and size; who did not report has no size."""

"""慈善组织信息公开办法: 民政部令第61号 (2018-09-01) and 民政部令第81号 (2026-01-01), with the Charity Law.

What a charity publishes, by when, counted from which event. Calendar days and months throughout.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from compliance.facts import Said
from compliance.law import Act, Dated, Version
from compliance.law.annual_deadlines import CHARITY_LAW, DISCLOSURE_2018, DISCLOSURE_2026, MAY, YearDay
from compliance.workday import Period, Unit

ACT = DISCLOSURE_2026
ORDER_61 = date(2018, 9, 1)
LAW_2016 = date(2016, 9, 1)
LAW_2024 = date(2024, 9, 5)
ORDER_81 = date(2026, 1, 1)


class Whom(StrEnum):
    """Which charities an item binds."""

    ALL = "all"
    QUALIFIED = "qualified"  # holders of the public-fundraising qualification
    UNQUALIFIED = "unqualified"


class Item(NamedTuple):
    """An item to publish: `within` a time of its event, or by a day of the year after, or every so often."""

    whom: Whom
    within: Period | None = None
    by: YearDay | None = None
    every: Period | None = None


MONTH_DAYS = Period(30, Unit.DAYS)
THREE_MONTHS = Period(3, Unit.MONTHS)
FIVE_DAYS = Period(5, Unit.DAYS)
YEARLY = Period(1, Unit.YEARS)


def _item(
    zh: str,
    en: str,
    item: Item,
    *versions: tuple[date, str, Act | None],
    unsure: frozenset[date] = frozenset(),
) -> Dated[Item]:
    return Dated(
        ACT,
        Said(zh, en),
        *(Version(since, article, item, since not in unsure, act) for since, article, act in versions),
    )


OLD = frozenset((ORDER_61,))
LAW_79 = (LAW_2024, "79", CHARITY_LAW)
LAW_73 = (LAW_2016, "73", CHARITY_LAW)

ITEMS: Mapping[str, Dated[Item]] = {
    "basic_information": _item(
        "基本信息首次公开",
        "Basic information, first publication",
        Item(Whom.ALL, within=MONTH_DAYS),
        (ORDER_61, "", DISCLOSURE_2018),
        (ORDER_81, "", None),
        unsure=frozenset((ORDER_61, ORDER_81)),
    ),
    "basic_information_change": _item(
        "基本信息变更",
        "Change of basic information",
        Item(Whom.ALL, within=MONTH_DAYS),
        (ORDER_61, "", DISCLOSURE_2018),
        (ORDER_81, "16", None),
        unsure=OLD,
    ),
    "annual_report": _item(
        "年度工作报告和财务会计报告",
        "Annual work report and financial report",
        Item(Whom.ALL, by=MAY),
        (ORDER_61, "", DISCLOSURE_2018),
        (ORDER_81, "6", None),
        unsure=OLD,
    ),
    "related_parties": _item(
        "向登记机关报送关联方名单及关联关系说明",
        "List of related parties and its explanation, to the registrar",
        Item(Whom.ALL, by=MAY),
        (ORDER_81, "15", None),
    ),
    "campaign_running": _item(
        "期限超过六个月的公开募捐活动进展",
        "Progress of a public campaign of over six months",
        Item(Whom.QUALIFIED, every=THREE_MONTHS),
        LAW_73,
        LAW_79,
    ),
    "campaign_ended": _item(
        "公开募捐活动结束后的全面情况",
        "Full account of a public campaign after its end",
        Item(Whom.QUALIFIED, within=THREE_MONTHS),
        LAW_73,
        LAW_79,
    ),
    "partner_evaluation": _item(
        "公开募捐合作方的评估和指导监督情况",
        "Evaluation, guidance and supervision of partners of a campaign",
        Item(Whom.QUALIFIED, within=THREE_MONTHS),
        (ORDER_81, "7", None),
    ),
    "project_running": _item(
        "期限超过六个月的慈善项目进展",
        "Progress of a project of over six months",
        Item(Whom.QUALIFIED, every=THREE_MONTHS),
        LAW_73,
        LAW_79,
    ),
    "project_ended": _item(
        "慈善项目终止后的全面情况",
        "Full account of a project after its end",
        Item(Whom.QUALIFIED, within=THREE_MONTHS),
        LAW_73,
        LAW_79,
    ),
    "leftover": _item(
        "慈善项目终止后剩余财产的处理",
        "What became of assets left after a project",
        Item(Whom.ALL, within=THREE_MONTHS),
        (ORDER_81, "", None),
    ),
    "major_projects": _item(
        "上年度重大慈善项目实施情况",
        "Last year's major projects",
        Item(Whom.UNQUALIFIED, by=MAY),
        (ORDER_81, "", None),
    ),
    "emergency": _item(
        "应急处置阶段的款物接收情况",
        "Receipts of an emergency campaign in the response stage",
        Item(Whom.ALL, every=FIVE_DAYS),
        (LAW_2024, "72", CHARITY_LAW),
    ),
    "major_assets": _item(
        "重大资产变动、重大投资、重大交易及资金往来",
        "Major change of assets, investment, transaction or flow of funds",
        Item(Whom.ALL, within=MONTH_DAYS),
        (ORDER_61, "", DISCLOSURE_2018),
        (ORDER_81, "13", None),
        unsure=OLD,
    ),
    "related_dealings": _item(
        "与重要关联方的交易等行为",
        "Dealings with important related parties",
        Item(Whom.ALL, within=MONTH_DAYS),
        (ORDER_61, "", DISCLOSURE_2018),
        (ORDER_81, "14", None),
        unsure=OLD,
    ),
    "trust_settled": _item(
        "作为委托人设立慈善信托",
        "A charitable trust set up as settlor",
        Item(Whom.ALL, within=MONTH_DAYS),
        (ORDER_81, "12", None),
    ),
    "trust_kept": _item(
        "作为受托人的信托事务处理情况及财务状况",
        "Affairs and finances of a trust kept as trustee",
        Item(Whom.ALL, every=YEARLY),
        (ORDER_81, "12", None),
    ),
}
"""Every item that a charity publishes or files, by name."""

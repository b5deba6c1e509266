"""信用修复管理办法（国家发展改革委令第36号）: how long a dishonesty record is displayed, and when it is repaired."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from compliance.facts import Register, Said
from compliance.law import Act, Dated, Version
from compliance.workday import Period, Unit

ACT = Act(
    "credit_repair_measures",
    Said("信用修复管理办法", "Measures on credit repair"),
    "国家发展改革委令第36号",
    "core terms of the text, issued 2025-11-20, 30 articles",
)
IN_FORCE = date(2026, 4, 1)


class Weight(StrEnum):
    """Class of a dishonesty record: 轻微, 一般, 严重."""

    LIGHT = "light"
    GENERAL = "general"
    SERIOUS = "serious"


class Display(NamedTuple):
    """Shortest and longest public display of a record, counted from the day of its document."""

    shortest: Period
    longest: Period


class Promise(NamedTuple):
    """What must hold beside the time: breach corrected and duties fulfilled, public credit promise made."""

    corrected: bool
    promise: bool


def _months(shortest: int, longest: int) -> Display:
    return Display(Period(shortest, Unit.MONTHS), Period(longest, Unit.MONTHS))


DISPLAY: Mapping[Weight, Dated[Display]] = {
    Weight.LIGHT: Dated(
        ACT,
        Said("轻微失信信息的最短和最长公示期", "Display of light records: shortest and longest"),
        Version(IN_FORCE, "", _months(0, 3)),
    ),
    Weight.GENERAL: Dated(
        ACT,
        Said("一般失信信息的最短和最长公示期", "Display of general records: shortest and longest"),
        Version(IN_FORCE, "", _months(3, 12)),
    ),
    Weight.SERIOUS: Dated(
        ACT,
        Said("严重失信信息的最短和最长公示期", "Display of serious records: shortest and longest"),
        Version(IN_FORCE, "", _months(12, 36)),
    ),
}
CLASS_OF_LIST = Dated(
    ACT,
    Said(
        "两个名录的失信信息类别（条文未直接规定：活动异常按一般，严重违法失信按严重）",
        "Class of an entry on either list (not stated in the text: anomaly as general, serious as serious)",
    ),
    Version(
        IN_FORCE,
        "",
        {Register.ANOMALY: Weight.GENERAL, Register.SERIOUS: Weight.SERIOUS},
        confirmed=False,
    ),
)
CLASS_OF_PENALTY = Dated(
    ACT,
    Said(
        "行政处罚的失信信息类别（条文按轻重划分；本表为本系统的归类）",
        "Class of a penalty (the text divides by gravity; this table is this system's reading)",
    ),
    Version(
        IN_FORCE,
        "",
        {
            "warning": Weight.LIGHT,
            "public_criticism": Weight.LIGHT,
            "fine": Weight.GENERAL,
            "confiscation": Weight.GENERAL,
            "suspension": Weight.SERIOUS,
            "change_annulled": Weight.SERIOUS,
        },
        confirmed=False,
    ),
)
CONDITIONS = Dated(
    ACT,
    Said(
        "修复条件：最短公示期届满、已纠正并履行义务、公开作出信用承诺、符合其他规定",
        "Repair: shortest display over, breach corrected and duties done, public promise made, other rules met",
    ),
    Version(IN_FORCE, "", Promise(corrected=True, promise=True)),
)
REPAIR_EFFECT = Dated(
    ACT,
    Said(
        "修复后终止公示、停止共享使用、解除措施、重新评价",
        "Repair ends display, sharing, use and measures, and the evaluation is computed anew",
    ),
    Version(IN_FORCE, "3", True),
)
REPAIR_ACCEPTANCE = Dated(
    ACT,
    Said("修复申请的受理审查期限", "Time to accept an application for repair"),
    Version(IN_FORCE, "", Period(3, Unit.WORKDAYS), confirmed=False),
)
REPAIR_DECISION = Dated(
    ACT,
    Said("修复申请的决定期限", "Time to decide on an application for repair"),
    Version(IN_FORCE, "", Period(10, Unit.WORKDAYS), confirmed=False),
)

"""This office's own published tables, law to us: credit points, grades, sampling by grade.

Shaped on the six dimensions of 北京市社会组织信用监管办法（试行） (京民社发〔2023〕257号) and the classes of
Shandong; no official table of points was found, so every number is this office's own and unconfirmed.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction

from compliance.facts import Grade, Register, Said
from compliance.law import HOUSE, Act, Dated, Share, Version
from compliance.law.amount import Fen
from compliance.workday import Period, Unit

ACT = Act(
    "house_rules",
    Said("信用积分表", "Credit points table"),
    HOUSE.zh,
    "house table on Beijing's six dimensions",
)
IN_FORCE = date(2018, 1, 24)


class Dimension(StrEnum):
    """The six dimensions of Beijing's measures."""

    PARTY = "party"
    INTEGRITY = "integrity"
    GOVERNANCE = "governance"
    OPERATION = "operation"
    ASSESSMENT = "assessment"
    SOCIETY = "society"


DIMENSION_NAMES: Mapping[Dimension, Said] = {
    Dimension.PARTY: Said("党组织建设", "Party building"),
    Dimension.INTEGRITY: Said("诚信建设", "Integrity"),
    Dimension.GOVERNANCE: Said("内部治理", "Internal governance"),
    Dimension.OPERATION: Said("规范运营", "Proper operation"),
    Dimension.ASSESSMENT: Said("评估等级", "Assessment grade"),
    Dimension.SOCIETY: Said("社会评价", "Social evaluation"),
}

START = Dated(ACT, Said("起始积分", "Points at the start"), Version(IN_FORCE, "1", 100, confirmed=False))
FLOOR = Dated(ACT, Said("积分下限", "Fewest points"), Version(IN_FORCE, "1", 0, confirmed=False))
BANDS: Dated[Mapping[Grade, int]] = Dated(
    ACT,
    Said("各等级的最低积分（含本数）", "Fewest points of each grade, included"),
    Version(IN_FORCE, "2", {Grade.A: 90, Grade.B: 75, Grade.C: 60, Grade.D: 0}, confirmed=False),
)
CAPS: Dated[Mapping[Register, Grade]] = Dated(
    ACT,
    Said("列入名录期间的最高等级", "Best grade while on a list"),
    Version(IN_FORCE, "3", {Register.ANOMALY: Grade.C, Register.SERIOUS: Grade.D}, confirmed=False),
)
SAMPLING_FACTOR: Dated[Mapping[Grade, Fraction | None]] = Dated(
    ACT,
    Said(
        "各等级的抽查系数（不低于法定比例；D级全部检查）",
        "Sampling factor by grade, never below the legal share (None: all are checked)",
    ),
    Version(
        IN_FORCE,
        "4",
        {Grade.A: Fraction(1), Grade.B: Fraction(1), Grade.C: Fraction(2), Grade.D: None},
        confirmed=False,
    ),
)
FIXED_DATES_MOVE = Dated(
    ACT,
    Said(
        "法定的固定日期（如5月31日）逢休息日是否顺延至下一工作日",
        "Whether a fixed date of the law (31 May) that is a day of rest moves to the next working day",
    ),
    Version(date(1998, 1, 1), "5", False, confirmed=False),
)
RISK_LEVELS: Dated[tuple[Said, ...]] = Dated(
    ACT,
    Said("风险等级", "Risk levels"),
    Version(
        IN_FORCE,
        "6",
        (
            Said("很低", "very low"),
            Said("较低", "low"),
            Said("中等", "medium"),
            Said("较高", "high"),
            Said("很高", "very high"),
        ),
        confirmed=False,
    ),
)
TRANSPARENCY_MARKS: Dated[Mapping[str, int]] = Dated(
    ACT,
    Said(
        "透明度评分：法定项目与加分项目的满分", "Transparency score: full marks of statutory and bonus items"
    ),
    Version(IN_FORCE, "7", {"statutory": 100, "bonus": 50}, confirmed=False),
)
TRANSPARENCY_CUTS: Dated[tuple[Fraction, Fraction]] = Dated(
    ACT,
    Said(
        "透明度等级：前三分之一为A，其次三分之一为B，其余为C",
        "Transparency class: best third A, next third B, rest C",
    ),
    Version(IN_FORCE, "7", (Fraction(1, 3), Fraction(2, 3)), confirmed=False),
)
INTERVIEW_NOTICE = Dated(
    ACT,
    Said("约谈通知提前的工作日数", "Notice before an interview"),
    Version(IN_FORCE, "8", Period(3, Unit.WORKDAYS), confirmed=False),
)
REVIEW = Act(
    "house_review",
    Said("年度报告审核要点", "Points of review of annual reports"),
    HOUSE.zh,
)
UNUSUAL_MOVEMENT = Dated(
    REVIEW,
    Said(
        "收入、支出或者资产较上年变动超过该比例的，须说明",
        "A change of income, expense or assets by more than this share of last year's is to be explained",
    ),
    Version(IN_FORCE, "1", Share(50), confirmed=False),
)
LARGE_CAMPAIGNS = Dated(
    REVIEW,
    Said(
        "公开募捐收入达到该数额而募捐成本为零的，提请留意",
        "Raised in public at no cost at all: worth a look from this amount on",
    ),
    Version(IN_FORCE, "2", Fen(100_000_000), confirmed=False),
)

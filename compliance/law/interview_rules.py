"""社会组织登记管理机关行政执法约谈工作规定（试行）（民发〔2016〕39号）, and the orders to rectify that follow."""

from datetime import date

from compliance.facts import Said
from compliance.law import HOUSE, Act, Dated, Version
from compliance.workday import Period, Unit

ACT = Act(
    "interview_rules",
    Said(
        "社会组织登记管理机关行政执法约谈工作规定（试行）",
        "Trial rules on administrative interviews by registrars of social organizations",
    ),
    "民发〔2016〕39号",
    "head of the text; the count of days is practice",
)
IN_FORCE = date(2016, 3, 16)
INTERVIEW = Dated(
    ACT,
    Said(
        "约谈负责人，指出问题，提出改正建议；约谈不代替处罚",
        "The heads are told what is wrong and how to mend it; an interview replaces no penalty",
    ),
    Version(IN_FORCE, "", True),
)
INTERVIEW_NOTICE = Dated(
    ACT,
    Said("约谈通知提前的期限", "Notice before an interview"),
    Version(IN_FORCE, "", Period(3, Unit.WORKDAYS), confirmed=False),
)
CANNOT_COME = Dated(
    ACT,
    Said("负责人不能按时接受约谈的，应当书面告知", "A head who cannot come says so in writing"),
    Version(IN_FORCE, "4", True),
)
TABLE = Act(
    "case_table",
    Said("办案步骤和期限表", "Table of steps and time limits"),
    HOUSE.zh,
    "house table where no text was found",
)
TABLE_IN_FORCE = date(2018, 1, 24)
ORDER = Dated(
    TABLE,
    Said(
        "责令改正须写明事实、依据、要求和期限，由提出人以外的人员决定",
        "An order says facts, basis, what to do and until when, and another officer decides on it",
    ),
    Version(TABLE_IN_FORCE, "", True, confirmed=False),
)
RECTIFY_DAYS = Dated(
    TABLE,
    Said("责令整改的通常期限", "Usual time given by an order to rectify"),
    Version(TABLE_IN_FORCE, "", Period(30, Unit.DAYS), confirmed=False),
)
VERIFY_RECTIFIED = Dated(
    TABLE,
    Said("收到整改报告后的核查期限", "Time to verify that an order was obeyed"),
    Version(TABLE_IN_FORCE, "", Period(10, Unit.WORKDAYS), confirmed=False),
)
DISPUTE_TIME = Dated(
    TABLE,
    Said("对年度检查结论提出异议的期限", "Time to object to the conclusion of an annual inspection"),
    Version(TABLE_IN_FORCE, "", Period(15, Unit.WORKDAYS), confirmed=False),
)
DISPUTE_CHECK = Dated(
    TABLE,
    Said("对年度检查结论异议的复核期限", "Time to review a conclusion objected to"),
    Version(TABLE_IN_FORCE, "", Period(20, Unit.WORKDAYS), confirmed=False),
)
REMINDERS: Dated[tuple[int, ...]] = Dated(
    TABLE,
    Said(
        "期限届满前提醒的天数（-1为届满次日）",
        "Days ahead of a deadline on which its organization is reminded (-1: the day after)",
    ),
    Version(TABLE_IN_FORCE, "", (30, 14, 7, 1, -1), confirmed=False),
)

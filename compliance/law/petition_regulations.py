"""信访工作条例（中共中央、国务院，2022年）: within which time a complaint is taken up and answered, and whom it may not reach."""

from datetime import date

from compliance.facts import Said
from compliance.law import Act, Dated, Version
from compliance.workday import Period, Unit

ACT = Act(
    "petition_regulations",
    Said("信访工作条例", "Regulations on petitions and complaints"),
    "2022-02-25",
    "time limits as known; the numbers of the articles were not seen in a text",
)
IN_FORCE = date(2022, 5, 1)
TAKE_UP = Dated(
    ACT,
    Said(
        "收到投诉举报后书面告知是否受理的期限",
        "Time to tell the complainant whether the complaint is taken up",
    ),
    Version(IN_FORCE, "23", Period(15, Unit.DAYS), confirmed=False),
)
ANSWER = Dated(
    ACT,
    Said("自受理之日起办结的期限", "Time to answer a complaint from the day it was taken up"),
    Version(IN_FORCE, "34", Period(60, Unit.DAYS), confirmed=False),
)
ANSWER_EXTENSION = Dated(
    ACT,
    Said("情况复杂的，可以延长办理的期限（一次）", "Longest extension of that time in complex cases, once"),
    Version(IN_FORCE, "34", Period(30, Unit.DAYS), confirmed=False),
)
SEALED = Dated(
    ACT,
    Said(
        "不得将举报材料及有关情况透露或者转给被举报人",
        "What a complainant says is neither shown nor passed to whom it is about",
    ),
    Version(IN_FORCE, "30", True, confirmed=False),
)

"""行政处罚法 (2021), 民政部令第68号, 行政复议法 (2024), 行政诉讼法: the day counts of penalties and appeals.

In the penalty law periods of 2, 3, 5 and 7 days are working days (art. 85); in the reconsideration law
periods of 3, 5, 7 and 10 days are (art. 88). Other counts are calendar days.
"""

from datetime import date

from compliance.facts import Said
from compliance.law import Act, Dated, Share, Version
from compliance.law.amount import Fen
from compliance.workday import Period, Unit

PENALTY = Act("penalty_law", Said("中华人民共和国行政处罚法", "Administrative penalty law"), "", "2021 text")
PROCEDURE = Act(
    "penalty_procedure",
    Said("社会组织登记管理机关行政处罚程序规定", "Penalty procedure of registrars of social organizations"),
    "民政部令第68号",
    "art. 31",
)
RECONSIDERATION = Act(
    "reconsideration_law",
    Said("中华人民共和国行政复议法", "Administrative reconsideration law"),
    "",
    "2023 text",
)
LITIGATION = Act(
    "litigation_law", Said("中华人民共和国行政诉讼法", "Administrative litigation law"), "", "2017 text"
)
PENALTY_IN_FORCE = date(2021, 7, 15)
PROCEDURE_IN_FORCE = date(2021, 10, 15)
RECONSIDERATION_IN_FORCE = date(2024, 1, 1)
LITIGATION_IN_FORCE = date(2015, 5, 1)
WORK, DAYS, MONTHS, YEARS = Unit.WORKDAYS, Unit.DAYS, Unit.MONTHS, Unit.YEARS


def _of(act: Act, since: date, article: str, count: int, unit: Unit, zh: str, en: str) -> Dated[Period]:
    return Dated(act, Said(zh, en), Version(since, article, Period(count, unit)))


def _penalty(article: str, count: int, unit: Unit, zh: str, en: str) -> Dated[Period]:
    return _of(PENALTY, PENALTY_IN_FORCE, article, count, unit, zh, en)


LIMITATION = _penalty(
    "36", 2, YEARS, "处罚时效", "Limitation from the act, or from the end of a continuing one"
)
LONG_LIMITATION = _penalty(
    "36",
    5,
    YEARS,
    "涉及生命健康、金融安全且有危害后果的处罚时效",
    "Limitation where life or health is harmed",
)
TAKE_DOWN = _penalty(
    "48",
    3,
    WORK,
    "处罚决定被变更、撤销等后撤回公开信息的期限",
    "Take down a penalty that was changed or quashed",
)
HEARING_REQUEST = _penalty("64", 5, WORK, "要求听证的期限", "Ask for a hearing after the notice")
HEARING_NOTICE = _penalty("64", 7, WORK, "听证通知提前的期限", "Notice before a hearing")
SERVICE = _penalty("61", 7, WORK, "处罚决定书送达的期限", "Serve the decision")
PAYMENT = _penalty("67", 15, DAYS, "缴纳罚款的期限", "Pay a fine after receiving the decision")
DECISION = _of(
    PROCEDURE,
    PROCEDURE_IN_FORCE,
    "31",
    90,
    DAYS,
    "立案后作出处罚决定的期限",
    "Decide after the case is filed",
)
DECISION_EXTENSION = _of(
    PROCEDURE, PROCEDURE_IN_FORCE, "31", 30, DAYS, "经负责人批准的延长期限", "Extension approved by the head"
)
OFFICERS = Dated(PENALTY, Said("执法人员最少人数", "Fewest officers"), Version(PENALTY_IN_FORCE, "42", 2))
SPOT_FINE = Dated(
    PENALTY,
    Said("对组织当场处罚的最高罚款", "Highest on-the-spot fine for an organization"),
    Version(PENALTY_IN_FORCE, "51", Fen(300_000)),
)
LATE_FEE = Dated(
    PENALTY,
    Said(
        "逾期不缴罚款每日加处的比例，总额不超过罚款",
        "Surcharge for each day of late payment, at most the fine",
    ),
    Version(PENALTY_IN_FORCE, "72", Share(3)),
)
STATEMENT = Dated(
    PENALTY,
    Said(
        "处罚前陈述申辩的期限（条文未规定日数，按地方做法）",
        "Statement before a penalty (no count in the text)",
    ),
    Version(PENALTY_IN_FORCE, "44", Period(5, WORK), confirmed=False),
)
RECONSIDER = _of(
    RECONSIDERATION, RECONSIDERATION_IN_FORCE, "20", 60, DAYS, "申请行政复议的期限", "Ask for reconsideration"
)
RECONSIDER_UNTOLD = _of(
    RECONSIDERATION,
    RECONSIDERATION_IN_FORCE,
    "20",
    1,
    YEARS,
    "未告知复议权利时的最长期限",
    "Longest time where the right was not told",
)
RECONSIDER_STOP = _of(
    RECONSIDERATION,
    RECONSIDERATION_IN_FORCE,
    "21",
    5,
    YEARS,
    "复议的最长期限",
    "Hard stop for reconsideration",
)
RECONSIDER_DECISION = _of(
    RECONSIDERATION,
    RECONSIDERATION_IN_FORCE,
    "62",
    60,
    DAYS,
    "作出复议决定的期限",
    "Decide on reconsideration",
)
RECONSIDER_SIMPLE = _of(
    RECONSIDERATION,
    RECONSIDERATION_IN_FORCE,
    "62",
    30,
    DAYS,
    "简易程序复议决定的期限",
    "The same, simplified",
)
SUE = _of(LITIGATION, LITIGATION_IN_FORCE, "46", 6, MONTHS, "提起行政诉讼的期限", "Go to court")
SUE_AFTER_RECONSIDERATION = _of(
    LITIGATION,
    LITIGATION_IN_FORCE,
    "45",
    15,
    DAYS,
    "收到复议决定后起诉的期限",
    "Go to court after reconsideration",
)
SUE_STOP = _of(
    LITIGATION, LITIGATION_IN_FORCE, "46", 5, YEARS, "起诉的最长期限", "Hard stop for going to court"
)

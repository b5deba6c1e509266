"""社会组织信用信息管理办法（民政部令第60号）: its amounts, intervals and time limits."""

from compliance.facts import Said
from compliance.law import Dated, Version
from compliance.law.amount import Fen
from compliance.law.credit_measures import ACT, IN_FORCE, Interval
from compliance.workday import Period, Unit


def _period(article: str, zh: str, en: str, count: int, unit: Unit, sure: bool = True) -> Dated[Period]:
    return Dated(ACT, Said(zh, en), Version(IN_FORCE, article, Period(count, unit), sure))


ENTER_INFORMATION = _period(
    "10",
    "信用信息形成或者获取后的录入期限",
    "Time to enter credit information after it arises or is obtained",
    5,
    Unit.WORKDAYS,
)
SERIOUS_FINE = Dated(
    ACT,
    Said(
        "列入严重违法失信名单的罚款数额（含本数）",
        "Fine that leads to the serious list; below it, to the anomaly list",
    ),
    Version(IN_FORCE, "15(4)", Fen(5_000_000)),
)
PENALTY_COUNT = Dated(
    ACT,
    Said("期间内警告或者不满5万元罚款的次数", "Warnings or smaller fines within the window"),
    Version(IN_FORCE, "15(5)", 2),
)
PENALTY_WINDOW = _period(
    "15(5)", "累计警告或者罚款的期间", "Window in which warnings and smaller fines add up", 3, Unit.YEARS
)
LETTER_INTERVAL = Dated(
    ACT,
    Said("两次邮寄专用信函的间隔日数（含本数）", "Days between two special letters, both limits included"),
    Version(IN_FORCE, "11", Interval(15, 30), confirmed=False),
)
PARTY_GRACE = _period(
    "11(2)",
    "应建未建党组织的宽限期（条文未规定，按0日执行）",
    "Grace before a missing party organization is a ground (the text states none; taken as 0 days)",
    0,
    Unit.DAYS,
    sure=False,
)
EXEMPTION = Dated(
    ACT,
    Said(
        "业务主管单位或者其他有关部门书面证明不负直接责任的，可以不列入活动异常名录",
        "May be left off the anomaly list where a department certifies that it is not directly responsible",
    ),
    Version(IN_FORCE, "12", True),
)
RESTART_ANOMALY = Dated(
    ACT,
    Said(
        "列入活动异常名录期间再次出现应列情形的，列入时限重新计算", "A new ground restarts the anomaly clock"
    ),
    Version(IN_FORCE, "13", True),
)
REMOVAL_DECISION = _period(
    "14",
    "履行义务或者完成整改经查实后移出活动异常名录的期限",
    "Time to remove from the anomaly list once the duty is verified as done",
    5,
    Unit.WORKDAYS,
)
NO_DUTY_STAY = _period(
    "14",
    "无应履行义务的，列入活动异常名录满此期间后移出",
    "Stay on the anomaly list where there is no duty to do",
    6,
    Unit.MONTHS,
)
ANOMALY_TO_SERIOUS = _period(
    "15(1)",
    "列入活动异常名录满此期间转入严重违法失信名单",
    "Stay on the anomaly list that leads to the serious list",
    2,
    Unit.YEARS,
)
RESTART_SERIOUS = Dated(
    ACT,
    Said(
        "列入严重违法失信名单期间再次出现应列情形的，列入时限重新计算",
        "A new ground restarts the clock of the serious list",
    ),
    Version(IN_FORCE, "16", True),
)
SERIOUS_STAY = _period(
    "17",
    "严重违法失信名单的列入期间，期间内未再出现应列情形方可移出",
    "Stay on the serious list, without any new ground of either list",
    2,
    Unit.YEARS,
)
STATEMENT = _period(
    "18",
    "收到拟列入告知书后的陈述申辩期限",
    "Time for statement and defence after the notice of an intended listing is received",
    15,
    Unit.WORKDAYS,
    sure=False,
)
PUBLIC_SERVICE = _period(
    "18", "邮寄送达不成时公告送达的期限", "Service by publication when post fails", 60, Unit.DAYS, sure=False
)
DEFENCE_CHECK = _period(
    "18", "登记管理机关核实申辩意见的期限", "Time to check a defence", 10, Unit.WORKDAYS, sure=False
)
OBJECTION_CHECK = _period(
    "19",
    "对异议的核查期限",
    "Time to check an objection to published information",
    20,
    Unit.WORKDAYS,
    sure=False,
)

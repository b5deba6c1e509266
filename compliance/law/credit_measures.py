"""社会组织信用信息管理办法（民政部令第60号）: the two lists, their grounds, restart, removal and time limits.

In force since 2018-01-24, no later version known. Items were checked against the consultation draft of
2017-11-08 and summaries of the final text; what could not be confirmed in the final text is marked.
"""

from datetime import date
from typing import NamedTuple

from compliance.facts import Register, Said
from compliance.law import Act, Dated, Version

ACT = Act(
    "credit_measures",
    Said("社会组织信用信息管理办法", "Measures on the credit information of social organizations"),
    "民政部令第60号",
    "consultation draft 2017-11-08 (arts 11-16) and summaries of the final text",
)
IN_FORCE = date(2018, 1, 24)


class Ground(NamedTuple):
    """A ground of a list: its name in contract 4, the list, and whether a duty can still be done to end it."""

    name: str
    list: Register
    duty: bool


class Interval(NamedTuple):
    """Fewest and most days between two letters, both included."""

    fewest: int
    most: int


def _ground(name: str, article: str, zh: str, en: str, *, duty: bool = True) -> Dated[Ground]:
    ground = Ground(name, Register(name.partition(".")[0]), duty)
    return Dated(ACT, Said(zh, en), Version(IN_FORCE, article, ground))


REPORT_MISSED = _ground(
    "anomaly.report_missed",
    "11(1)",
    "未按照规定时限和要求报送年度工作报告",
    "The annual work report was not filed in time and as required",
)
PARTY_ORGANIZATION = _ground(
    "anomaly.party_organization",
    "11(2)",
    "未按照有关规定设立党组织",
    "No party organization was set up although the rules require one",
)
RECTIFICATION_OVERDUE = _ground(
    "anomaly.rectification_overdue",
    "11(3)",
    "责令限期整改后未按期完成整改",
    "Ordered to rectify by a day and did not complete it in time",
)
FUNDRAISING_CONDITION = _ground(
    "anomaly.fundraising_condition",
    "11(4)",
    "具有公开募捐资格的慈善组织不再符合公开募捐资格条件",
    "Holds the public-fundraising qualification and no longer meets its conditions",
)
WARNED_OR_FINED = _ground(
    "anomaly.warned_or_fined",
    "11(5)",
    "受到警告或者不满5万元罚款处罚",
    "Warned, or fined less than 50,000 yuan",
    duty=False,
)
UNREACHABLE = _ground(
    "anomaly.unreachable",
    "11(6)",
    "通过登记的住所无法取得联系",
    "Cannot be reached at the registered domicile",
)
TWO_YEARS_ON_ANOMALY = _ground(
    "serious.two_years_on_anomaly",
    "15(1)",
    "被列入活动异常名录满2年",
    "Two full years on the activity-anomaly list",
)
CHANGE_ANNULLED = _ground(
    "serious.change_annulled",
    "15(2)",
    "弄虚作假办理变更登记，被撤销变更登记",
    "A registration change obtained by fraud was annulled",
    duty=False,
)
SUSPENDED = _ground(
    "serious.suspended",
    "15(3)",
    "受到限期停止活动行政处罚",
    "Penalized with suspension of activities for a time",
    duty=False,
)
FINED_50000 = _ground(
    "serious.fined_50000",
    "15(4)",
    "受到5万元以上罚款处罚",
    "Fined 50,000 yuan or more",
    duty=False,
)
TWO_PENALTIES = _ground(
    "serious.two_penalties_in_three_years",
    "15(5)",
    "三年内两次以上受到警告或者不满5万元罚款处罚",
    "Warned or fined less than 50,000 yuan twice or more within three years",
    duty=False,
)
ENFORCEMENT_DEBTOR = _ground(
    "serious.enforcement_debtor",
    "15(6)",
    "被司法机关纳入“失信被执行人”名单",
    "Named by a court as a dishonest judgment debtor",
)
REVOKED = _ground(
    "serious.revoked",
    "15(7)",
    "被吊销登记证书或者撤销设立登记",
    "Registration certificate revoked or establishment registration annulled",
)

GROUNDS: dict[str, Dated[Ground]] = {
    dated.texts[0].value.name: dated
    for dated in (
        REPORT_MISSED,
        PARTY_ORGANIZATION,
        RECTIFICATION_OVERDUE,
        FUNDRAISING_CONDITION,
        WARNED_OR_FINED,
        UNREACHABLE,
        TWO_YEARS_ON_ANOMALY,
        CHANGE_ANNULLED,
        SUSPENDED,
        FINED_50000,
        TWO_PENALTIES,
        ENFORCEMENT_DEBTOR,
        REVOKED,
    )
}
"""Every ground of both lists by its name in contract 4, in the order of the articles."""

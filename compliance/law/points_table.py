"""信用积分表: what each entry in a record is worth, for how long, and in which of the six dimensions.

Published by this office (see house_rules); every number is its own and unconfirmed. Since 2026-04-01 a
line lapses no later than the national display limit of its class (信用修复管理办法): warnings and public
criticism after three months, general penalties after one year, serious ones after three years.
"""

from datetime import date
from typing import NamedTuple

from compliance.facts import Said
from compliance.law import Dated, Version
from compliance.law.house_rules import ACT, IN_FORCE, Dimension
from compliance.workday import Period, Unit

REPAIR_LIMITS = date(2026, 4, 1)


class Points(NamedTuple):
    """What one entry is worth. `lapse` None: it counts as long as what it says lasts.

    `grounds` are the grounds of the lists it may lead to: repairing one of them takes the line out.
    """

    change: int
    dimension: Dimension
    lapse: Period | None
    grounds: tuple[str, ...] = ()


YEAR = Period(1, Unit.YEARS)
THREE_YEARS = Period(3, Unit.YEARS)
THREE_MONTHS = Period(3, Unit.MONTHS)
MINOR = ("anomaly.warned_or_fined", "serious.two_penalties_in_three_years")
PARTY, TRUST, GOVERN = Dimension.PARTY, Dimension.INTEGRITY, Dimension.GOVERNANCE
OPERATE, ASSESS, SOCIETY = Dimension.OPERATION, Dimension.ASSESSMENT, Dimension.SOCIETY

_ROWS: tuple[tuple[str, Points, str, str], ...] = (
    ("party_organization_formed", Points(2, PARTY, YEAR), "建立党组织", "Formed its party organization"),
    (
        "party_organization_missing",
        Points(-10, PARTY, None, ("anomaly.party_organization",)),
        "应建未建党组织",
        "Party organization required and not formed",
    ),
    ("commitment_signed", Points(2, TRUST, YEAR), "签署信用承诺", "Signed a credit commitment"),
    (
        "report_missing",
        Points(-15, TRUST, None, ("anomaly.report_missed",)),
        "未按期报送年度工作报告（每一年度）",
        "Annual report not filed in time, each year while it is missing",
    ),
    (
        "report_late",
        Points(-3, TRUST, YEAR, ("anomaly.report_missed",)),
        "逾期报送年度工作报告",
        "Annual report filed late",
    ),
    (
        "report_unpublished",
        Points(-8, TRUST, None),
        "未按期公开年度报告（每一年度）",
        "Annual report not published, each year",
    ),
    ("report_published_late", Points(-2, TRUST, YEAR), "逾期公开年度报告", "Annual report published late"),
    ("listed_anomaly", Points(-5, TRUST, None), "列入活动异常名录期间", "While on the activity-anomaly list"),
    (
        "listed_serious",
        Points(-30, TRUST, None),
        "列入严重违法失信名单期间",
        "While on the serious-dishonesty list",
    ),
    (
        "enforcement_debtor",
        Points(-30, TRUST, None, ("serious.enforcement_debtor",)),
        "被纳入失信被执行人名单期间",
        "While named by a court as a dishonest judgment debtor",
    ),
    (
        "change_annulled",
        Points(-30, TRUST, THREE_YEARS, ("serious.change_annulled",)),
        "弄虚作假办理变更登记被撤销",
        "Registration change obtained by fraud and annulled",
    ),
    ("rectification_ordered", Points(-2, GOVERN, YEAR), "被责令限期整改", "Ordered to rectify by a day"),
    ("rectification_completed", Points(1, GOVERN, YEAR), "按要求完成整改", "Completed a rectification"),
    (
        "rectification_overdue",
        Points(-10, GOVERN, None, ("anomaly.rectification_overdue",)),
        "逾期未完成整改期间",
        "While a rectification is overdue",
    ),
    (
        "conclusion_basically_qualified",
        Points(-5, OPERATE, YEAR),
        "年度检查结论为基本合格",
        "Annual inspection: basically qualified",
    ),
    (
        "conclusion_unqualified",
        Points(-20, OPERATE, YEAR),
        "年度检查结论为不合格",
        "Annual inspection: unqualified",
    ),
    ("warning", Points(-12, OPERATE, YEAR, MINOR), "受到警告处罚", "Warned by penalty decision"),
    (
        "public_criticism",
        Points(-10, OPERATE, YEAR),
        "受到通报批评处罚",
        "Publicly criticized by penalty decision",
    ),
    ("fine", Points(-15, OPERATE, YEAR, MINOR), "受到不满5万元罚款处罚", "Fined less than 50,000 yuan"),
    (
        "fine_50000",
        Points(-35, OPERATE, THREE_YEARS, ("serious.fined_50000",)),
        "受到5万元以上罚款处罚",
        "Fined 50,000 yuan or more",
    ),
    (
        "confiscation",
        Points(-15, OPERATE, YEAR),
        "被没收违法所得或者非法财物",
        "Illegal gains or property confiscated",
    ),
    (
        "suspension",
        Points(-40, OPERATE, THREE_YEARS, ("serious.suspended",)),
        "受到限期停止活动处罚",
        "Suspended from activities for a time",
    ),
    (
        "certificate_revoked",
        Points(-60, OPERATE, THREE_YEARS, ("serious.revoked",)),
        "被吊销登记证书",
        "Registration certificate revoked",
    ),
    (
        "establishment_annulled",
        Points(-60, OPERATE, THREE_YEARS, ("serious.revoked",)),
        "被撤销设立登记",
        "Establishment registration annulled",
    ),
    (
        "fundraising_condition_lost",
        Points(-10, OPERATE, None, ("anomaly.fundraising_condition",)),
        "不再符合公开募捐资格条件期间",
        "While a condition of the fundraising qualification is lost",
    ),
    (
        "unreachable",
        Points(-10, OPERATE, None, ("anomaly.unreachable",)),
        "通过登记住所无法联系期间",
        "While unreachable at the registered domicile",
    ),
    ("interviewed", Points(-2, OPERATE, YEAR), "被行政约谈", "Called in for an administrative interview"),
    ("assessed_5A", Points(10, ASSESS, None), "评估等级5A（有效期内）", "Assessed 5A, while valid"),
    ("assessed_4A", Points(8, ASSESS, None), "评估等级4A（有效期内）", "Assessed 4A, while valid"),
    ("assessed_3A", Points(5, ASSESS, None), "评估等级3A（有效期内）", "Assessed 3A, while valid"),
    ("assessed_2A", Points(2, ASSESS, None), "评估等级2A（有效期内）", "Assessed 2A, while valid"),
    ("assessed_1A", Points(1, ASSESS, None), "评估等级1A（有效期内）", "Assessed 1A, while valid"),
    ("award", Points(3, SOCIETY, YEAR), "获得政府部门表彰奖励", "Commended by a government department"),
    (
        "complaint_upheld",
        Points(-4, SOCIETY, YEAR),
        "投诉举报经查属实",
        "A complaint against it was found true",
    ),
)
_SHORTER = {"warning": THREE_MONTHS, "public_criticism": THREE_MONTHS}


def _line(place: int, name: str, points: Points, label: Said) -> Dated[Points]:
    article = f"附表({place})"
    versions = [Version(IN_FORCE, article, points, confirmed=False)]
    if name in _SHORTER:
        shorter = points._replace(lapse=_SHORTER[name])
        versions.append(Version(REPAIR_LIMITS, article, shorter, confirmed=False))
    return Dated(ACT, label, *versions)


POINTS: dict[str, Dated[Points]] = {
    name: _line(place, name, points, Said(zh, en))
    for place, (name, points, zh, en) in enumerate(_ROWS, start=1)
}
"""Every line of the table by its name; the label is its meaning in both languages."""

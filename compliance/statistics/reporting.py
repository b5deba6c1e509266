"""Figures of the register and of annual inspection: who is there, who took part, what was concluded."""

from compliance.facts import CONCLUSION_NAMES, Conclusion, Said
from compliance.law.annual_deadlines import CHARITY_REPORT_DUE, REPORT_DUE
from compliance.law.credit_measures import REPORT_MISSED
from compliance.law.inspection_measures import CONCLUDING, NEW_EXEMPT_AFTER
from compliance.statistics.figure import ORGANIZATIONS, REPORTS, Figure, Section

REPORTING = (*REPORT_DUE.values(), CHARITY_REPORT_DUE)
REGISTERED = (
    Figure(
        "registered",
        Section.REGISTER,
        Said("登记在册", "Registered"),
        Said(
            "期末登记在册、尚未注销的社会组织", "Organizations registered and not dissolved on the last day"
        ),
        ORGANIZATIONS,
        at_end=True,
    ),
    Figure(
        "charities",
        Section.REGISTER,
        Said("其中慈善组织", "of them charities"),
        Said("期末登记在册并具有慈善组织属性的", "Those of them that are charities on the last day"),
        ORGANIZATIONS,
        share_of="registered",
        at_end=True,
    ),
    Figure(
        "newly_registered",
        Section.REGISTER,
        Said("新登记", "Newly registered"),
        Said("期内准予成立登记的", "Organizations registered within the period"),
        ORGANIZATIONS,
    ),
    Figure(
        "dissolved",
        Section.REGISTER,
        Said("注销", "Dissolved"),
        Said("期内注销登记的", "Organizations dissolved within the period"),
        ORGANIZATIONS,
    ),
)
PARTICIPATION = (
    Figure(
        "owed",
        Section.INSPECTION,
        Said("应当参加", "Bound to take part"),
        Said(
            "截至期末，应当报送上一年度工作报告的（当年年中以后登记的、已注销或者已撤销登记的除外）",
            "By the last day, organizations that owe a report on the year before (not those registered late in "
            "that year, dissolved or struck off)",
        ),
        ORGANIZATIONS,
        (*REPORTING, *NEW_EXEMPT_AFTER.values()),
        at_end=True,
    ),
    Figure(
        "took_part",
        Section.INSPECTION,
        Said("已参加", "Took part"),
        Said("其中截至期末已提交报告的", "Those of them whose report had come by the last day"),
        ORGANIZATIONS,
        REPORTING,
        share_of="owed",
        at_end=True,
    ),
    Figure(
        "in_time",
        Section.INSPECTION,
        Said("按期参加", "In time"),
        Said("其中在法定期限内提交报告的", "Those of them whose report came by the day of the law"),
        ORGANIZATIONS,
        REPORTING,
        share_of="owed",
        at_end=True,
    ),
    Figure(
        "not_reported",
        Section.INSPECTION,
        Said("未参加", "Not taken part"),
        Said("其中截至期末未提交报告的", "Those of them whose report had not come by the last day"),
        ORGANIZATIONS,
        (REPORT_MISSED,),
        share_of="owed",
        at_end=True,
    ),
)


def _concluded(verdict: Conclusion) -> Figure:
    name = CONCLUSION_NAMES[verdict]
    counts = Said(
        f"期内作出“{name.zh}”结论的报告；同一报告重新作出结论的，以期末为准",
        f"Reports concluded “{name.en}” within the period; of several conclusions on a report, the last counts",
    )
    return Figure(
        f"concluded.{verdict}",
        Section.CONCLUSIONS,
        name,
        counts,
        REPORTS,
        tuple(CONCLUDING.values()),
        share_of="concluded",
    )


CONCLUDED = (
    Figure(
        "concluded",
        Section.CONCLUSIONS,
        Said("作出结论", "Concluded"),
        Said(
            "期内作出结论的年度报告，各结论之和", "Reports concluded within the period: the sum of the three"
        ),
        REPORTS,
        tuple(CONCLUDING.values()),
    ),
    *(_concluded(verdict) for verdict in Conclusion),
)

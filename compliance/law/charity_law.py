"""中华人民共和国慈善法: what it says itself on spending and management cost, on audit and on the report.

History: passed 2016-03-16, in force 2016-09-01; amended 2023-12-29, in force 2024-09-05, when the articles
after the 59th moved. Act and article of a year are those of its last day.
"""

from datetime import date

from compliance.facts import Said
from compliance.law import Dated, Share, Version
from compliance.law.annual_deadlines import CHARITY_LAW as ACT

LAW_2016, LAW_2024 = date(2016, 9, 1), date(2024, 9, 5)

LEAST_SPENDING = Dated(
    ACT,
    Said(
        "具有公开募捐资格的基金会慈善活动年度支出占上年总收入（或者前三年收入平均数）的下限",
        "Foundations that may raise funds in public: least spending of last year's income, or of three years' mean",
    ),
    Version(LAW_2016, "60", Share(70)),
    Version(LAW_2024, "61", Share(70)),
)
MOST_COST = Dated(
    ACT,
    Said(
        "具有公开募捐资格的基金会年度管理费用占当年总支出的上限",
        "Foundations that may raise funds in public: most management cost of the year's total expense",
    ),
    Version(LAW_2016, "60", Share(10)),
    Version(LAW_2024, "61", Share(10)),
)
OTHERS = Dated(
    ACT,
    Said("其他慈善组织的年度支出和管理费用标准", "Spending and management cost of all other charities"),
    Version(
        LAW_2016,
        "60",
        Said(
            "由国务院民政部门会同财政、税务等部门制定",
            "set by the ministry of civil affairs with those of finance and tax",
        ),
    ),
    Version(
        LAW_2024,
        "61",
        Said(
            "由国务院民政部门会同财政、税务等部门制定，包括募捐成本",
            "set by the ministry of civil affairs with those of finance and tax, with fundraising cost",
        ),
    ),
)
SPECIAL_CIRCUMSTANCES = Dated(
    ACT,
    Said(
        "特殊情况下难以符合支出和管理费用规定的，报告登记的民政部门并公开说明",
        "In special circumstances a charity off the limits reports to its registrar and explains in public",
    ),
    Version(LAW_2016, "60", True),
    Version(LAW_2024, "61", True),
)

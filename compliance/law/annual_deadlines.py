"""By when a year's report is owed, by kind: the registration regulations and the rules on charities.

The instruments themselves have their own files; their yearly dates stand here side by side, because one
question is asked of all of them: when is this organization's report on that year due?
"""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from compliance.facts import Kind, Said
from compliance.law import Act, Dated, Version

ASSOCIATION_REGULATIONS = Act(
    "association_regulations",
    Said("社会团体登记管理条例", "Regulations on the registration of associations"),
    "国务院令第666号",
    "art. 28 of the 2016 text",
)
SERVICE_REGULATIONS = Act(
    "service_regulations",
    Said(
        "民办非企业单位登记管理暂行条例",
        "Interim regulations on the registration of private non-enterprise units",
    ),
    "国务院令第251号",
    "art. 23",
)
FOUNDATION_REGULATIONS = Act(
    "foundation_regulations",
    Said("基金会管理条例", "Regulations on the management of foundations"),
    "国务院令第400号",
    "art. 36",
)
CHARITY_LAW = Act(
    "charity_law", Said("中华人民共和国慈善法", "Charity Law"), "", "arts 13 and 78 of the 2023 text"
)
DISCLOSURE_2018 = Act(
    "disclosure_measures_2018",
    Said("慈善组织信息公开办法", "Measures on information disclosure by charities (2018)"),
    "民政部令第61号",
)
DISCLOSURE_2026 = Act(
    "disclosure_measures",
    Said("慈善组织信息公开办法", "Measures on information disclosure by charities"),
    "民政部令第81号",
    "arts 1-3, 6, 12-16 and the ministry's summary",
)


class YearDay(NamedTuple):
    """A day of every year, as in "by 31 May"."""

    month: int
    day: int

    def of(self, year: int) -> date:
        """That day in a year."""
        return date(year, self.month, self.day)

    def __str__(self) -> str:
        return f"{self.month}月{self.day}日"


MARCH = YearDay(3, 31)
MAY = YearDay(5, 31)

REPORT_DUE: Mapping[Kind, Dated[YearDay]] = {
    Kind.ASSOCIATION: Dated(
        ASSOCIATION_REGULATIONS,
        Said(
            "社会团体向登记管理机关报送年度工作报告的期限", "Annual report of an association to the registrar"
        ),
        Version(date(1998, 10, 25), "31", MAY, confirmed=False),
        Version(date(2016, 2, 6), "28", MAY),
    ),
    Kind.SERVICE_INSTITUTION: Dated(
        SERVICE_REGULATIONS,
        Said(
            "民办非企业单位报送年度工作报告的期限", "Annual report of a service institution to the registrar"
        ),
        Version(date(1998, 10, 25), "23", MAY),
    ),
    Kind.FOUNDATION: Dated(
        FOUNDATION_REGULATIONS,
        Said("基金会报送年度工作报告的期限", "Annual report of a foundation to the registrar"),
        Version(date(2004, 6, 1), "36", MARCH),
    ),
}
CHARITY_REPORT_DUE = Dated(
    DISCLOSURE_2026,
    Said(
        "慈善组织报送年度工作报告和财务会计报告的期限",
        "Annual report and accounts of a charity to the registrar",
    ),
    Version(date(2016, 9, 1), "13", MAY, confirmed=False, act=CHARITY_LAW),
    Version(date(2026, 1, 1), "6", MAY),
)
PUBLICATION_DUE = Dated(
    DISCLOSURE_2026,
    Said(
        "慈善组织公开年度工作报告和财务会计报告的期限",
        "Publication of a charity's annual report and accounts",
    ),
    Version(date(2016, 9, 1), "72", MAY, confirmed=False, act=CHARITY_LAW),
    Version(date(2018, 9, 1), "", MAY, confirmed=False, act=DISCLOSURE_2018),
    Version(date(2026, 1, 1), "6", MAY),
)
FIRST_REVIEW: Mapping[Kind, Dated[YearDay]] = {
    Kind.ASSOCIATION: Dated(
        ASSOCIATION_REGULATIONS,
        Said("社会团体报业务主管单位初审的期限", "First review of an association by its supervising unit"),
        Version(date(1998, 10, 25), "31", MARCH, confirmed=False),
        Version(date(2016, 2, 6), "28", MARCH),
    ),
    Kind.SERVICE_INSTITUTION: Dated(
        SERVICE_REGULATIONS,
        Said(
            "民办非企业单位报业务主管单位初审的期限",
            "First review of a service institution by its supervising unit",
        ),
        Version(date(1998, 10, 25), "23", MARCH),
    ),
    Kind.FOUNDATION: Dated(
        FOUNDATION_REGULATIONS,
        Said(
            "基金会报业务主管单位审查同意的期限", "Approval of a foundation's report by its supervising unit"
        ),
        Version(date(2004, 6, 1), "36", MARCH),
    ),
}
AUDIT_OF_FOUNDATIONS = Dated(
    FOUNDATION_REGULATIONS,
    Said("基金会的财务会计报告须经审计", "A foundation's accounts are audited"),
    Version(date(2004, 6, 1), "36", True),
)
AUDIT_OF_FUNDRAISERS = Dated(
    CHARITY_LAW,
    Said(
        "具有公开募捐资格的慈善组织的财务会计报告须经审计",
        "Accounts of holders of the fundraising qualification are audited",
    ),
    Version(date(2016, 9, 1), "72", True),
    Version(date(2024, 9, 5), "78", True),
)

"""社会组织抽查暂行办法（民发〔2017〕45号）: how many are drawn each year, and how they are checked."""

from collections.abc import Mapping
from datetime import date

from compliance.facts import Level, Said
from compliance.law import Act, Dated, Share, Version
from compliance.workday import Period, Unit

ACT = Act(
    "spot_check_measures",
    Said("社会组织抽查暂行办法", "Interim measures on spot checks of social organizations"),
    "民发〔2017〕45号",
    "the ladder of ratios and summaries",
)
IN_FORCE = date(2017, 3, 13)

RATIOS: Dated[Mapping[Level, Share]] = Dated(
    ACT,
    Said(
        "定期抽查的最低年度比例，按登记管理机关层级",
        "Least yearly share of the regular draw, by level of registrar",
    ),
    Version(
        IN_FORCE,
        "",
        {
            Level.MINISTRY: Share(10),
            Level.PROVINCE: Share(5),
            Level.CITY: Share(4),
            Level.COUNTY: Share(3),
        },
    ),
)
INSPECTORS = Dated(
    ACT,
    Said("现场检查的最少人数", "Fewest inspectors on site"),
    Version(IN_FORCE, "", 2),
)
CONTENTS: Dated[tuple[Said, ...]] = Dated(
    ACT,
    Said("定期抽查的内容", "What the regular spot check looks at"),
    Version(
        IN_FORCE,
        "",
        (
            Said("年度报告", "annual report"),
            Said("信息公开", "disclosure"),
            Said("内部治理", "internal governance"),
            Said("财务状况", "finances"),
            Said("业务活动", "activities"),
        ),
    ),
)
PUBLISH_RESULT = Dated(
    ACT,
    Said(
        "抽查结果公开的期限（条文未见，借用双随机通行做法）", "Time to publish the result (borrowed practice)"
    ),
    Version(IN_FORCE, "", Period(20, Unit.WORKDAYS), confirmed=False),
)

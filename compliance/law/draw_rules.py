"""This office's own published rules of the draw: how long a plan and its lists stand before the seed exists."""

from datetime import date

from compliance.facts import Said
from compliance.law import Act, Dated, Version
from compliance.workday import Period, Unit

ACT = Act("draw_rules", Said("随机抽取规则", "Rules of the random draw"), "本登记管理机关公布")
IN_FORCE = date(2018, 1, 24)

PLAN_STANDS = Dated(
    ACT,
    Said(
        "抽取方案公布至录入随机源的最短期限",
        "Least time from the publication of a plan to its random sources",
    ),
    Version(IN_FORCE, "1", Period(10, Unit.WORKDAYS), confirmed=False),
)
OBJECTIONS = Dated(
    ACT,
    Said("冻结名单公布后的异议期", "Period for objections to the frozen lists"),
    Version(IN_FORCE, "2", Period(5, Unit.WORKDAYS), confirmed=False),
)
EACH = Dated(
    ACT,
    Said(
        "每名检查人员一年的检查户数（方案未另定时）",
        "Visits of an inspector a year, unless the plan says otherwise",
    ),
    Version(IN_FORCE, "3", 40, confirmed=False),
)

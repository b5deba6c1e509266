"""慈善组织公开募捐管理办法（民政部令第74号，2024-09-05；此前为民政部令第59号）: qualification and plans."""

from datetime import date

from compliance.facts import Said
from compliance.law import Act, Dated, Version
from compliance.law.annual_deadlines import CHARITY_LAW
from compliance.workday import Period, Unit

ACT = Act(
    "fundraising_measures",
    Said("慈善组织公开募捐管理办法", "Measures on public fundraising by charities"),
    "民政部令第74号",
    "arts 1-5, 11-13, 17, 20, 23, 25 and a summary; 27 articles",
)
OLD_ACT = Act(
    "fundraising_measures_2016",
    Said("慈善组织公开募捐管理办法", "Measures on public fundraising by charities (2016)"),
    "民政部令第59号",
)
LAW_2016 = date(2016, 9, 1)
IN_FORCE = date(2024, 9, 5)
TEN_DAYS = Period(10, Unit.DAYS)

YEARS_BEFORE_APPLYING = Dated(
    ACT,
    Said(
        "依法登记或者认定为慈善组织满此期间可申请公开募捐资格",
        "Time as a charity before applying to raise funds",
    ),
    Version(LAW_2016, "22", Period(2, Unit.YEARS), act=CHARITY_LAW),
    Version(IN_FORCE, "5", Period(1, Unit.YEARS)),
)
QUALIFICATION_DECISION = Dated(
    ACT,
    Said("受理后作出是否给予公开募捐资格决定的期限", "Time to decide on the qualification after acceptance"),
    Version(LAW_2016, "22", Period(20, Unit.DAYS), act=CHARITY_LAW),
    Version(IN_FORCE, "5", Period(20, Unit.DAYS)),
)
CLEAN_BEFORE_APPLYING = Dated(
    ACT,
    Said("申请前无违反法律法规和国家政策行为的期间", "Time without a breach before applying"),
    Version(LAW_2016, "5", Period(2, Unit.YEARS), confirmed=False, act=OLD_ACT),
    Version(IN_FORCE, "5", Period(1, Unit.YEARS)),
)
PLAN_BEFORE_START = Dated(
    ACT,
    Said("募捐方案应在开展公开募捐前报送备案的期限", "Plan filed before the campaign starts"),
    Version(LAW_2016, "", TEN_DAYS, confirmed=False, act=OLD_ACT),
    Version(IN_FORCE, "11", TEN_DAYS),
)
PLAN_COMPLETED = Dated(
    ACT,
    Said("募捐方案材料不齐时补正的期限", "Time to complete the papers of a plan"),
    Version(IN_FORCE, "11", Period(5, Unit.DAYS)),
)
PLAN_CHANGED = Dated(
    ACT,
    Said("募捐方案事项变化后补正备案的期限", "Time to supplement a plan after its particulars change"),
    Version(IN_FORCE, "12", TEN_DAYS),
)
EMERGENCY_PLAN = Dated(
    ACT,
    Said("应急募捐在开展后补办备案的期限", "Time to file an emergency campaign after it started"),
    Version(IN_FORCE, "13", TEN_DAYS),
)
BAR_AFTER_REVOCATION = Dated(
    ACT,
    Said("被吊销公开募捐资格后不得再次申请的期间", "Time without a new application after revocation"),
    Version(IN_FORCE, "23", Period(5, Unit.YEARS)),
)

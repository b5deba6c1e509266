"""The measures on annual inspection: associations (2026), service institutions (令27), foundations (令30)."""

from collections.abc import Mapping
from datetime import date

from compliance.facts import Conclusion, Kind, Said
from compliance.law import Act, Dated, Version
from compliance.law.annual_deadlines import ASSOCIATION_REGULATIONS, FOUNDATION_REGULATIONS, YearDay
from compliance.workday import Period, Unit

ASSOCIATIONS = Act(
    "association_inspection_measures",
    Said("社会团体年度检查办法", "Measures on the annual inspection of associations"),
    "",
    "existence and outline: published 2025-06-25, 21 articles",
)
SERVICES = Act(
    "service_inspection_measures",
    Said("民办非企业单位年度检查办法", "Measures on the annual inspection of private non-enterprise units"),
    "民政部令第27号",
    "arts 1-6",
)
FOUNDATIONS = Act(
    "foundation_inspection_measures",
    Said("基金会年度检查办法", "Measures on the annual inspection of foundations"),
    "民政部令第30号",
    "arts 1-6 and the head of 7",
)
JUNE = YearDay(6, 30)

NEW_EXEMPT_AFTER: Mapping[Kind, Dated[YearDay]] = {
    Kind.ASSOCIATION: Dated(
        ASSOCIATIONS,
        Said(
            "当年此日之后登记的社会团体不参加该年度检查",
            "Associations registered later in a year skip that year",
        ),
        Version(date(1998, 10, 25), "", JUNE, confirmed=False),
    ),
    Kind.SERVICE_INSTITUTION: Dated(
        SERVICES,
        Said(
            "当年此日之后登记（至年底未满6个月）的民办非企业单位不参加该年度检查",
            "Service institutions registered later in a year (under six months at its end) skip that year",
        ),
        Version(date(1998, 10, 25), "", JUNE, confirmed=False),
        Version(date(2005, 6, 1), "3", JUNE),
    ),
    Kind.FOUNDATION: Dated(
        FOUNDATIONS,
        Said(
            "当年此日之后登记的基金会不参加该年度检查",
            "Foundations registered later in a year skip that year",
        ),
        Version(date(2004, 6, 1), "", JUNE, confirmed=False),
    ),
}
CONCLUSIONS = Dated(
    ASSOCIATIONS,
    Said("年度检查结论的种类", "Conclusions of an annual inspection"),
    Version(date(2005, 6, 1), "7", tuple(Conclusion), act=SERVICES),
    Version(date(2026, 1, 1), "", tuple(Conclusion)),
)
CONCLUDING: Mapping[Kind, Dated[tuple[Conclusion, ...]]] = {
    kind: Dated(
        act,
        Said("作出年度检查结论的依据", "Basis of the conclusion of an annual inspection"),
        Version(since, article, tuple(Conclusion), confirmed=kind is not Kind.ASSOCIATION),
    )
    for kind, act, since, article in (
        (Kind.ASSOCIATION, ASSOCIATIONS, date(2026, 1, 1), ""),
        (Kind.SERVICE_INSTITUTION, SERVICES, date(2005, 6, 1), "7"),
        (Kind.FOUNDATION, FOUNDATIONS, date(2006, 1, 12), "6"),
    )
}
RECTIFY_AFTER_CONCLUSION = Dated(
    SERVICES,
    Said("年检基本合格或者不合格的整改期限", "Time to rectify after basically qualified or unqualified"),
    Version(date(2005, 6, 1), "9", Period(3, Unit.MONTHS), confirmed=False),
)
STRIKE_OFF_YEARS: Mapping[Kind, Dated[int]] = {
    kind: Dated(
        act,
        Said(
            "连续此年数未报送年度工作报告或者年检不合格，可以撤销登记",
            "So many years running without a report or unqualified: may be struck off",
        ),
        Version(since, article, 2, confirmed=False),
    )
    for kind, act, since, article in (
        (Kind.ASSOCIATION, ASSOCIATION_REGULATIONS, date(2016, 2, 6), "30(3)"),
        (Kind.SERVICE_INSTITUTION, SERVICES, date(2005, 6, 1), "10"),
        (Kind.FOUNDATION, FOUNDATION_REGULATIONS, date(2004, 6, 1), "42(5)"),
    )
}
FORMAL_REVIEW = Dated(
    SERVICES,
    Said("年度报告形式审查期限（地方做法）", "Formal review of a filed report (local practice)"),
    Version(date(2005, 6, 1), "", Period(10, Unit.WORKDAYS), confirmed=False),
)

"""社会组织评估管理办法: 民政部令第39号 (2011-03-01) and the revision in force since 2026-03-01."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from compliance.facts import Said
from compliance.law import Act, Dated, Version
from compliance.workday import Period, Unit

ACT = Act(
    "assessment_measures",
    Said("社会组织评估管理办法", "Measures on the assessment of social organizations"),
    "",
    "the ministry's summary of the 2026 revision",
)
OLD_ACT = Act(
    "assessment_measures_2010",
    Said("社会组织评估管理办法", "Measures on the assessment of social organizations (2010)"),
    "民政部令第39号",
)
OLD = date(2011, 3, 1)
IN_FORCE = date(2026, 3, 1)


class Starts(StrEnum):
    """From when a grade is valid."""

    CERTIFICATE = "certificate"  # from the day of the certificate
    NEXT_YEAR = "next_year"  # from 1 January of the year after the notice of the result


GRADES: Dated[tuple[str, ...]] = Dated(
    ACT,
    Said("评估等级，由高到低", "Grades, highest first"),
    Version(OLD, "", ("5A", "4A", "3A", "2A", "1A"), act=OLD_ACT),
    Version(IN_FORCE, "", ("5A", "4A", "3A", "2A", "1A")),
)
VALIDITY = Dated(
    ACT,
    Said("评估等级有效期", "Validity of a grade"),
    Version(OLD, "27", Period(5, Unit.YEARS), confirmed=False, act=OLD_ACT),
    Version(IN_FORCE, "", Period(5, Unit.YEARS)),
)
VALID_FROM = Dated(
    ACT,
    Said("评估等级有效期的起算", "From when a grade is valid"),
    Version(OLD, "27", Starts.CERTIFICATE, confirmed=False, act=OLD_ACT),
    Version(IN_FORCE, "", Starts.NEXT_YEAR),
)
REASSESSMENT_WINDOW = Dated(
    ACT,
    Said(
        "可在有效期的前若干年内申请重新评估", "Years of validity in which a new assessment may be asked for"
    ),
    Version(IN_FORCE, "", Period(4, Unit.YEARS)),
)
SIMPLIFIED_WINDOW = Dated(
    ACT,
    Said("有效期前若干年内申请的，可以简化实地评估", "Years in which the on-site part may be simplified"),
    Version(IN_FORCE, "", Period(2, Unit.YEARS)),
)
FOLLOW_UP_FROM = Dated(
    ACT,
    Said("抽样跟踪评估的最低等级", "Lowest grade subject to sampled follow-up assessment"),
    Version(IN_FORCE, "", "4A"),
)
VERIFICATION_TRIGGERS: Mapping[str, Dated[bool]] = {
    name: Dated(ACT, Said(zh, en), Version(IN_FORCE, "", True, confirmed=False))
    for name, zh, en in (
        ("penalty", "受到行政处罚的，启动核查评估", "A penalty opens a verification assessment"),
        ("listing", "列入名录的，启动核查评估", "A listing opens a verification assessment"),
        (
            "unqualified",
            "年检不合格的，启动核查评估",
            "Unqualified in the inspection opens a verification assessment",
        ),
    )
}


def validity(announced: date) -> tuple[date, date] | None:
    """First and last day of validity of a grade, from the day of the notice or certificate; None before 2011."""
    length, start = VALIDITY.on(announced), VALID_FROM.on(announced)
    if length is None or start is None:
        return None
    if start.value is Starts.NEXT_YEAR:
        return date(announced.year + 1, 1, 1), date(announced.year + length.value.count, 12, 31)
    years = announced.year + length.value.count
    leap_day = announced.month == 2 and announced.day == 29
    end = date(years, 2, 28) if leap_day else date.fromordinal(announced.replace(year=years).toordinal() - 1)
    return announced, end

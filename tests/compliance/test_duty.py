from dataclasses import replace

import pytest

from compliance.duty import ANNUAL_REPORT, PUBLICATION, duties, first_year, steps
from compliance.facts import Dossier, Kind
from compliance.law import Dated, Version, house_rules
from tests.compliance.sample import day, dossier, event, organization, report

A, S, F = Kind.ASSOCIATION, Kind.SERVICE_INSTITUTION, Kind.FOUNDATION


def only(kind: Kind, year: int, on: str, charity: str | None = None, received: str | None = None) -> Dossier:
    return dossier(reports=[report(year, received)], of=organization("2010-01-01", kind, charity))


@pytest.mark.parametrize(
    ("kind", "year", "charity", "due", "basis"),
    [
        (A, 2014, None, "2015-05-31", "《社会团体登记管理条例》（国务院令第666号）第三十一条"),
        (A, 2015, None, "2016-05-31", "《社会团体登记管理条例》（国务院令第666号）第二十八条"),
        (A, 2023, None, "2024-05-31", "《社会团体登记管理条例》（国务院令第666号）第二十八条"),
        (S, 2023, None, "2024-05-31", "《民办非企业单位登记管理暂行条例》（国务院令第251号）第二十三条"),
        (F, 2023, None, "2024-03-31", "《基金会管理条例》（国务院令第400号）第三十六条"),
        (F, 2024, "2017-06-01", "2025-05-31", "《中华人民共和国慈善法》第十三条"),
        (F, 2025, "2017-06-01", "2026-05-31", "《慈善组织信息公开办法》（民政部令第81号）第六条"),
        (A, 2025, "2017-06-01", "2026-05-31", "《慈善组织信息公开办法》（民政部令第81号）第六条"),
        (F, 2023, "2023-12-31", "2024-05-31", "《中华人民共和国慈善法》第十三条"),
        (F, 2023, "2024-01-01", "2024-03-31", "《基金会管理条例》（国务院令第400号）第三十六条"),
    ],
)
def test_each_kind_owes_its_report_by_its_day_and_article(
    kind: Kind, year: int, charity: str | None, due: str, basis: str
) -> None:
    owed = duties(only(kind, year, "", charity), day(f"{year + 1}-12-31"))
    first = next(duty for duty in owed if duty.what == ANNUAL_REPORT and duty.year == year)
    assert (first.due, str(first.basis), first.moved) == (day(due), basis, False)


@pytest.mark.parametrize(
    ("received", "asked", "late", "missed"),
    [
        ("2025-05-31", "2025-12-01", 0, False),
        ("2025-06-01", "2025-12-01", 1, False),
        ("2025-06-20", "2025-12-01", 20, False),
        (None, "2025-05-31", 0, False),
        (None, "2025-06-01", 1, True),
        ("2025-06-20", "2025-06-10", 10, True),
    ],
)
def test_days_late_count_to_the_report_or_to_the_day_asked(
    received: str | None, asked: str, late: int, missed: bool
) -> None:
    duty = duties(only(A, 2024, "", received=received), day(asked))[0]
    assert (duty.days_late, duty.missed) == (late, missed)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize(
    ("registered", "first"), [("2023-06-30", 2023), ("2023-07-01", 2024), ("2023-01-01", 2023)]
)
def test_who_is_registered_after_30_june_skips_that_year(kind: Kind, registered: str, first: int) -> None:
    assert first_year(dossier(reports=[], of=organization(registered, kind))) == first


def test_a_record_begins_with_the_first_report_it_speaks_of() -> None:
    assert first_year(dossier(reports=[report(2023, None)], of=organization("2001-01-01"))) == 2023
    assert first_year(dossier(reports=[report(2017, None)], of=organization("2019-01-01"))) == 2019


def test_a_record_that_says_since_when_it_is_kept_begins_there() -> None:
    kept = replace(dossier(reports=[report(2023, None)], of=organization("2001-01-01")), known_from=2021)
    assert first_year(kept) == 2021
    assert first_year(replace(kept, known_from=1999)) == 2001
    assert [duty.year for duty in duties(kept, day("2024-12-31"))] == [2021, 2022, 2023]


def test_a_gap_between_reports_is_a_missed_year() -> None:
    record = dossier(reports=[report(2021, "2022-03-01"), report(2023, "2024-03-01")])
    assert [duty.year for duty in duties(record, day("2024-12-31")) if duty.missed] == [2022]


def test_a_year_is_owed_only_once_it_has_ended() -> None:
    record = dossier(reports=[report(2023, "2024-03-01")])
    assert [duty.year for duty in duties(record, day("2024-12-31"))] == [2023]
    assert [duty.year for duty in duties(record, day("2025-01-01"))] == [2023, 2024]


@pytest.mark.parametrize(
    ("year", "basis"),
    [(2016, "第七十二条"), (2018, "（民政部令第61号）"), (2025, "（民政部令第81号）第六条")],
)
def test_a_charity_publishes_its_report_by_31_may(year: int, basis: str) -> None:
    owed = duties(only(A, year, "", "2016-09-01"), day(f"{year + 1}-06-01"))
    publication = next(duty for duty in owed if duty.what == PUBLICATION and duty.year == year)
    assert publication.due == day(f"{year + 1}-05-31")
    assert basis in str(publication.basis)


def test_others_than_charities_need_not_publish() -> None:
    assert {duty.what for duty in duties(only(A, 2024, ""), day("2025-12-31"))} == {ANNUAL_REPORT}


def test_nothing_falls_due_after_the_certificate_is_revoked() -> None:
    record = dossier(event("2024-04-01", "certificate_revoked"), reports=[report(2022, "2023-03-01")])
    assert [duty.year for duty in duties(record, day("2025-12-31"))] == [2022]
    assert [duty.year for duty in duties(record, day("2024-03-31"))] == [2022, 2023]


@pytest.mark.parametrize(
    ("kind", "fundraising", "expected"),
    [
        (A, None, {"first_review": "2025-03-31"}),
        (A, "2020-01-01", {"first_review": "2025-03-31", "audit": "2025-05-31"}),
        (F, None, {"first_review": "2025-03-31", "audit": "2025-03-31"}),
    ],
)
def test_review_and_audit_come_before_the_report(
    kind: Kind, fundraising: str | None, expected: dict[str, str]
) -> None:
    found = steps(organization("2010-01-01", kind, None, fundraising), 2024)
    assert {step.what: step.due.isoformat() for step in found} == expected


@pytest.mark.parametrize(
    ("year", "due", "moved"),
    [
        (2024, "2025-06-03", True),
        (2025, "2026-06-01", True),
        (2023, "2024-05-31", False),
        (2027, "2028-05-31", False),
    ],
)
def test_a_date_moves_only_if_the_house_rule_says_so_and_the_holidays_are_known(
    monkeypatch: pytest.MonkeyPatch, year: int, due: str, moved: bool
) -> None:
    moving = Dated(house_rules.ACT, house_rules.FIXED_DATES_MOVE.label, Version(day("1998-01-01"), "5", True))
    monkeypatch.setattr("compliance.duty.FIXED_DATES_MOVE", moving)
    duty = duties(only(A, year, ""), day(f"{year + 1}-12-31"))[0]
    assert (duty.due, duty.moved) == (day(due), moved)

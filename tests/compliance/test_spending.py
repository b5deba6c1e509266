"""The figures of a dossier against the law of their year: what is found, what cannot be told."""

import pytest

from compliance.facts import FIGURES, Dossier, Kind, Level, Organization, YearReport, fen
from compliance.finding import Finding, Unknown
from compliance.inspection import ON_FIGURES
from compliance.judge import judge
from compliance.spending import bound
from tests.compliance.sample import CODE, day

F, A = Kind.FOUNDATION, Kind.ASSOCIATION
GOOD = {
    "last_year_income": "1000000.00",
    "last_year_net_assets": "9000000.00",
    "charitable_spending": "700000.00",
    "management_cost": "200000.00",
    "total_expense": "2000000.00",
    "fundraising_cost": "3.00",
    "donation_income_mean_3y": "100.00",
}


def judged(
    figures: dict[str, str],
    year: int = 2025,
    kind: Kind = F,
    fundraising: bool = True,
    charity: bool = True,
    fund: str | None = "8000000.00",
    received: str | None = "2027-03-01",
) -> tuple[list[tuple[str, str]], dict[str, tuple[str, ...]]]:
    start = day("2016-09-01") if charity else None
    raising = day("2017-01-01") if fundraising else None
    original = fen(fund) if fund else None
    who = Organization(CODE, "示例", kind, Level.CITY, day("2012-01-01"), start, raising, True, original)
    amounts = {name: fen(amount) for name, amount in figures.items()}
    report = YearReport(year, day(received) if received else None, day("2027-03-01"), None, amounts)
    answer = judge(Dossier(who, (report,)), day("2027-04-01"))
    found: list[Finding] = [one for one in answer.findings if not one.rule.startswith("report.")]
    unknown: list[Unknown] = list(answer.unknown)
    return [(one.rule, str(one.basis)) for one in found], {one.rule: one.needs for one in unknown}


@pytest.mark.parametrize("year", [2016, 2024, 2025, 2026])
def test_a_foundation_that_meets_every_limit_exactly_is_in_order(year: int) -> None:
    assert judged(GOOD, year) == ([], {})


@pytest.mark.parametrize(
    ("change", "year", "rule", "basis"),
    [
        (
            {"charitable_spending": "699999.99"},
            2025,
            "spending.charitable_minimum",
            "（民发〔2016〕189号）第七条第（一）项",
        ),
        (
            {"charitable_spending": "699999.99"},
            2026,
            "spending.charitable_minimum",
            "（民发〔2026〕12号）第八条第（一）项",
        ),
        (
            {"total_expense": "1999999.99"},
            2025,
            "spending.management_cap",
            "（民发〔2016〕189号）第七条第（一）项",
        ),
        (
            {"management_cost": "200000.01"},
            2026,
            "spending.management_cap",
            "（民发〔2026〕12号）第八条第（一）项",
        ),
        ({"fundraising_cost": "3.01"}, 2026, "spending.fundraising_cap", "（民发〔2026〕12号）第十五条"),
        (
            {"last_year_net_assets": "7999999.99"},
            2025,
            "fund.below_original",
            "《基金会管理条例》（国务院令第400号）第八条",
        ),
        (
            {"net_assets": "7999999.99"},
            2025,
            "fund.below_original",
            "《基金会管理条例》（国务院令第400号）第八条",
        ),
    ],
)
def test_one_fen_beyond_a_limit_is_found_by_the_article_of_its_year(
    change: dict[str, str], year: int, rule: str, basis: str
) -> None:
    ((name, cited),) = judged(GOOD | change, year)[0]
    assert name == rule
    assert cited.endswith(basis)


@pytest.mark.parametrize(
    "change",
    [
        {"charitable_spending": "1.00", "income_mean_3y": "1.42"},  # the mean of three years is met
        {"management_cost": "199999.99", "total_expense": "1.00"},  # under 200,000 yuan the share is free
        {"last_year_net_assets": "1.00", "net_assets": "8000000.00"},
    ],
)
def test_what_the_law_lets_pass_passes(change: dict[str, str]) -> None:
    assert judged(GOOD | change) == ([], {})


def test_a_public_foundation_is_told_of_the_law_and_of_the_standard_in_one_finding() -> None:
    ((_, cited),) = judged(GOOD | {"charitable_spending": "699999.99"}, 2023)[0]
    assert cited == (
        "《中华人民共和国慈善法》第六十条；"
        "《关于慈善组织开展慈善活动年度支出和管理费用的规定》（民发〔2016〕189号）第七条第（一）项"
    )


def test_fundraising_cost_has_no_limit_before_2026() -> None:
    assert judged(GOOD | {"fundraising_cost": "99.00"}, 2025) == ([], {})


@pytest.mark.parametrize(
    ("absent", "unknown"),
    [
        ("charitable_spending", {"spending.charitable_minimum": ("charitable_spending",)}),
        ("last_year_income", {"spending.charitable_minimum": ("last_year_income",)}),
        ("total_expense", {"spending.management_cap": ("total_expense",)}),
        ("management_cost", {"spending.management_cap": ("management_cost",)}),
        ("fundraising_cost", {"spending.fundraising_cap": ("fundraising_cost",)}),
        ("donation_income_mean_3y", {"spending.fundraising_cap": ("donation_income_mean_3y",)}),
    ],
)
def test_a_figure_that_is_absent_is_unknown_and_never_zero(
    absent: str, unknown: dict[str, tuple[str, ...]]
) -> None:
    figures = {name: amount for name, amount in GOOD.items() if name != absent}
    assert judged(figures, 2026) == ([], unknown)


def test_without_net_assets_a_charity_that_raises_no_funds_cannot_be_placed_in_a_band() -> None:
    figures = {name: amount for name, amount in GOOD.items() if name != "last_year_net_assets"}
    found, unknown = judged(figures, kind=A, fundraising=False)
    assert found == []
    assert unknown["spending.charitable_minimum"] == ("last_year_net_assets",)
    assert "spending.management_cap" not in unknown  # 10 per cent passes in every band
    dearer = judged(figures | {"total_expense": "1400000.00"}, kind=A, fundraising=False)[1]
    assert dearer["spending.management_cap"] == ("last_year_net_assets",)


def test_an_original_fund_nobody_gave_is_unknown() -> None:
    assert judged(GOOD, fund=None) == ([], {"fund.below_original": ("original_fund",)})


def test_an_association_that_is_no_charity_has_no_such_duties() -> None:
    assert judged({}, kind=A, charity=False, fundraising=False) == ([], {})


def test_a_report_that_has_not_come_and_says_nothing_is_not_asked_about() -> None:
    assert judged({}, received=None) == ([], {})
    assert judged({}, received="2027-04-02") == ([], {})


def test_figures_without_a_day_of_receipt_are_judged_as_stated() -> None:
    found, _ = judged(GOOD | {"charitable_spending": "1.00"}, received=None)
    assert [rule for rule, _ in found] == ["spending.charitable_minimum"]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("charity", [True, False])
@pytest.mark.parametrize("fundraising", [True, False])
def test_only_rules_that_can_bind_are_asked(kind: Kind, charity: bool, fundraising: bool) -> None:
    rules = bound((kind, charity, fundraising))
    assert set(rules) <= set(ON_FIGURES)
    assert bool(rules) == (charity or kind is F)


def test_every_figure_of_the_contract_is_one_that_is_read() -> None:
    assert set(GOOD) <= set(FIGURES)

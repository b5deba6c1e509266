import pytest

from compliance.facts import Kind, YearReport
from compliance.judge import judge
from tests.compliance.sample import day, dossier, organization, report

BAD = "unqualified"


@pytest.mark.parametrize(
    ("reports", "on", "years"),
    [
        ((report(2022, None), report(2023, None)), "2024-05-31", []),
        ((report(2022, None), report(2023, None)), "2024-06-01", ["2022,2023"]),
        ((report(2022, None), report(2023, "2024-05-01"), report(2024, None)), "2025-06-01", []),
        ((report(2022, None), report(2023, "2024-05-01", conclusion=BAD)), "2024-06-01", ["2022,2023"]),
        (
            (report(2022, "2023-05-01", conclusion=BAD), report(2023, "2024-05-01", conclusion=BAD)),
            "2024-06-01",
            ["2022,2023"],
        ),
        ((report(2022, None), report(2023, None), report(2024, "2025-03-01")), "2025-06-01", []),  # over
        ((report(2022, "2024-01-10"), report(2023, None)), "2024-06-01", []),  # late, but it came
        (
            (report(2022, None), report(2023, None), report(2024, None)),
            "2025-06-01",
            ["2023,2024"],
        ),
    ],
)
def test_two_years_running_without_a_report_or_unqualified_are_found(
    reports: tuple[YearReport, ...], on: str, years: list[str]
) -> None:
    found = judge(dossier(reports=reports), day(on)).findings
    running = [one.figures["years"] for one in found if one.rule == "report.two_years_running"]
    assert running == years


@pytest.mark.parametrize(
    ("kind", "basis"),
    [
        (Kind.ASSOCIATION, "《社会团体登记管理条例》（国务院令第666号）第三十条第（三）项"),
        (Kind.SERVICE_INSTITUTION, "《民办非企业单位年度检查办法》（民政部令第27号）第十条"),
        (Kind.FOUNDATION, "《基金会管理条例》（国务院令第400号）第四十二条第（五）项"),
    ],
)
def test_striking_off_cites_the_rule_of_the_kind(kind: Kind, basis: str) -> None:
    record = dossier(reports=[report(2022, None), report(2023, None)], of=organization(kind=kind))
    found = judge(record, day("2024-06-01")).findings
    assert [str(one.basis) for one in found if one.rule == "report.two_years_running"] == [basis]

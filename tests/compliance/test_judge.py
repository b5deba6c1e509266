"""The answer to a dossier has the keys of contract 4, and says what is not known."""

import json
from datetime import date

import pytest

from compliance.facts import Dossier
from compliance.judge import judge
from tests.compliance.sample import day, dossier, event, in_time, judged, listed, organization, report

KEYS = {
    "duties": {"what", "year", "due", "done", "days_late", "basis"},
    "findings": {"rule", "year", "basis", "says", "figures"},
    "proposals": {"list", "ground", "basis", "since"},
    "repair": {"list", "earliest", "display_until", "missing"},
}


@pytest.fixture
def rich() -> Dossier:
    """A record in which everything of contract 4 has something to say."""
    return dossier(
        listed("2024-07-01", "anomaly.report_missed"),
        event("2025-01-05", "warning", basis="条例第30条"),
        event("2025-03-01", "assessed", grade="3A", valid_from="2025-03-01", valid_to="2030-02-28"),
        reports=[*in_time(2019, 2022), report(2023, None), report(2024, "2025-06-20")],
    )


def test_the_answer_has_exactly_the_keys_of_the_contract(rich: Dossier) -> None:
    answer = json.loads(json.dumps(judge(rich, day("2025-08-01")).as_json()))
    assert set(answer) == {"on", "duties", "findings", "unknown", "standing", "proposals", "repair", "credit"}
    for part, keys in KEYS.items():
        assert answer[part], part
        assert all(keys <= set(row) for row in answer[part]), part
    assert set(answer["standing"]) == {"anomaly", "serious"}
    assert set(answer["standing"]["anomaly"]) == {"listed_since", "grounds"}
    assert set(answer["credit"]) == {"points", "grade", "lines", "next_change"}
    assert all(
        {"on", "what", "points", "expires", "basis"} <= set(line) for line in answer["credit"]["lines"]
    )


def test_every_basis_is_given_in_both_languages(rich: Dossier) -> None:
    def rows(value: object) -> list[dict[str, object]]:
        if isinstance(value, dict):
            return [value, *(row for inner in value.values() for row in rows(inner))]
        return [row for inner in value for row in rows(inner)] if isinstance(value, list) else []

    based = [row for row in rows(judge(rich, day("2025-08-01")).as_json()) if "basis" in row]
    assert based
    assert all(str(row["basis"]).startswith("《") and row["basis_en"] for row in based)


def test_a_late_report_is_found_by_its_article_and_a_missing_one_too() -> None:
    found = judged("2025-07-01", reports=[report(2023, "2024-06-03"), report(2024, None)]).findings
    assert [(one.rule, one.year, one.figures["days_late"]) for one in found] == [
        ("report.late", 2023, "3"),
        ("report.late", 2024, "31"),
    ]
    assert {str(one.basis) for one in found} == {"《社会团体登记管理条例》（国务院令第666号）第二十八条"}


@pytest.mark.parametrize(
    ("published", "on", "rule"),
    [
        (None, "2026-05-31", None),
        (None, "2026-06-01", "report.unpublished"),
        ("2026-06-02", "2026-06-01", "report.unpublished"),
        ("2026-06-02", "2026-06-02", "report.published_late"),
        ("2026-05-31", "2026-06-02", None),
    ],
)
def test_a_charity_that_does_not_publish_is_found(published: str | None, on: str, rule: str | None) -> None:
    charity = organization(charity="2020-01-01")
    found = judge(dossier(reports=[report(2025, "2026-03-01", published)], of=charity), day(on)).findings
    assert [one.rule for one in found] == ([rule] if rule else [])
    assert all(str(one.basis) == "《慈善组织信息公开办法》（民政部令第81号）第六条" for one in found)


@pytest.mark.parametrize(
    "on", [date(1, 1, 1), date(1998, 1, 1), date(2018, 1, 23), date(2199, 12, 31), date.max]
)
def test_any_day_can_be_asked(rich: Dossier, on: date) -> None:
    assert judge(rich, on).as_json()["on"] == on.isoformat()


def test_an_organization_that_does_not_exist_yet_owes_nothing() -> None:
    answer = judge(dossier(reports=[]), day("2018-12-31"))
    assert (answer.duties, answer.proposals, answer.credit.points) == ([], [], 100)

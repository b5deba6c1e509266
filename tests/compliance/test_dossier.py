"""A dossier is read strictly, every problem at once, and written back as it was."""

import json
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.dossier import read, write
from compliance.facts import (
    FIGURES,
    MOST_FEN,
    Conclusion,
    Dossier,
    Event,
    Kind,
    Level,
    Organization,
    YearReport,
)
from compliance.happening import HAPPENINGS
from compliance.law.credit_measures import GROUNDS


def document(**changes: object) -> dict[str, object]:
    whole: dict[str, object] = {
        "organization": {
            "code": "51990000MJ0000001A",
            "name": "示例协会",
            "kind": "association",
            "level": "city",
            "registered_on": "2019-03-01",
            "charity_since": None,
            "fundraising_since": None,
            "supervised": True,
            "original_fund": None,
        },
        "reports": [
            {
                "year": 2024,
                "received_on": "2025-05-20",
                "published_on": None,
                "conclusion": "qualified",
                "figures": {"management_cost": "1234.50", "net_assets": "-3.00"},
            }
        ],
        "events": [{"on": "2025-01-01", "what": "fine", "amount": "50000.00", "basis": "条例第30条"}],
    }
    return whole | changes


def problems(value: object) -> list[str]:
    found = read(value)
    assert isinstance(found, list)
    assert all(one.message.zh and one.message.en for one in found)
    return [one.path for one in found]


def events(*rows: Mapping[str, object]) -> list[str]:
    return problems(document(events=list(rows)))


def test_a_complete_dossier_is_read() -> None:
    found = read(document())
    assert isinstance(found, Dossier)
    assert found.organization.kind is Kind.ASSOCIATION
    assert found.reports[0].figures == {"management_cost": 123450, "net_assets": -300}
    assert found.events == (Event(date(2025, 1, 1), "fine", {"amount": "50000.00", "basis": "条例第30条"}),)


def test_what_may_be_left_out_may_be_left_out() -> None:
    least = {
        "code": "x",
        "name": "甲",
        "kind": "foundation",
        "level": "county",
        "registered_on": "2020-02-29",
    }
    assert read({"organization": least}) == Dossier(
        Organization("x", "甲", Kind.FOUNDATION, Level.COUNTY, date(2020, 2, 29))
    )


@pytest.mark.parametrize("value", [None, [], "x", 1, True, {}, {"organization": None}, {"organization": []}])
def test_what_is_no_dossier_is_refused_in_words(value: object) -> None:
    assert problems(value)


def test_all_problems_come_at_once_with_their_places() -> None:
    wrong = {
        "organization": {"code": " ", "kind": "club", "levl": "city", "registered_on": "2025-02-29"},
        "reports": [
            {"year": "2024", "recieved_on": "2025-05-01", "conclusion": "good", "figures": {"cash": "1"}}
        ],
        "events": [
            {"on": "1899-12-31", "what": "fine", "amount": 1.5},
            {"on": "2025-01-01", "what": "party"},
            7,
        ],
        "note": "",
    }
    assert set(problems(wrong)) == {
        "note",
        "organization.code",
        "organization.name",
        "organization.kind",
        "organization.level",
        "organization.levl",
        "organization.registered_on",
        "reports[0].year",
        "reports[0].recieved_on",
        "reports[0].conclusion",
        "reports[0].figures.cash",
        "events[0].on",
        "events[0].amount",
        "events[1].what",
        "events[2]",
        "events[2].on",
        "events[2].what",
    }


@pytest.mark.parametrize(
    "amount",
    [
        1.5,
        True,
        "1e5",
        "1,000.00",
        "50000.001",
        "",
        " 5",
        "５",
        "NaN",
        "Infinity",
        "1_000",
        "-1.00",
        [],
        "9" * 14,
        10**14,
        pytest.param(10**5000, id="more digits than a number may have"),
    ],
)
def test_an_amount_that_is_not_exact_yuan_is_refused(amount: object) -> None:
    assert events({"on": "2025-01-01", "what": "fine", "amount": amount}) == ["events[0].amount"]


@pytest.mark.parametrize("amount", ["50000.00", "50000", 50000, "0.01", "0"])
def test_an_amount_in_yuan_is_taken(amount: object) -> None:
    found = read(document(events=[{"on": "2025-01-01", "what": "fine", "amount": amount}]))
    assert isinstance(found, Dossier)


@pytest.mark.parametrize(
    "day",
    [
        "2025-2-1",
        "20250201",
        "2025-02-30",
        "2025-13-01",
        "0000-01-01",
        "9999-12-31",
        "2025-01-01T00:00",
        20250101,
    ],
)
def test_a_day_that_does_not_exist_or_is_written_otherwise_is_refused(day: object) -> None:
    assert events({"on": day, "what": "warning"}) == ["events[0].on"]


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ({"what": "fine"}, "amount"),
        ({"what": "rectification_ordered", "matter": "消防"}, "due"),
        ({"what": "listed", "list": "anomaly"}, "ground"),
        ({"what": "listed", "list": "other", "ground": "anomaly.unreachable"}, "list"),
        ({"what": "listed", "list": "anomaly", "ground": "anomaly.late"}, "ground"),
        ({"what": "not_responsible"}, "ground"),
        ({"what": "assessed", "grade": "6A", "valid_from": "2025-01-01", "valid_to": "2025-12-31"}, "grade"),
        ({"what": "suspension", "until": "soon"}, "until"),
        ({"what": "warning", "basis": 5}, "basis"),
    ],
)
def test_an_event_needs_its_keys(row: dict[str, object], place: str) -> None:
    assert events({"on": "2025-01-01"} | row) == [f"events[0].{place}"]


def test_a_ground_must_stand_on_its_own_list() -> None:
    row = {"on": "2025-01-01", "what": "listed", "list": "anomaly", "ground": "serious.suspended"}
    assert events(row) == ["events[0].ground"]


def test_an_assessment_may_not_end_before_it_begins() -> None:
    row = {
        "on": "2025-01-01",
        "what": "assessed",
        "grade": "3A",
        "valid_from": "2026-01-01",
        "valid_to": "2025-12-31",
    }
    assert events(row) == ["events[0].valid_to"]


def test_two_reports_on_one_year_are_refused() -> None:
    assert problems(document(reports=[{"year": 2024}, {"year": 2024}])) == ["reports"]


def test_a_misspelt_key_is_answered_with_the_right_one() -> None:
    found = read(document(reports=[{"year": 2024, "recieved_on": "2025-05-01"}]))
    assert isinstance(found, list)
    assert "received_on" in found[0].message.zh and "received_on" in found[0].message.en


DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Z", "C")), min_size=1, max_size=12)
MONEY = st.integers(-MOST_FEN // 100, MOST_FEN // 100)
ORGANIZATIONS = st.builds(
    Organization,
    code=WORDS,
    name=WORDS,
    kind=st.sampled_from(Kind),
    level=st.sampled_from(Level),
    registered_on=DAYS,
    charity_since=st.none() | DAYS,
    fundraising_since=st.none() | DAYS,
    supervised=st.booleans(),
    original_fund=st.none() | st.integers(0, MOST_FEN // 100),
)
REPORTS = st.lists(
    st.builds(
        YearReport,
        year=st.integers(1990, 2030),
        received_on=st.none() | DAYS,
        published_on=st.none() | DAYS,
        conclusion=st.none() | st.sampled_from(Conclusion),
        figures=st.dictionaries(st.sampled_from(FIGURES), MONEY, max_size=3),
    ),
    max_size=4,
    unique_by=lambda report: report.year,
)
PLAIN = [name for name, happening in HAPPENINGS.items() if not happening.needs]
EVENTS = st.lists(
    st.builds(lambda on, what, basis: Event(on, what, basis), DAYS, st.sampled_from(PLAIN), st.just({}))
    | st.builds(
        lambda on, ground: Event(on, "listed", {"list": ground.partition(".")[0], "ground": ground}),
        DAYS,
        st.sampled_from(list(GROUNDS)),
    ),
    max_size=4,
)


SINCE = st.none() | st.integers(1990, 2030)


@given(st.builds(lambda o, r, e, y: Dossier(o, tuple(r), tuple(e), y), ORGANIZATIONS, REPORTS, EVENTS, SINCE))
def test_a_dossier_comes_back_from_json_as_it_was(dossier: Dossier) -> None:
    assert read(json.loads(json.dumps(write(dossier)))) == dossier


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
)


@given(JSON, JSON, JSON)
def test_whatever_is_sent_is_read_or_refused(organization: object, reports: object, events: object) -> None:
    found = read({"organization": organization, "reports": reports, "events": events})
    assert isinstance(found, list) and found

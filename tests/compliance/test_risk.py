"""Signs of risk: only what was known on the day."""

from datetime import date, timedelta
from typing import Any

import polars as pl
from polars import DataFrame

from compliance.risk import COLUMNS, EVENTS, ORGANIZATIONS, REPORTS, signs

DAY = date(2025, 1, 1)
LATER = DAY + timedelta(days=1)


def organizations(*rows: dict[str, Any]) -> DataFrame:
    usual = {"kind": "foundation", "registered_on": date(2015, 1, 1), "supervised": True}
    return DataFrame([usual | row for row in rows], schema=ORGANIZATIONS)


def report(code: str, year: int, **more: Any) -> dict[str, Any]:
    usual = {
        "code": code, "year": year, "due": date(year + 1, 3, 31), "received_on": date(year + 1, 3, 1), "faults": 0,
        "income": 100_00, "expense": 80_00, "net_assets": 40_00, "management": 8_00,
    }  # fmt: skip
    return usual | more


def reports(*rows: dict[str, Any]) -> DataFrame:
    return DataFrame(list(rows), schema=REPORTS)


def events(*rows: dict[str, Any]) -> DataFrame:
    return DataFrame(list(rows), schema=EVENTS)


def test_nothing_after_the_day_changes_a_sign() -> None:
    people = organizations({"code": "a"}, {"code": "b"})
    past = [
        report("a", 2022),
        report("a", 2023, faults=2, concluded_on=date(2024, 8, 1), conclusion="unqualified"),
    ]
    record = [{"code": "a", "on": date(2024, 5, 1), "what": "warning"}]
    before = signs(people, reports(*past), events(*record), DAY)
    planted = [
        report("a", 2024, received_on=LATER, faults=9), report("b", 2024, received_on=LATER),
        report("b", 2025, received_on=None, due=date(2026, 3, 31)),
    ]  # fmt: skip
    later = [
        {"code": code, "on": LATER, "what": what} for code in "ab" for what in ("fine", "listed", "award")
    ]
    people = pl.concat([people, organizations({"code": "c", "registered_on": LATER})])
    after = signs(people, reports(*past, *planted), events(*record, *later), DAY)
    assert after.equals(before)


def test_what_became_known_later_of_an_old_report_is_not_known() -> None:
    people = organizations({"code": "a"})
    open_yet = reports(report("a", 2023))
    grave = {"concluded_on": LATER, "conclusion": "unqualified", "published_on": LATER}
    assert signs(people, reports(report("a", 2023, **grave)), events(), DAY).equals(
        signs(people, open_yet, events(), DAY)
    )
    silent = reports(report("a", 2023, received_on=None))
    came_later = reports(report("a", 2023, received_on=LATER, faults=3))
    assert signs(people, came_later, events(), DAY)["missed"].item() == 1
    assert signs(people, silent, events(), DAY)["faults_last"].item() is None


def test_signs_say_what_the_table_says() -> None:
    people = organizations({"code": "a", "charity_since": date(2020, 1, 1)}, {"code": "b"})
    told = reports(
        report("a", 2022, published_on=date(2023, 4, 1)),
        report("a", 2023, received_on=date(2024, 4, 10), income=200_00, faults=1),
    )
    record = events(
        {"code": "a", "on": date(2019, 1, 1), "what": "fine"},
        {"code": "a", "on": date(2024, 1, 1), "what": "listed"},
        {"code": "a", "on": date(2023, 1, 1), "what": "assessed", "grade": "4A", "until": date(2028, 1, 1)},
    )
    row, empty = signs(people, told, record, DAY).to_dicts()
    assert tuple(row) == ("code", *COLUMNS)
    assert row["reports"] == 2 and row["late_share"] == 0.5 and row["slack_last"] == -10
    assert row["growth"] == 2 and row["margin"] == 0.6 and row["months_of_net_assets"] == 6
    assert row["unpublished_share"] == 0.5 and row["faults_last"] == 1
    assert row["penalties"] == 0 and row["listed"] == 1 and row["grade"] == 4
    assert empty["reports"] == 0 and empty["margin"] is None and empty["listed"] == 0


def test_who_inspected_is_no_column() -> None:
    assert not [name for name in COLUMNS if "inspect" in name or "officer" in name]

"""The JSON form of a report (contract 3, rows 90-91): strict, and all faults at once."""

import json

import pytest

from compliance.facts import Kind
from compliance.form.document import read_json, to_json
from compliance.form.example import example
from compliance.form.example.narrative import code
from compliance.form.read import Expect

KIND, YEAR = Kind.ASSOCIATION, 2025


def document(**lines: object) -> dict[str, object]:
    """The example as JSON, with some lines changed ("__" for a dot); None takes a line away."""
    made = to_json(KIND, YEAR, example(KIND, YEAR))
    told = made["lines"]
    assert isinstance(told, dict)
    for name, value in lines.items():
        told[name.replace("__", ".")] = value
    return json.loads(json.dumps(made))  # type: ignore[no-any-return]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("year", [2023, 2025, 2026])
def test_the_example_goes_through_json_and_back(kind: Kind, year: int) -> None:
    answers = example(kind, year)
    reading = read_json(json.loads(json.dumps(to_json(kind, year, answers))), Expect(kind=kind, year=year))
    assert reading.faults == ()
    assert reading.values == answers


def test_money_is_a_string_with_two_decimals_and_days_are_iso() -> None:
    told = document()["lines"]
    assert isinstance(told, dict)
    assert told["activity.donation_income.total"] == "800000.00"
    assert told["commitment.signed_on.value"] == "2026-03-15"
    assert told["basic.charity.value"] is True and told["basic.year.value"] == 2025


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("balance__cash__closing", 12),
        ("balance__cash__closing", 12.5),
        ("balance__cash__closing", "1,234"),
        ("balance__cash__closing", "12.345"),
        ("balance__cash__closing", "1e5"),
        ("balance__cash__closing", "9" * 400),
        ("balance__cash__closing", True),
        ("balance__cash__closing", ["1"]),
        ("governance__board_size__value", "9"),
        ("governance__board_size__value", True),
        ("governance__board_size__value", 9.0),
        ("basic__charity__value", "是"),
        ("basic__charity__value", 1),
        ("commitment__signed_on__value", "2026/03/15"),
        ("commitment__signed_on__value", "2026-02-30"),
        ("basic__name__value", 5),
        ("basic__name__value", ""),
        ("basic__name__value", {}),
    ],
)
def test_a_value_of_another_type_is_refused(line: str, value: object) -> None:
    faults = read_json(document(**{line: value})).faults
    assert [fault.rule for fault in faults] == ["form.json.type"]
    assert faults[0].line == line.replace("__", ".")


@pytest.mark.parametrize(
    ("line", "value", "rule"),
    [
        ("basic__field__value", "sorcery", "form.choice.unknown"),
        ("balance__cash__closing", "-1.00", "form.money.negative"),
        ("basic__code__value", "5199990", "form.json.shape"),
        ("basic__year__value", 2024, "form.year.other"),
        ("basic__name__value", "a\u0000b", "form.text.control"),
        ("basic__name__value", "a\ud800b", "form.text.control"),
        ("balance__cash__closing", None, "form.required"),
        ("balance__gold__closing", "1.00", "form.json.unknown"),
    ],
)
def test_the_same_rules_hold_as_for_a_workbook(line: str, value: object, rule: str) -> None:
    assert [fault.rule for fault in read_json(document(**{line: value})).faults] == [rule]


def test_all_faults_are_told_at_once() -> None:
    faults = read_json(document(nothing="1", balance__cash__closing=1, basic__name__value=None)).faults
    assert sorted(fault.rule for fault in faults) == ["form.json.type", "form.json.unknown", "form.required"]


def test_many_unknown_lines_are_counted() -> None:
    strange = {f"balance__x{number}__closing": "1" for number in range(10_000)}
    faults = read_json(document(**strange)).faults
    assert len(faults) == 21 and "9980" in faults[-1].message.zh


@pytest.mark.parametrize(
    "made",
    [None, [], "text", 5, {}, {"kind": "foundation"}, {"kind": "club", "year": 2025, "lines": {}},
     {"kind": "foundation", "year": "2025", "lines": {}}, {"kind": "foundation", "year": True, "lines": {}},
     {"kind": "foundation", "year": 99999, "lines": {}}, {"kind": [], "year": 2025, "lines": {}},
     {"kind": "foundation", "year": 2025, "lines": []},
     {"kind": "foundation", "year": 2025, "lines": {}, "x": 1},
     {"code": 5, "kind": "foundation", "year": 2025, "lines": {}}],
)  # fmt: skip
def test_what_is_no_report_gets_one_fault(made: object) -> None:
    reading = read_json(made)
    assert [fault.rule for fault in reading.faults] == ["form.json.shape"]
    assert reading.not_checked == ("form.lines",)


def test_another_organizations_report_is_named() -> None:
    reading = read_json(document(), Expect(code=code(KIND, 2)))
    assert [fault.rule for fault in reading.faults] == ["form.code.other"]


def test_another_year_than_expected_is_one_fault() -> None:
    assert [fault.rule for fault in read_json(document(), Expect(year=2024)).faults] == ["form.template.year"]

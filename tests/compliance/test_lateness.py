"""A report checked for a day is told when that day is after its due date, and nothing else changes."""

from datetime import date

import pytest

from compliance.check import check
from compliance.facts import Kind
from compliance.form.document import read_json, to_json
from compliance.form.example import example
from compliance.lateness import filed_on


@pytest.mark.parametrize(
    ("kind", "charity", "day", "late"),
    [
        (Kind.ASSOCIATION, False, date(2026, 5, 31), False),
        (Kind.ASSOCIATION, False, date(2026, 6, 1), True),
        (Kind.FOUNDATION, False, date(2026, 4, 1), True),
        (Kind.FOUNDATION, True, date(2026, 4, 1), False),
    ],
)
def test_a_day_after_the_due_date_is_told(kind: Kind, charity: bool, day: date, late: bool) -> None:
    plain = check(read_json(to_json(kind, 2025, example(kind, 2025, charity))), None, "")
    told = filed_on(plain, day)
    assert [fault.rule for fault in told.faults] == (["report.late"] if late else [])
    assert told.verdict == plain.verdict == "accepted"

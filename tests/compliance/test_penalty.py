import pytest

from compliance.facts import Event
from compliance.penalty import large, minor_decisions, repeated
from compliance.record import known
from tests.compliance.sample import day, dossier, event


@pytest.mark.parametrize(
    ("on", "amount", "expected"),
    [
        ("2025-01-01", "49999.99", False),
        ("2025-01-01", "50000.00", True),
        ("2018-01-24", "50000.00", True),
        ("2018-01-23", "50000.00", False),  # before the measures
    ],
)
def test_a_fine_is_large_from_50000_yuan_since_the_measures(on: str, amount: str, expected: bool) -> None:
    assert large(event(on, "fine", amount=amount)) == expected


@pytest.mark.parametrize(
    ("events", "days"),
    [
        ((event("2025-01-01", "warning"), event("2025-01-01", "warning")), 1),
        ((event("2025-01-01", "warning", basis="甲"), event("2025-01-01", "warning", basis="乙")), 2),
        ((event("2025-01-01", "warning", basis="甲"), event("2025-01-01", "fine", amount="1.00")), 1),
        ((event("2025-01-01", "warning"), event("2025-01-02", "fine", amount="50000.00")), 1),
        ((event("2025-01-01", "confiscation"), event("2025-01-02", "public_criticism")), 0),
    ],
)
def test_decisions_are_counted_not_their_parts(events: tuple[Event, ...], days: int) -> None:
    assert len(minor_decisions(known(dossier(*events), day("2026-01-01")))) == days


def test_a_third_warning_within_the_window_repeats_the_ground() -> None:
    days = [day("2023-01-01"), day("2024-01-01"), day("2025-01-01"), day("2029-01-01")]
    assert repeated(days) == [day("2024-01-01"), day("2025-01-01")]

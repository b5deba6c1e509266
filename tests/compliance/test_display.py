"""What the public sees of a record, on both sides of each limit of display."""

from datetime import date

import pytest

from compliance.display import assessment, entries, public_events
from compliance.facts import Dossier, Event, Kind, Level, Organization
from compliance.listing import record

ORGANIZATION = Organization("53330100000000001X", "某基金会", Kind.FOUNDATION, Level.CITY, date(2015, 3, 1))
GROUND = {"list": "anomaly", "ground": "anomaly.warned_or_fined"}


def shown(day: date, *events: Event) -> list[tuple[str, bool]]:
    dossier = Dossier(ORGANIZATION, (), events, known_from=2040)
    return [(entry.ground, entry.removed_on is not None) for entry in entries(record(dossier, day))]


LISTED = Event(date(2026, 5, 1), "listed", GROUND)
REMOVED = Event(date(2026, 11, 2), "removed", {"list": "anomaly"})
REPAIRED = Event(date(2026, 11, 3), "repaired", {"list": "anomaly"})


@pytest.mark.parametrize(
    ("day", "events", "expected"),
    [
        (date(2026, 4, 30), (LISTED,), []),
        (date(2026, 5, 1), (LISTED,), [("anomaly.warned_or_fined", False)]),
        (date(2026, 11, 2), (LISTED, REMOVED), [("anomaly.warned_or_fined", True)]),
        (date(2027, 5, 1), (LISTED, REMOVED), [("anomaly.warned_or_fined", True)]),
        (date(2027, 5, 2), (LISTED, REMOVED), []),
        (date(2026, 11, 3), (LISTED, REMOVED, REPAIRED), []),
        (date(2026, 11, 3), (LISTED, REPAIRED), []),
    ],
)
def test_an_entry_is_shown_until_display_ends_or_repair_comes(
    day: date, events: tuple[Event, ...], expected: list[tuple[str, bool]]
) -> None:
    assert shown(day, *events) == expected


@pytest.mark.parametrize(
    ("what", "day", "visible"),
    [
        ("warning", date(2026, 5, 2), False),
        ("fine", date(2027, 5, 1), True),
        ("fine", date(2027, 5, 2), False),
        ("suspension", date(2029, 5, 1), True),
        ("suspension", date(2029, 5, 2), False),
        ("certificate_revoked", date(2039, 1, 1), True),
        ("complaint_upheld", date(2026, 5, 2), False),
        ("interviewed", date(2026, 5, 2), False),
        ("award", date(2036, 1, 1), True),
    ],
)
def test_a_penalty_is_shown_by_its_class_and_no_longer(what: str, day: date, visible: bool) -> None:
    assert bool(public_events([Event(date(2026, 5, 1), what, {"amount": "1.00"})], day)) is visible


@pytest.mark.parametrize(
    ("day", "grade"), [(date(2024, 12, 31), None), (date(2025, 1, 1), "4A"), (date(2030, 1, 1), None)]
)
def test_an_assessment_counts_while_it_is_valid(day: date, grade: str | None) -> None:
    details = {"grade": "4A", "valid_from": "2025-01-01", "valid_to": "2029-12-31"}
    found = assessment([Event(date(2024, 12, 1), "assessed", details)], day)
    assert (found.details["grade"] if found else None) == grade

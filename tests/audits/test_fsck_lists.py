"""The public lists against the decisions: whatever is planted in the record is found; what was decided is sound."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from audits import case as acts
from audits import fsck
from audits.listing import open_proposals
from compliance.facts import Kind
from models.account import Account, Role
from models.case import Case, CaseMove, Move, cases_of
from models.db import Database, Session
from models.event import Event, events_of
from tests import make

OPENED, NOTICED, DECIDED = date(2025, 7, 1), date(2025, 7, 2), date(2025, 7, 24)
LATER = datetime(2025, 8, 1, 4, tzinfo=UTC)


def broken(database: Database) -> list[tuple[str, str]]:
    return [(one.invariant, one.row) for one in fsck.check(database, LATER)]


def listed(db: Session) -> tuple[Case, Account]:
    """An organization that never reported, decided upon by two officers."""
    office = make.registrar(db, number_prefix="民社")
    found = make.organization(
        db, registrar=office, kind=Kind.ASSOCIATION, charity_since=None, registered_on=date(2024, 1, 5)
    )
    officer, approver = (make.account(db, role, registrar=office) for role in (Role.OFFICER, Role.APPROVER))
    open_proposals(db, OPENED)
    [case] = cases_of(db, found.code)
    acts.take(db, NOTICED, officer, case, Move.NOTICED, {})
    acts.take(db, DECIDED, officer, case, Move.PROPOSED, {"reasons": "未报送"})
    acts.take(db, DECIDED, approver, case, Move.DECIDED, {"reasons": "同意"})
    db.flush()
    return case, officer


def test_an_entry_as_decided_is_sound(database: Database) -> None:
    with database.write() as db:
        listed(db)
    assert broken(database) == []


@pytest.mark.parametrize(
    "planted",
    [
        {"on": date(2025, 7, 20)},
        {"details": {"list": "serious", "ground": "anomaly.report_missed"}},
        {"details": {"list": "anomaly", "ground": "anomaly.unreachable"}},
        {"details": {"list": "no such list", "ground": "anomaly.unreachable"}},
        {"details": {}},
        {"what": "award"},
    ],
)
def test_a_record_that_was_changed_is_found(sqlite_database: Database, planted: dict[str, Any]) -> None:
    with sqlite_database.write() as db:
        case, _ = listed(db)
        [entry] = events_of(db, case.code)
        for name, value in planted.items():
            setattr(entry, name, value)
    assert ("I8", f"organization {case.code}") in broken(sqlite_database)


def test_an_entry_that_was_taken_away_is_found(database: Database) -> None:
    with database.write() as db:
        case, _ = listed(db)
        db.delete(events_of(db, case.code)[0])
    assert ("I8", f"organization {case.code}") in broken(database)


def test_an_entry_that_nobody_decided_is_found(database: Database) -> None:
    with database.write() as db:
        stranger = make.organization(db)
        details = {"list": "serious", "ground": "serious.revoked"}
        db.add(Event(code=stranger.code, on=DECIDED, what="listed", details=details, at=make.MOMENT))
    assert broken(database) == [("I8", f"organization {stranger.code}")]


def test_a_removal_that_nobody_decided_is_found(database: Database) -> None:
    with database.write() as db:
        case, _ = listed(db)
        out = {"on": DECIDED + timedelta(2), "what": "removed", "details": {"list": "anomaly"}}
        db.add(Event(code=case.code, at=make.MOMENT, **out))
    assert broken(database) == [("I8", f"organization {case.code}")]


def test_an_entry_declared_wrong_is_off_the_list_and_sound(database: Database) -> None:
    with database.write() as db:
        case, officer = listed(db)
        [entry] = events_of(db, case.code)
        undone = {"on": DECIDED, "what": "listed", "details": entry.details, "voids": entry.id}
        db.add(Event(code=case.code, at=make.MOMENT, by=officer.id, **undone))
    assert broken(database) == []


def test_a_second_open_case_about_the_same_is_found(database: Database) -> None:
    with database.write() as db:
        first, _ = listed(db)
        for number in ("民社案〔2025〕2号", "民社案〔2025〕3号"):
            twin = Case(
                number=number,
                code=first.code,
                matter=first.matter,
                register="anomaly",
                ground="anomaly.unreachable",
                facts={},
            )
            twin.moves.append(CaseMove(move=Move.OPENED, on=OPENED, at=make.MOMENT, by=None, details={}))
            db.add(twin)
            db.flush()
    found = broken(database)
    assert [one for one in found if one[0] == "I4.case"] == [("I4.case", "case 民社案〔2025〕3号")]

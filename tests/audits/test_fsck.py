"""Planted faults are found, each under its name and by its row; a sound database is called sound."""

from datetime import date, timedelta
from hashlib import sha256

import pytest

from audits import fsck
from audits.numbering import Paper, number
from compliance.facts import Kind
from models.account import Account, Role
from models.case import Case, CaseMove, Matter, Move
from models.db import Database, Session
from models.event import Event
from models.job import JobRun
from models.report import Document, Report, Step, Took, YearFigures
from tests import make

LATE = date(2025, 7, 22)
LATER = make.MOMENT + timedelta(days=3)


def broken(database: Database) -> list[tuple[str, str]]:
    return [(one.invariant, one.row) for one in fsck.check(database, LATER)]


def document(db: Session, content: bytes = b"a workbook") -> Document:
    kept = Document(sha256=sha256(content).hexdigest(), content=content, media_type="x", size=len(content))
    db.add(kept)
    return kept


def report(db: Session, by: Account, *steps: tuple[Took, Account | None]) -> Report:
    assert by.organization is not None
    made = Report(
        code=by.organization.code,
        year=2024,
        version=1,
        kind=Kind.FOUNDATION,
        sha256=document(db).sha256,
        file_name="report.xlsx",
        uploaded_at=make.MOMENT,
        uploaded_by=by.id,
        rules="1",
        verdict="accepted",
        lines={},
        faults=[],
        corrected=[],
    )
    db.add(made)
    for took, who in steps:
        made.steps.append(
            Step(took=took, on=make.DAY, at=make.MOMENT, by=who.id if who else None, details={})
        )
    db.flush()
    return made


def case(db: Session, *moves: tuple[Move, Account | None]) -> Case:
    organization = make.organization(db, registrar=make.registrar(db, number_prefix="民社"))
    made = Case(
        number=number(db, Paper.CASE, organization, make.DAY),
        code=organization.code,
        matter=Matter.LISTING,
        register="anomaly",
        ground="anomaly.report_missed",
        facts={},
    )
    db.add(made)
    for move, who in moves:
        late = move in {Move.PROPOSED, Move.DECIDED}
        made.moves.append(
            CaseMove(
                move=move,
                on=LATE if late else make.DAY,
                at=make.MOMENT,
                by=who.id if who else None,
                details={"until": "2025-07-21"} if move is Move.NOTICED else {},
            )
        )
    db.flush()
    if moves[-1][0] is Move.DECIDED:
        entered = {"code": made.code, "on": LATE, "what": "listed", "details": {"list": "anomaly"}}
        db.add(Event(**entered, at=make.MOMENT, by=None, case_id=made.id))
    return made


def test_a_sound_database_is_called_sound(database: Database) -> None:
    with database.write() as db:
        preparer = make.account(db, Role.PREPARER)
        signer = make.account(db, Role.SIGNER, organization=preparer.organization)
        officer, approver = make.account(db, Role.OFFICER), make.account(db, Role.APPROVER)
        report(db, preparer, (Took.SIGNED, signer), (Took.SUBMITTED, signer), (Took.CONCLUDED, officer))
        case(
            db,
            (Move.OPENED, None),
            (Move.NOTICED, officer),
            (Move.PROPOSED, officer),
            (Move.DECIDED, approver),
        )
    assert broken(database) == []


def test_a_flipped_byte_is_found(database: Database) -> None:
    with database.write() as db:
        preparer = make.account(db, Role.PREPARER)
        made = report(db, preparer)
        kept = db.get_one(Document, made.sha256)
        kept.content = b"b workbook"
    assert broken(database) == [("I2.content", f"document {made.sha256}")]


def test_a_file_that_nothing_refers_to_is_found(database: Database) -> None:
    with database.write() as db:
        stray = document(db).sha256
    assert broken(database) == [("I2.reference", f"document {stray}")]


@pytest.mark.parametrize(
    "took",
    [(Took.SUBMITTED,), (Took.PUBLISHED,), (Took.SIGNED, Took.CONCLUDED), (Took.SIGNED, Took.CONSENTED)],
)
def test_a_report_that_skipped_a_step_is_found(sqlite_database: Database, took: tuple[Took, ...]) -> None:
    with sqlite_database.write() as db:
        made = report(db, make.account(db, Role.PREPARER), *((one, None) for one in took))
    assert broken(sqlite_database) == [("I3.report", f"report {made.id}")]


def test_a_case_decided_before_it_was_proposed_is_found(database: Database) -> None:
    with database.write() as db:
        case(db, (Move.OPENED, None), (Move.DECIDED, make.account(db, Role.APPROVER)))
    assert broken(database) == [("I3.case", "case 民社案〔2025〕1号")]


def test_a_deadline_that_is_not_the_calendars_is_found(database: Database) -> None:
    with database.write() as db:
        officer = make.account(db, Role.OFFICER)
        case(db, (Move.OPENED, None), (Move.NOTICED, officer)).moves[1].details = {"until": "2025-07-14"}
    assert broken(database) == [("I16", "case 民社案〔2025〕1号")]


def test_a_decision_without_its_entry_in_the_record_is_found(database: Database) -> None:
    with database.write() as db:
        made = case(db, (Move.OPENED, None))
        entered = {"code": made.code, "on": LATE, "what": "listed", "details": {"list": "anomaly"}}
        db.add(Event(**entered, at=make.MOMENT, by=None, case_id=made.id))
    assert broken(database) == [("I5", f"case id {made.id}")]


def test_one_officer_on_both_sides_is_found(database: Database) -> None:
    with database.write() as db:
        approver = make.account(db, Role.APPROVER)
        case(
            db,
            (Move.OPENED, None),
            (Move.NOTICED, approver),
            (Move.PROPOSED, approver),
            (Move.DECIDED, approver),
        )
    assert broken(database) == [("I10.decision", "case 民社案〔2025〕1号")]


def test_one_person_who_prepared_and_signed_is_found(database: Database) -> None:
    with database.write() as db:
        signer = make.account(db, Role.SIGNER)
        made = report(db, signer, (Took.SIGNED, signer))
    assert broken(database) == [("I10.signature", f"report {made.id}")]


def test_a_step_of_a_role_that_may_not_is_found(database: Database) -> None:
    with database.write() as db:
        preparer = make.account(db, Role.PREPARER)
        inspector = make.account(db, Role.INSPECTOR)
        made = report(db, preparer, (Took.SIGNED, inspector))
        case(db, (Move.OPENED, None), (Move.NOTICED, None))
    found = dict(broken(database))
    assert set(found) == {"I11.report", "I11.case"}
    assert found["I11.report"] == f"step {made.steps[0].id}"


def test_a_run_left_lying_is_found(database: Database) -> None:
    with database.write() as db:
        run = {"job": "rank", "period": "2025-06-30", "attempt": 1, "started_at": make.MOMENT, "outcome": {}}
        db.add(JobRun(**run, lease_until=make.MOMENT))
    assert broken(database) == [("I12", "job_run rank 2025-06-30")]


def test_a_gap_in_the_numbers_is_found(database: Database) -> None:
    with database.write() as db:
        organization = make.organization(db, registrar=make.registrar(db, number_prefix="民社"))
        number(db, Paper.CASE, organization, make.DAY)
    assert broken(database) == [("series", "series 民社案/2025")]


def test_figures_that_differ_from_their_report_are_found(database: Database) -> None:
    with database.write() as db:
        made = report(db, make.account(db, Role.PREPARER))
        kept = {"code": made.code, "year": 2024, "report_id": made.id, "figures": {"total_expense": 1}}
        db.add(YearFigures(**kept, received_on=None, published_on=None, conclusion=None))
    assert broken(database) == [("I19", f"year_figures {made.code} 2024")]

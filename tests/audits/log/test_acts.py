"""Every act with legal effect is entered by the transaction that does it, named as what it is."""

import json
from datetime import date

import pytest

from audits import case, fsck, inspection, ranking, removal, report, signing
from audits.listing import open_proposals
from audits.log import erase
from audits.log.database import check_database
from audits.log.proof import proof_of
from audits.log.publish import publish
from audits.objection import statement_ends
from audits.refusal import NotFound
from compliance.act import OF_DECISION, OF_MOVE, OF_REPORT
from compliance.case import Matter, Move
from compliance.facts import Conclusion, Register
from compliance.log.entry import Entry, read
from models import entry
from models.account import Role
from models.case import Case, CaseMove, cases_of
from models.db import Database, Session
from models.enter import enter_missing
from models.event import Event
from models.report import Report, Took
from tests import make, reporting
from tests.reporting import DAY, YEAR, People


def entries(database: Database) -> list[Entry]:
    with database.read() as db:
        return [read(line) for _, line, _ in entry.lines(db)]


def types(database: Database) -> list[str]:
    return [one.type for one in entries(database)]


def sound(database: Database) -> bool:
    return [one for one in fsck.check(database, make.MOMENT) if one.invariant in {"I5.log", "I6", "I7"}] == []


def test_a_reports_way_is_entered_step_by_step(database: Database) -> None:
    with database.write() as db:
        people = People(db)
        found = reporting.submitted(db, people)
    with database.write() as db:
        inspection.decline(db, DAY, db.merge(people.unit), db.get_one(Report, found.id), "请补充。")
    with database.write() as db:
        again = report.changeable(db, db.merge(people.organization), YEAR)
        assert again is not None
        report.explain(
            db, DAY, people.preparer, again, {(one["rule"], one["line"]): "已说明。" for one in again.faults}
        )
        signing.sign(db, DAY, people.signer, again.organization, YEAR)
        signing.submit(db, DAY, people.preparer, again.organization, YEAR)
    with database.write() as db:
        inspection.consent(db, DAY, people.unit, reporting.latest(db, people))
    with database.write() as db:
        inspection.conclude(
            db, DAY, people.officer, reporting.latest(db, people), Conclusion.QUALIFIED, "同意。"
        )
    assert types(database) == [
        "report.received", "report.declined", "report.received", "report.consented", "report.published",
        "report.concluded",
    ]  # fmt: skip
    public = [one.type for one in entries(database) if one.org]
    assert public == ["report.published", "report.concluded"]
    assert sound(database)


LISTED = date(2026, 11, 2)


def opened(db: Session) -> tuple[People, Case]:
    people = People(db, registered_on=date(2015, 1, 1))
    open_proposals(db, LISTED)
    return people, cases_of(db, people.organization.code)[0]


def test_a_case_is_entered_from_its_opening_to_the_list(database: Database) -> None:
    with database.write() as db:
        people, found = opened(db)
        case.take(db, LISTED, people.officer, found, Move.NOTICED, {})
        case.take(db, LISTED, people.preparer, found, Move.STATED, {"text": "我单位认为不应列入。"})
        end = statement_ends(found)
        assert end is not None
        later = date(end.year, end.month, end.day + 1)
        case.take(db, later, people.officer, found, Move.PROPOSED, {"reasons": "拟列入。"})
        case.take(db, later, people.approver, found, Move.DECIDED, {"reasons": "同意。"})
    assert types(database) == ["case.opened", "case.noticed", "case.stated", "case.proposed", "list.add"]
    assert [one.org for one in entries(database)] == [None] * 4 + [people.organization.code]
    with database.write() as db:
        one = db.get_one(Case, found.id)
        body = json.loads(str(entry.bodies(db)[-1].text))
        assert (body["number"], body["case"]) == (one.moves[-1].number, one.number)
    assert sound(database)


def test_a_dismissal_is_entered_and_names_nobody(database: Database) -> None:
    with database.write() as db:
        people, found = opened(db)
        case.take(db, LISTED, people.officer, found, Move.DISMISSED, {"reasons": "情形已经消除。"})
    assert types(database) == ["case.opened", "case.dismissed"]
    assert [one.org for one in entries(database)] == [None, None]


@pytest.mark.parametrize(
    ("what", "details", "type_", "public"),
    [
        ("warning", {}, "penalty.warning", True),
        ("fine", {"amount": "60000.00"}, "penalty.fine", True),
        ("listed", {"list": "anomaly", "ground": "anomaly.unreachable"}, "list.add", True),
        ("removed", {"list": "anomaly"}, "list.remove", True),
        ("repaired", {"list": "serious"}, "list.repair", True),
        (
            "assessed",
            {"grade": "3A", "valid_from": "2025-01-01", "valid_to": "2030-01-01"},
            "record.assessed",
            True,
        ),
        ("complaint_upheld", {}, "record.complaint_upheld", False),
    ],
)
def test_what_enters_the_record_is_entered(
    database: Database, what: str, details: dict[str, str], type_: str, public: bool
) -> None:
    with database.write() as db:
        code = make.organization(db).code
        db.add(Event(code=code, on=make.DAY, what=what, details=details, at=make.MOMENT))
    assert [(one.type, one.org) for one in entries(database)] == [(type_, code if public else None)]
    assert sound(database)


def test_a_correction_of_the_record_supersedes_what_it_corrects(database: Database) -> None:
    with database.write() as db:
        code = make.organization(db).code
        first = Event(code=code, on=make.DAY, what="warning", details={}, at=make.MOMENT)
        db.add(first)
        db.flush()
        voids = first.id
    with database.write() as db:
        db.add(Event(code=code, on=make.DAY, what="warning", details={}, at=make.MOMENT, voids=voids))
    assert [one.supersedes for one in entries(database)] == [None, 0]


def test_a_removal_supersedes_the_listing(database: Database) -> None:
    with database.write() as db:
        people, found = opened(db)
        decided = CaseMove(move="decided", on=LISTED, at=make.MOMENT, by=people.approver.id, details={})
        found.moves.append(decided)
        out = Case(
            number="案2", code=found.code, matter="removal", register=found.register, ground="", facts={}
        )
        db.add(out)
        db.flush()
        out.moves.append(
            CaseMove(move="decided", on=LISTED, at=make.MOMENT, by=people.approver.id, details={})
        )
    told = {one.type: one for one in entries(database)}
    assert told["list.remove"].supersedes == told["list.add"].seq


def test_an_edition_is_entered_with_the_hash_of_its_places(database: Database) -> None:
    with database.write() as db:
        people = People(db)
        reporting.submitted(db, people)
    with database.write() as db:
        edition, _ = ranking.compute(db, YEAR, DAY)
        assert "edition.published" not in types(database)
        ranking.publish(db, edition, make.MOMENT)
    with database.write() as db:
        edition, _ = ranking.compute(db, YEAR, DAY)
        ranking.publish(db, edition, make.MOMENT)
    first, second = (one for one in entries(database) if one.type == "edition.published")
    assert (first.supersedes, second.supersedes) == (None, first.seq)
    assert sound(database)


def test_a_removal_applied_for_is_entered(database: Database) -> None:
    with database.write() as db:
        people = People(db, registered_on=date(2025, 2, 1), charity_since=None)
        details = {"list": "anomaly", "ground": "anomaly.warned_or_fined"}
        db.add(
            Event(
                code=people.organization.code,
                on=date(2025, 3, 1),
                what="listed",
                details=details,
                at=make.MOMENT,
            )
        )
        db.flush()
        removal.apply_for_removal(
            db, date(2025, 12, 1), people.preparer, people.organization, Register.ANOMALY
        )
    assert types(database) == ["list.add", "case.opened"]


def test_every_step_and_move_that_there_is_was_thought_of() -> None:
    own = {Took.EXPLAINED, Took.ATTACHED, Took.SIGNED}
    assert {str(one) for one in Took if one not in own} == set(OF_REPORT)
    assert set(OF_MOVE) == set(Move) - {Move.DECIDED}
    assert set(OF_DECISION) == set(Matter) - {Matter.INTERVIEW}


def test_an_act_that_fails_is_not_entered(database: Database) -> None:
    with database.write() as db:
        preparer = make.account(db, Role.PREPARER)
    with pytest.raises(ZeroDivisionError), database.write() as db:
        db.add(Event(code=str(preparer.code), on=make.DAY, what="warning", details={}, at=make.MOMENT))
        db.flush()
        raise ZeroDivisionError
    assert types(database) == []


def test_a_row_changed_or_gone_behind_the_log_is_found(database: Database) -> None:
    with database.write() as db:
        people = People(db)
        reporting.submitted(db, people)
        db.add(
            Event(
                code=people.organization.code,
                on=make.DAY,
                what="fine",
                details={"amount": "1.00"},
                at=make.MOMENT,
            )
        )
    with database.engine.execution_options(writing=True).begin() as connection:
        connection.exec_driver_sql("UPDATE event SET what = 'warning'")
        connection.exec_driver_sql("UPDATE step SET number = 'x' WHERE number IS NOT NULL")
    assert {one.row.partition("/")[0] for one in fsck.check(database, make.MOMENT) if one.invariant == "I5.log"} == {
        "event", "step",
    }  # fmt: skip
    with database.engine.execution_options(writing=True).begin() as connection:
        connection.exec_driver_sql("DELETE FROM event")
    assert "event/1" in {one.row for one in fsck.check(database, make.MOMENT) if one.invariant == "I5.log"}


def test_rows_written_in_bulk_are_missed_until_entered(database: Database) -> None:
    with database.write() as db:
        code = make.organization(db).code
    with database.engine.execution_options(writing=True).begin() as connection:
        connection.exec_driver_sql(
            f'INSERT INTO event (id, code, "on", what, details, at) VALUES '
            f"(1, '{code}', '2025-01-01', 'warning', '{{}}', '2025-01-01 00:00:00')"
        )
    assert [one.row for one in fsck.check(database, make.MOMENT) if one.invariant == "I5.log"] == ["event/1"]
    with database.write() as db:
        assert enter_missing(db, make.MOMENT) == 1
    assert sound(database)
    assert [one.at for one in entries(database)] == [make.MOMENT]


def test_a_body_erased_by_law_leaves_a_log_that_still_holds(database: Database) -> None:
    with database.write() as db:
        code = make.organization(db).code
        db.add(Event(code=code, on=make.DAY, what="warning", details={"basis": "某条"}, at=make.MOMENT))
    publish(database)
    with database.write() as db:
        erase(db, 0, "个人信息保护法第四十七条")
    publish(database)
    assert check_database(database) == (2, 2)
    assert types(database) == ["penalty.warning", "body.erased"]
    assert entries(database)[1].supersedes == 0
    assert sound(database)
    with database.read() as db:
        proof = proof_of(db, "event/1")
    assert proof is not None and (proof.body, proof.salt) == (None, None) and proof.path is not None


def test_what_is_not_in_the_log_cannot_be_erased(sqlite_database: Database) -> None:
    with pytest.raises(NotFound), sqlite_database.write() as db:
        erase(db, 0, "某条")

"""Reminders: who is reminded, on which days, once; and what each side reads of it."""

from datetime import date, timedelta

from audits import jobs
from audits.filing import file_case
from audits.reminder import enter, reminders_for
from compliance.case import Matter, Move
from compliance.facts import Kind
from compliance.law.interview_rules import REMINDERS
from models.account import Role
from models.db import Database, Facts, Session
from models.organization import Organization
from models.reminder import reminders_of
from tests import make
from tests.audits.test_case import reported as report_of
from tests.audits.test_penalty_case import FINE, go

DUE = date(2026, 5, 31)
AHEAD = REMINDERS.texts[0].value


def remind(db: Session, day: date) -> Facts:
    return enter(db, reminders_for(db, day))


def association(db: Session, **more: object) -> Organization:
    told = {"kind": Kind.ASSOCIATION, "charity_since": None, "registered_on": date(2024, 1, 5)}
    return make.organization(db, **told | more)


def test_who_has_not_reported_is_reminded_on_each_day_of_the_table(db: Session) -> None:
    code = association(db).code
    day = DUE - timedelta(40)
    while day <= DUE + timedelta(10):
        remind(db, day)
        day += timedelta(1)
    found = [(one.about, one.ref, one.due, one.ahead) for one in reversed(reminders_of(db, code))]
    assert found == [("annual_report", "2025", DUE, ahead) for ahead in AHEAD]


def test_the_same_day_again_reminds_nobody_twice(db: Session) -> None:
    code = association(db).code
    assert remind(db, DUE - timedelta(7)) == {"reminded": 1}
    assert remind(db, DUE - timedelta(7)) == {"reminded": 0}
    assert len(reminders_of(db, code)) == 1


def test_who_has_reported_or_owes_nothing_is_left_alone(db: Session) -> None:
    reported = association(db)
    report_of(db, reported, 2025, date(2026, 3, 1))
    young = association(db, registered_on=date(2025, 9, 1))
    gone = association(db, dissolved_on=date(2026, 1, 9))
    remind(db, DUE - timedelta(7))
    assert [reminders_of(db, one.code) for one in (reported, young, gone)] == [[], [], []]


def test_an_organization_is_reminded_of_what_its_case_awaits(db: Session) -> None:
    office = make.registrar(db, number_prefix="民社")
    found = make.organization(
        db, registrar=office, kind=Kind.ASSOCIATION, charity_since=None, registered_on=date(2025, 9, 1)
    )
    officer = make.account(db, Role.OFFICER, registrar=office)
    case = file_case(db, date(2026, 3, 2), officer, found, Matter.FINE, FINE)
    notice = go(db, date(2026, 3, 2), officer, case, Move.NOTICED)
    until = date.fromisoformat(str(notice.details["until"]))
    remind(db, until - timedelta(1))
    told = [(one.about, one.ref, one.due) for one in reminders_of(db, found.code)]
    assert told == [(Move.STATED, case.number, until)]


def test_a_night_that_was_slept_through_reminds_nobody(sqlite_database: Database) -> None:
    with sqlite_database.write() as db:
        code = association(db).code
    assert jobs.run(sqlite_database, "remind", DUE - timedelta(7)) == {"past": 1}
    with sqlite_database.read() as db:
        assert reminders_of(db, code) == []

"""Findings of visits, from the inspector's phone to the rate that is published; on both databases."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import NamedTuple

import pytest

from audits.draw.finding import Said, answer_finding, enter_finding, settle_finding
from audits.draw.people import send
from audits.draw.rate import all_rates, share
from audits.refusal import Conflict, NotFound, Refused, Unfit
from compliance.draw.finding import Outcome, Word
from models.account import Account, Role
from models.db import Database, Session
from models.draw.asked import visits
from models.draw.finding import findings, standings
from models.draw.plan import Plan
from tests import make
from tests.audits.draw.course import DAY, Office, drawn, office

FOUND = Said("found", ["3"], "未按章程换届。")


class Course(NamedTuple):
    of: Office
    plan: Plan
    one: Account
    other: Account
    code: str


def course(db: Session) -> Course:
    """A draw with an organization, and the two inspectors who are sent there."""
    of = office(db)
    plan = drawn(db, of)
    code = visits(db, plan.id)[0].code
    one, other = (make.account(db, Role.INSPECTOR, registrar=of.registrar) for _ in range(2))
    for visit, account in zip(visits(db, plan.id, [code]), (one, other), strict=True):
        send(db, of.first, of.registrar.id, visit.inspector, f"检查员{visit.inspector}", 4, account)
    return Course(of, plan, one, other, code)


@pytest.fixture
def at(db: Session) -> Course:
    return course(db)


def test_one_enters_the_other_confirms_and_the_rate_is_told(db: Session, at: Course) -> None:
    number = at.plan.number
    enter_finding(db, DAY, at.one, number, at.code, FOUND)
    assert all_rates(db) == []
    answer_finding(db, DAY, at.other, number, at.code, True)
    here = standings(db, at.plan.id)[at.code]
    assert here.final and here.outcome is Outcome.FOUND
    [told] = all_rates(db)
    assert (told.visited, told.found.came, told.found.of) == (1, 1, 1) and told.no_answer.value == 0
    assert share(told.found).startswith("100.0%")


def test_silence_is_an_outcome_of_its_own_and_no_fault(db: Session, at: Course) -> None:
    enter_finding(db, DAY, at.one, at.plan.number, at.code, Said("no_answer", [], "无人。"))
    answer_finding(db, DAY, at.other, at.plan.number, at.code, True)
    [told] = all_rates(db)
    assert told.found.value is None and told.no_answer.value == 1


def test_what_is_disputed_is_settled_by_an_officer_and_nothing_is_lost(db: Session, at: Course) -> None:
    number = at.plan.number
    enter_finding(db, DAY, at.one, number, at.code, FOUND)
    with pytest.raises(Unfit):
        answer_finding(db, DAY, at.other, number, at.code, False, " ")
    answer_finding(db, DAY, at.other, number, at.code, False, "已经换届。")
    with pytest.raises(Conflict, match="裁定"):
        enter_finding(db, DAY, at.one, number, at.code, FOUND)
    with pytest.raises(Refused):
        settle_finding(db, DAY, at.one, number, at.code, Said("clear", [], "属实。"))
    settle_finding(db, DAY, at.of.first, number, at.code, Said("clear", [], "换届文件属实。"))
    rows = findings(db, at.plan.id)[at.code]
    assert [row.word for row in rows] == [Word.ENTERED, Word.DISPUTED, Word.SETTLED]
    assert standings(db, at.plan.id)[at.code].outcome is Outcome.CLEAR


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (Said("", [], "x"), "选择检查结果"),
        (Said("found", ["3"], " "), "写明情况"),
        (Said("found", [], "有问题"), "勾选"),
        (Said("found", ["99"], "有问题"), "勾选"),
        (Said("no_answer", [], ""), "写明情况"),
    ],
)
def test_what_is_missing_is_named(db: Session, at: Course, said: Said, words: str) -> None:
    with pytest.raises(Unfit, match=words):
        enter_finding(db, DAY, at.one, at.plan.number, at.code, said)


def test_nobody_enters_for_a_visit_that_is_not_his(db: Session, at: Course) -> None:
    stranger = make.account(db, Role.INSPECTOR, registrar=make.registrar(db))
    for by in (stranger, at.of.first):
        with pytest.raises(NotFound):
            enter_finding(db, DAY, by, at.plan.number, at.code, FOUND)
    with pytest.raises(NotFound):
        enter_finding(db, DAY, at.one, "2025-99", at.code, FOUND)
    with pytest.raises(NotFound):
        enter_finding(db, DAY, at.one, at.plan.number, make.organization(db).code, FOUND)
    elsewhere = make.account(db, Role.OFFICER, registrar=make.registrar(db))
    with pytest.raises(NotFound):
        settle_finding(db, DAY, elsewhere, at.plan.number, at.code, FOUND)


def test_two_who_enter_at_once_leave_one_entry_and_one_clear_answer(database: Database) -> None:
    with database.write() as db:
        at = course(db)
        number, code, people = at.plan.number, at.code, (at.one, at.other)
    meet = Barrier(2)

    def enter(by: Account) -> bool:
        meet.wait()
        try:
            with database.write() as db:
                enter_finding(db, DAY, by, number, code, FOUND)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(enter, people)) == [False, True]

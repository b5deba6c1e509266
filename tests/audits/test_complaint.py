"""Complaints as acts: entered once, sealed, decided by a second person, and never named to the organization."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from audits.complaint import Receipt, Sent, add, receive, theirs
from audits.complaint.handling import take
from audits.complaint.kept import content_of, words
from audits.config import config
from audits.evidence import accepted
from audits.refusal import Conflict, NotFound, Refused, Unfit
from compliance.complaint import Doing
from models.account import Account, Role
from models.complaint import by_number
from models.db import Database
from models.event import events_of
from tests import make

DAY = date(2025, 3, 3)
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 50 + b"IEND\xaeB`\x82"
CODE = make.code(1)
SENT = Sent(
    "t" * 32,
    CODE,
    "property",
    "会计王某把捐款转入个人账户",
    "赵六",
    "13800000000",
    [("收据.png", "png", PNG)],
)
FINDING = {"finding": "upheld", "text": "经查属实", "reasons": "银行流水"}


@pytest.fixture
def people(database: Database) -> dict[Role, Account]:
    with database.write() as db:
        make.organization(db, code=CODE)
        return {role: make.account(db, role) for role in (Role.OFFICER, Role.APPROVER)}


def received(database: Database, sent: Sent = SENT) -> Receipt:
    with database.write() as db:
        return receive(db, DAY, sent)


def step(database: Database, number: str, by: Account, doing: Doing, **form: str) -> None:
    with database.write() as db:
        found = by_number(db, number, lock=True)
        assert found
        take(db, DAY, by, found, doing, form)


def test_the_same_form_is_entered_once_and_answered_alike(
    database: Database, people: dict[Role, Account]
) -> None:
    first = received(database)
    assert [received(database) for _ in range(3)] == [first] * 3
    with database.read() as db:
        assert db.execute(text("SELECT count(*) FROM complaint")).scalar() == 1


def test_a_form_sent_eight_times_at_one_moment_is_entered_once(
    database: Database, people: dict[Role, Account]
) -> None:
    with ThreadPoolExecutor(8) as visitors:
        receipts = set(visitors.map(lambda _turn: received(database), range(8)))
    assert len(receipts) == 1
    with database.read() as db:
        assert db.execute(text("SELECT count(*) FROM complaint")).scalar() == 1


def test_of_two_officers_one_takes_the_step(database: Database, people: dict[Role, Account]) -> None:
    number = received(database).number

    def taken(by: Account) -> bool:
        try:
            step(database, number, by, Doing.TAKEN_UP)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(2) as desks:
        assert sorted(desks.map(taken, people.values())) == [False, True]


def test_a_form_that_was_sent_gives_its_secret_to_nobody_else(
    database: Database, people: dict[Role, Account]
) -> None:
    received(database)
    with pytest.raises(Conflict):
        received(database, replace(SENT, text="别的内容"))


def test_number_and_secret_open_it_and_nothing_else_does(
    database: Database, people: dict[Role, Account]
) -> None:
    receipt = received(database)
    with database.read() as db:
        mine = theirs(db, receipt.number, receipt.secret.lower().replace("-", " "))
        assert words(mine.steps[0])["contact"] == SENT.contact
        assert content_of(mine.steps[0].files[0]) == PNG
        for number, secret in ((receipt.number, "AAAA-BBBB-CCCC-DDDD"), ("0000000000", receipt.secret)):
            with pytest.raises(NotFound, match="受理号或者查询码不正确"):
                theirs(db, number, secret)


def test_nothing_that_was_said_lies_open_in_the_database(
    database: Database, people: dict[Role, Account]
) -> None:
    receipt = received(database)
    with database.write() as db:
        add(db, DAY, theirs(db, receipt.number, receipt.secret), "u" * 32, "补充：标记甲乙丙", [])
    with database.read() as db:
        kept = "".join(
            str(row)
            for table in ("complaint", "complaint_step", "complaint_file")
            for row in db.execute(text(f"SELECT * FROM {table}"))
        )
    for said in (SENT.text, SENT.name, SENT.contact, "收据", "标记甲乙丙", receipt.secret):
        assert said not in kept
        assert said.encode().hex() not in kept and str(said.encode())[2:-1] not in kept


def test_an_upheld_finding_takes_two_and_enters_the_record_without_the_complaint(
    database: Database, people: dict[Role, Account]
) -> None:
    number = received(database).number
    officer, approver = people[Role.OFFICER], people[Role.APPROVER]
    with database.write() as db:
        other = make.account(db, Role.APPROVER)
    step(database, number, officer, Doing.TAKEN_UP)
    step(database, number, approver, Doing.PROPOSED, **FINDING)
    for barred in (officer, approver):
        with pytest.raises(Refused):
            step(database, number, barred, Doing.ANSWERED)
    step(database, number, other, Doing.SENT_BACK, reasons="补充证据")
    step(database, number, officer, Doing.PROPOSED, **FINDING)
    step(database, number, approver, Doing.ANSWERED)
    with database.read() as db:
        (entered,) = events_of(db, CODE)
    assert entered.what == "complaint_upheld"
    assert entered.details == {} and entered.case_id is None


def test_a_finding_that_is_not_upheld_enters_nothing(database: Database, people: dict[Role, Account]) -> None:
    number = received(database).number
    step(database, number, people[Role.OFFICER], Doing.TAKEN_UP)
    step(database, number, people[Role.OFFICER], Doing.PROPOSED, **(FINDING | {"finding": "not_upheld"}))
    step(database, number, people[Role.APPROVER], Doing.ANSWERED)
    with database.read() as db:
        assert events_of(db, CODE) == []


def test_a_step_out_of_turn_says_which_was_last(database: Database, people: dict[Role, Account]) -> None:
    number = received(database).number
    with pytest.raises(Conflict, match="提出办理结论"):
        step(database, number, people[Role.OFFICER], Doing.PROPOSED, **FINDING)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"MZ\x90\0", "a.pdf"), (b"%PDF-1.4 broken", "a.pdf"), (PNG[:30], "a.png"), (b"<html>", "a.jpg"),
        (b"", "a.pdf"), (b"PK\3\4", "a.docx"),
    ],
)  # fmt: skip
def test_evidence_that_is_not_what_it_says_is_refused_by_name(content: bytes, name: str) -> None:
    with pytest.raises(Unfit, match=name):
        accepted(content, name, config().upload)


@pytest.mark.parametrize(
    "wrong", [{"about": ""}, {"text": " "}, {"topic": "x"}, {"token": "short"}, {"text": "长" * 4001}]
)
def test_what_is_missing_is_said(
    database: Database, people: dict[Role, Account], wrong: dict[str, Any]
) -> None:
    with pytest.raises(Unfit):
        received(database, replace(SENT, **wrong))

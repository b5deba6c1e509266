"""A heavy fine from opening to closing, and the ways in which it may not go; on both databases."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

import pytest

from audits import case as acts
from audits import fsck
from audits.filing import file_case
from audits.paper.issue import page
from audits.refusal import Conflict, NotFound, Refused, Unfit
from audits.web.app import create_app
from compliance.case import Matter, Move
from compliance.case.table import over
from compliance.facts import Kind
from compliance.judge import judge
from models.account import Account, Role
from models.case import Case, CaseMove
from models.db import Database, Session
from models.event import events_of
from models.record import dossier
from tests import make

DAY = date(2026, 3, 2)
ACT = {
    "ground": "association.30(8)",
    "since": "2025-11-20",
    "what": "违规收取评比表彰费用六万元。",
    "evidence": "收费凭证、询问笔录。",
}
FINE = ACT | {"amount": "60,000"}


class People(NamedTuple):
    officer: Account
    chair: Account
    approver: Account
    head: Account
    signer: Account


@pytest.fixture
def people(db: Session) -> People:
    office = make.registrar(db, number_prefix="民社")
    found = make.organization(
        db, registrar=office, kind=Kind.ASSOCIATION, charity_since=None, registered_on=date(2015, 1, 5)
    )
    officer, chair = (make.account(db, Role.OFFICER, registrar=office) for _ in range(2))
    approver, head = (make.account(db, Role.APPROVER, registrar=office) for _ in range(2))
    return People(officer, chair, approver, head, make.account(db, Role.SIGNER, organization=found))


def opened(db: Session, people: People, **said: str) -> Case:
    assert people.signer.organization is not None
    return file_case(db, DAY, people.officer, people.signer.organization, Matter.FINE, FINE | said)


def go(db: Session, day: date, by: Account, case: Case, move: Move, **said: str) -> CaseMove:
    return acts.take(db, day, by, case, move, said)


def weighed(db: Session, people: People, case: Case) -> date:
    """Up to the collective discussion, with a statement and a hearing; gives the day."""
    go(db, DAY, people.officer, case, Move.NOTICED)
    go(db, DAY, people.signer, case, Move.STATED, text="已经退还。")
    go(db, DAY, people.signer, case, Move.HEARING_ASKED)
    called = {"held_on": "2026-03-20", "place": "三楼会议室", "chair": "王主任"}
    go(db, DAY + timedelta(3), people.officer, case, Move.HEARING_CALLED, **called)
    day = date(2026, 3, 20)
    go(db, day, people.chair, case, Move.HEARD, record="双方陈述质证。")
    go(db, day, people.officer, case, Move.PROPOSED, reasons="退还属实，从轻。")
    go(db, day, people.chair, case, Move.REVIEWED, reasons="程序合法。")
    go(db, day, people.approver, case, Move.DISCUSSED, members="张局长、李副局长", reasons="一致同意。")
    return day


def test_a_heavy_fine_goes_its_whole_way_and_stands_in_the_record(db: Session, people: People) -> None:
    case = opened(db, people)
    day = weighed(db, people, case)
    decided = go(db, day, people.approver, case, Move.DECIDED, reasons="同意处罚。")
    [event] = events_of(db, case.code)
    assert (event.what, event.details["amount"], event.case_id) == ("fine", "60000.00", case.id)
    assert "第三十条" in event.details["basis"]
    go(db, day, people.officer, case, Move.SERVED, how="in_person", proof="送达回证")
    go(db, day, people.officer, case, Move.PERFORMED, text="已缴纳。")
    assert not over(case.course)
    go(db, day, people.officer, case, Move.CLOSED, reasons="履行完毕。")
    assert over(case.course)
    findings = judge(dossier(db, case.code), day).proposals
    assert any(one.ground == "serious.fined_50000" for one in findings)
    told = page(db, decided)
    for words in ("60000.00", "第三十条", "举行听证", "法制审核", "集体讨论", "15日", "行政复议"):
        assert words in told


def test_every_paper_of_it_is_written_in_both_languages(db: Session, people: People) -> None:
    case = opened(db, people)
    weighed(db, people, case)
    papers = [made for made in case.moves if made.number]
    assert [made.move for made in papers] == [Move.NOTICED, Move.HEARING_CALLED]
    assert "要求听证" in page(db, papers[0]) and "right to a hearing" in page(db, papers[0], "en")
    assert "三楼会议室" in page(db, papers[1]) and "王主任" in page(db, papers[1], "en")


@pytest.mark.parametrize(
    ("move", "words"),
    [
        (Move.PROPOSED, "届满前不能"),
        (Move.REVIEWED, "须先提出处理意见"),
        (Move.DECIDED, "须先提出处理意见、法制审核、集体讨论"),
        (Move.SERVED, "须先作出决定"),
    ],
)
def test_no_step_is_skipped(db: Session, people: People, move: Move, words: str) -> None:
    case = opened(db, people)
    go(db, DAY, people.officer, case, Move.NOTICED)
    with pytest.raises(Conflict, match=words):
        go(db, DAY, people.approver, case, move, reasons="理由", how="post", proof="单号")
    assert [made.move for made in case.moves] == [Move.OPENED, Move.NOTICED]


def test_who_investigated_neither_chairs_nor_reviews_and_who_proposed_does_not_decide(
    db: Session, people: People
) -> None:
    case = opened(db, people)
    go(db, DAY, people.officer, case, Move.NOTICED)
    go(db, DAY, people.signer, case, Move.WAIVED)
    go(db, DAY, people.approver, case, Move.PROPOSED, reasons="属实。")
    with pytest.raises(Refused, match="未参与本案调查"):
        go(db, DAY, people.officer, case, Move.REVIEWED, reasons="合法。")
    go(db, DAY, people.chair, case, Move.REVIEWED, reasons="合法。")
    with pytest.raises(Refused, match="提出人与审批人"):
        go(db, DAY, people.approver, case, Move.DISCUSSED, members="张局长", reasons="同意。")
    with pytest.raises(Refused, match="审批权限"):
        go(db, DAY, people.chair, case, Move.DISCUSSED, members="张局长", reasons="同意。")
    go(db, DAY, people.head, case, Move.STEPPED_BACK, reasons="负责人是我亲属。")
    with pytest.raises(Refused, match="已回避"):
        go(db, DAY, people.head, case, Move.DISCUSSED, members="张局长", reasons="同意。")


def test_a_right_ends_with_its_period(db: Session, people: People) -> None:
    case = opened(db, people)
    go(db, DAY, people.officer, case, Move.NOTICED)
    with pytest.raises(Conflict, match="2026-03-09"):
        go(db, date(2026, 3, 10), people.signer, case, Move.HEARING_ASKED)
    go(db, date(2026, 3, 10), people.officer, case, Move.PROPOSED, reasons="未申辩。")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"amount": "0"}, "大于零"),
        ({"amount": "六万"}, "大于零"),
        ({"ground": "service.25(1)"}, "违法情形"),
        ({"since": "2027-01-01"}, "不能晚于今天"),
        ({"since": "去年"}, "应为日期"),
        ({"what": " "}, "查明的事实"),
    ],
)
def test_what_is_missing_or_wrong_is_named_and_nothing_is_opened(
    db: Session, people: People, said: Mapping[str, str], words: str
) -> None:
    with pytest.raises(Unfit, match=words):
        opened(db, people, **said)


def test_the_same_act_is_not_filed_twice_and_not_by_strangers(db: Session, people: People) -> None:
    first = opened(db, people)
    with pytest.raises(Conflict, match=first.number):
        opened(db, people)
    assert people.signer.organization is not None
    elsewhere = make.account(db, Role.OFFICER, registrar=make.registrar(db))
    with pytest.raises(NotFound):
        file_case(db, DAY, elsewhere, people.signer.organization, Matter.FINE, FINE)
    with pytest.raises(NotFound):
        go(db, DAY, elsewhere, first, Move.NOTICED)
    other = make.account(db, Role.SIGNER, organization=make.organization(db))
    with pytest.raises(NotFound):
        go(db, DAY, other, first, Move.STATED, text="不属实。")


def test_an_order_that_is_not_obeyed_is_a_ground_and_one_that_is_obeyed_is_not(
    db: Session, people: People
) -> None:
    said = ACT | {"basis": "《社会团体登记管理条例》第三十条", "demand": "退还费用。", "due": "2026-04-01"}
    assert people.signer.organization is not None
    case = file_case(db, DAY, people.officer, people.signer.organization, Matter.RECTIFICATION, said)
    go(db, DAY, people.officer, case, Move.PROPOSED, reasons="属实。")
    order = go(db, DAY, people.approver, case, Move.DECIDED, reasons="同意。")
    assert "退还费用" in page(db, order) and "2026" in page(db, order, "en")
    go(db, DAY, people.officer, case, Move.SERVED, how="platform", proof="平台")
    grounds = [one.ground for one in judge(dossier(db, case.code), date(2026, 4, 2)).proposals]
    assert "anomaly.rectification_overdue" in grounds
    go(db, date(2026, 4, 1), people.signer, case, Move.PERFORMED, text="已退还。")
    go(db, date(2026, 4, 3), people.officer, case, Move.CLOSED, result="done", reasons="属实。")
    grounds = [one.ground for one in judge(dossier(db, case.code), date(2026, 4, 4)).proposals]
    assert "anomaly.rectification_overdue" not in grounds


def test_an_interview_is_told_of_in_time_held_and_closed(db: Session, people: People) -> None:
    assert people.signer.organization is not None
    said = ACT | {"basis": "民发〔2016〕39号"}
    case = file_case(db, DAY, people.officer, people.signer.organization, Matter.INTERVIEW, said)
    told = {"held_on": "2026-03-06", "place": "二楼", "who": "会长"}
    made = go(db, DAY, people.officer, case, Move.NOTICED, **told)
    assert "会长" in page(db, made)
    told_of = [said.zh for said in acts.guidance(case)]
    assert any(one.startswith("进行约谈") for one in told_of) and not any("听证" in one for one in told_of)
    record = {"officers": "甲、乙", "record": "已指出问题。"}
    with pytest.raises(Conflict, match="届满前不能"):
        go(db, DAY, people.officer, case, Move.HEARD, **record)
    go(db, date(2026, 3, 6), people.officer, case, Move.HEARD, **record)
    go(db, date(2026, 3, 6), people.officer, case, Move.CLOSED, reasons="已改正。")
    assert over(case.course) and [event.what for event in events_of(db, case.code)] == ["interviewed"]


def test_what_was_done_is_sound_and_what_is_planted_is_found(database: Database) -> None:
    with database.write() as db:
        office = make.registrar(db, number_prefix="民社")
        found = make.organization(db, registrar=office, kind=Kind.ASSOCIATION, charity_since=None)
        by = [
            make.account(db, role, registrar=office) for role in (Role.OFFICER, Role.OFFICER, Role.APPROVER)
        ]
        case = file_case(db, DAY, by[0], found, Matter.WARNING, ACT)
        go(db, DAY, by[0], case, Move.NOTICED)
        go(db, date(2026, 3, 10), by[0], case, Move.PROPOSED, reasons="属实。")
        go(db, date(2026, 3, 10), by[2], case, Move.DECIDED, reasons="同意。")
        number, who = case.id, by[0].id
    later = datetime(2026, 4, 1, tzinfo=UTC)
    assert [one for one in fsck.check(database, later) if "case" in one.row] == []
    with database.write() as db:
        planted: dict[str, Any] = {"on": DAY, "at": make.MOMENT, "by": who, "details": {}}
        db.add(CaseMove(case_id=number, move=Move.CLOSED, **planted))
    assert any(one.invariant == "I3.case" for one in fsck.check(database, later))


def test_a_penalty_is_public_with_its_article_and_without_what_an_officer_wrote(
    sqlite_database: Database,
) -> None:
    with sqlite_database.write() as db:
        office = make.registrar(db, number_prefix="民社")
        found = make.organization(db, registrar=office, kind=Kind.ASSOCIATION, charity_since=None)
        roles = (Role.OFFICER, Role.OFFICER, Role.APPROVER, Role.APPROVER)
        by = [make.account(db, role, registrar=office) for role in roles]
        people = People(by[0], by[1], by[2], by[3], make.account(db, Role.SIGNER, organization=found))
        said = ACT | {"evidence": "张三的证言。"}
        case = file_case(db, DAY, by[0], found, Matter.STRIKE_OFF, said)
        day = weighed(db, people, case)
        number = go(db, day, people.approver, case, Move.DECIDED, reasons="张三所述属实。").number
    page_of = create_app(sqlite_database).test_client().get(f"/decisions/{number}")
    told = page_of.get_data(as_text=True)
    assert page_of.status_code == 200 and "撤销登记" in told and "第三十条" in told
    assert "张三" not in told
    assert create_app(sqlite_database).test_client().get(f"/decisions/{number}/paper.pdf").status_code == 404

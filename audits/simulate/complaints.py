"""Complaints of the simulated office: one just in, one past its time, one looked into, one that waits for an answer."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from secrets import token_urlsafe
from typing import NamedTuple

from audits.complaint import Sent, add, receive, theirs
from audits.complaint.handling import take
from audits.draw.desk import office, officers
from audits.simulate.office import noon
from compliance.complaint import Doing
from models.complaint import Complaint, by_number
from models.db import Session
from models.organization import find
from models.snapshot import codes_with_events


class Way(NamedTuple):
    """A complaint: how many days ago it came, what it says, and the steps since, each so many days after that."""

    ago: int
    topic: str
    text: str
    steps: Sequence[tuple[Doing, int, Mapping[str, str]]] = ()


TAKEN_UP: tuple[Doing, int, Mapping[str, str]] = (Doing.TAKEN_UP, 2, {})
WAYS = (
    Way(2, "fees", "今年会费由每年2000元改为5000元，没有开过会员大会。"),
    Way(20, "false_information", "年报里写有专职人员八名，实际只有两名。"),
    Way(
        30,
        "fundraising",
        "在社区扫码募捐，没有出示公开募捐资格证书，也没有公布用途。",
        (
            TAKEN_UP,
            (Doing.ASKED, 4, {"text": "请问募捐发生在哪几天、哪个小区？是否有照片？"}),
            (Doing.ADDED, 6, {"text": "上月第一个周末，在幸福里小区东门。"}),
            (
                Doing.REFERRED,
                8,
                {
                    "department": "supervising_unit",
                    "body": "业务主管单位",
                    "text": "请核实该募捐活动是否经审批。",
                },
            ),
        ),
    ),
    Way(
        55,
        "governance",
        "理事长三年没有召开理事会，账目从不公布。",
        (
            TAKEN_UP,
            (
                Doing.PROPOSED,
                40,
                {
                    "finding": "partly",
                    "text": "经查，近两年理事会次数不足，已责令改正。",
                    "reasons": "会议记录核对。",
                },
            ),
        ),
    ),
)


def complaints(db: Session, day: date) -> list[Complaint]:
    """Enter one complaint of each way, about organizations whose record says something."""
    pairs = zip(WAYS, codes_with_events(db)[3:], strict=False)
    return [_walked(db, day, way, code) for way, code in pairs]


def _walked(db: Session, day: date, way: Way, code: str) -> Complaint:
    begun, about = day - timedelta(way.ago), find(db, code)
    receipt = receive(db, begun, Sent(token_urlsafe(24), about.name if about else code, way.topic, way.text))
    officer = officers(db, office(db).id)[0]
    db.flush()
    for doing, after, said in way.steps:
        on = begun + timedelta(after)
        if doing is Doing.ADDED:
            mine = theirs(db, receipt.number, receipt.secret)
            add(db, on, mine, token_urlsafe(24), said["text"], [])
        elif found := by_number(db, receipt.number):
            take(db, on, officer, found, doing, {"due": (on + timedelta(30)).isoformat(), **said})
    made = theirs(db, receipt.number, receipt.secret)
    for step in made.steps:
        step.at = noon(step.on)
    return made

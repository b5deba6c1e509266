"""Cases: what they may be about, the moves they are made of, and who makes them.

A case is its moves; where it stands is what they add up to. `compliance.case.table` says which move may follow.
"""

from collections.abc import Mapping
from enum import StrEnum

from compliance.facts import Said


class Matter(StrEnum):
    """What a case is about."""

    LISTING = "listing"
    REMOVAL = "removal"
    WARNING = "warning"
    CRITICISM = "criticism"
    FINE = "fine"
    CONFISCATION = "confiscation"
    SUSPENSION = "suspension"
    REVOCATION = "revocation"
    STRIKE_OFF = "strike_off"
    RECTIFICATION = "rectification"
    INTERVIEW = "interview"


MATTER_NAMES: Mapping[Matter, Said] = {
    Matter.LISTING: Said("列入名录", "Entry on a list"),
    Matter.REMOVAL: Said("移出名录", "Removal from a list"),
    Matter.WARNING: Said("警告", "Warning"),
    Matter.CRITICISM: Said("通报批评", "Public criticism"),
    Matter.FINE: Said("罚款", "Fine"),
    Matter.CONFISCATION: Said("没收违法所得、非法财物", "Confiscation"),
    Matter.SUSPENSION: Said("限期停止活动", "Suspension of activities"),
    Matter.REVOCATION: Said("吊销登记证书", "Revocation of the certificate"),
    Matter.STRIKE_OFF: Said("撤销登记", "Strike-off"),
    Matter.RECTIFICATION: Said("责令限期整改", "Rectification order"),
    Matter.INTERVIEW: Said("行政约谈", "Administrative interview"),
}
PENALTIES = (
    Matter.WARNING,
    Matter.CRITICISM,
    Matter.FINE,
    Matter.CONFISCATION,
    Matter.SUSPENSION,
    Matter.REVOCATION,
    Matter.STRIKE_OFF,
)
"""Matters that go the way of the penalty law; a strike-off is a penalty in effect and goes it too."""


class Move(StrEnum):
    """One step of a case."""

    OPENED = "opened"
    STEPPED_BACK = "stepped_back"
    NOTICED = "noticed"
    STATED = "stated"
    WAIVED = "waived"
    HEARING_ASKED = "hearing_asked"
    HEARING_CALLED = "hearing_called"
    HEARD = "heard"
    PROPOSED = "proposed"
    REVIEWED = "reviewed"
    DISCUSSED = "discussed"
    EXTENDED = "extended"
    HELD = "held"
    RESUMED = "resumed"
    DECIDED = "decided"
    SERVED = "served"
    PERFORMED = "performed"
    APPEALED = "appealed"
    APPEAL_ENDED = "appeal_ended"
    DISMISSED = "dismissed"
    CLOSED = "closed"


class Actor(StrEnum):
    """Who makes a move. SECOND is an approver who is not the one who proposed; APART is any officer who did not
    investigate (a hearing's chair, the legal reviewer).
    """

    SYSTEM = "system"
    ORGANIZATION = "organization"
    OFFICER = "officer"
    APART = "apart"
    SECOND = "second"


ACTOR_NAMES: Mapping[Actor, Said] = {
    Actor.SYSTEM: Said("系统", "the system"),
    Actor.ORGANIZATION: Said("该社会组织", "the organization"),
    Actor.OFFICER: Said("经办人员", "an officer"),
    Actor.APART: Said("未参与调查的人员", "an officer who did not investigate"),
    Actor.SECOND: Said("提出人以外的审批人员", "an approver who did not propose it"),
}
MOVE_NAMES: Mapping[Move, Said] = {
    Move.OPENED: Said("立案", "open the case"),
    Move.STEPPED_BACK: Said("回避", "step back"),
    Move.NOTICED: Said("发出告知书", "issue the notice"),
    Move.STATED: Said("听取陈述申辩", "hear the statement"),
    Move.WAIVED: Said("放弃陈述申辩", "waive the statement"),
    Move.HEARING_ASKED: Said("要求听证", "ask for a hearing"),
    Move.HEARING_CALLED: Said("发出听证通知", "call the hearing"),
    Move.HEARD: Said("举行听证", "hold the hearing"),
    Move.PROPOSED: Said("提出处理意见", "propose a decision"),
    Move.REVIEWED: Said("法制审核", "have it reviewed in law"),
    Move.DISCUSSED: Said("集体讨论", "discuss it collectively"),
    Move.EXTENDED: Said("延长办案期限", "extend the time to decide"),
    Move.HELD: Said("中止计算期限", "stop the clock"),
    Move.RESUMED: Said("恢复计算期限", "let the clock run again"),
    Move.DECIDED: Said("作出决定", "decide"),
    Move.SERVED: Said("送达", "serve"),
    Move.PERFORMED: Said("履行完毕", "perform it"),
    Move.APPEALED: Said("申请复议或者提起诉讼", "appeal"),
    Move.APPEAL_ENDED: Said("复议或者诉讼终结", "end the appeal"),
    Move.DISMISSED: Said("撤销案件", "dismiss the case"),
    Move.CLOSED: Said("结案", "close the case"),
}
INTERVIEW_NAMES: Mapping[Move, Said] = {
    Move.NOTICED: Said("发出约谈通知", "call the interview"),
    Move.HEARD: Said("进行约谈", "hold the interview"),
}


def move_name(matter: Matter, move: Move) -> Said:
    """A move as cases of a kind call it: an interview is called and held, not announced and heard."""
    return INTERVIEW_NAMES.get(move, MOVE_NAMES[move]) if matter is Matter.INTERVIEW else MOVE_NAMES[move]

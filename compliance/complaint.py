"""Complaints: what they are about, the steps of answering one, who takes them, and by when.

信访工作条例: taken up or not within fifteen days, answered within sixty more, once longer by thirty.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from compliance.case.asks import Ask
from compliance.facts import Said
from compliance.law import Dated
from compliance.law.petition_regulations import ANSWER, ANSWER_EXTENSION, TAKE_UP
from compliance.workday import NO_GAZETTE, CalendarUnknown, Gazette, Period, after, workday_from

TOPICS: Mapping[str, Said] = {
    "property": Said("侵占、挪用或者私分财产", "Property embezzled, misused or shared out"),
    "fundraising": Said("违规募捐", "Unlawful fundraising"),
    "false_information": Said("公开或者报送虚假信息", "False information published or reported"),
    "related_parties": Said("关联交易损害组织利益", "Harm through dealings with related parties"),
    "fees": Said("违规收费、评比、培训", "Unlawful fees, awards or courses"),
    "beyond_purpose": Said("超出章程和业务范围活动", "Activities beyond charter and purpose"),
    "governance": Said("内部治理问题", "Governance"),
    "not_registered": Said("未经登记开展活动", "Acting without registration"),
    "other": Said("其他", "Something else"),
}
DEPARTMENTS: Mapping[str, Said] = {
    "police": Said("公安机关", "Police"),
    "central_bank": Said("中国人民银行", "People's Bank of China"),
    "cyberspace": Said("网信部门", "Cyberspace administration"),
    "market": Said("市场监管部门", "Market regulation"),
    "tax": Said("税务部门", "Tax authority"),
    "supervising_unit": Said("业务主管单位", "Supervising unit"),
    "other": Said("其他部门", "Another department"),
}
FINDINGS: Mapping[str, Said] = {
    "upheld": Said("属实", "upheld"),
    "partly": Said("部分属实", "upheld in part"),
    "not_upheld": Said("不属实", "not upheld"),
    "open": Said("无法查实", "could not be established"),
}
ENTERED = ("upheld", "partly")
"""Findings that enter the record of the organization."""


class Doing(StrEnum):
    """One step of a complaint."""

    RECEIVED = "received"
    TAKEN_UP = "taken_up"
    REFUSED = "refused"
    ASKED = "asked"
    ADDED = "added"
    REFERRED = "referred"
    REPLIED = "replied"
    EXTENDED = "extended"
    PROPOSED = "proposed"
    SENT_BACK = "sent_back"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


DOING_NAMES: Mapping[Doing, Said] = {
    Doing.RECEIVED: Said("收到", "Received"),
    Doing.TAKEN_UP: Said("受理", "Take up"),
    Doing.REFUSED: Said("不予受理", "Do not take up"),
    Doing.ASKED: Said("向投诉举报人提问", "Ask the complainant"),
    Doing.ADDED: Said("投诉举报人补充", "Added by the complainant"),
    Doing.REFERRED: Said("转送其他部门", "Refer to another department"),
    Doing.REPLIED: Said("登记部门回复", "Enter a department's reply"),
    Doing.EXTENDED: Said("延长办理期限", "Extend the time to answer"),
    Doing.PROPOSED: Said("提出办理结论", "Propose a finding"),
    Doing.SENT_BACK: Said("退回补充", "Send the proposal back"),
    Doing.ANSWERED: Said("答复", "Answer"),
    Doing.WITHDRAWN: Said("撤回", "Withdraw"),
}
ENDED = (Doing.REFUSED, Doing.ANSWERED, Doing.WITHDRAWN)
COMPLAINANTS = (Doing.RECEIVED, Doing.ADDED, Doing.WITHDRAWN)
"""Steps of the complainant; every other is an officer's."""
TOLD = (Doing.RECEIVED, Doing.TAKEN_UP, Doing.REFUSED, Doing.ASKED, Doing.ADDED, Doing.EXTENDED, Doing.ANSWERED,
        Doing.WITHDRAWN)  # fmt: skip
"""Steps that the complainant reads."""
ALWAYS = (Doing.ASKED, Doing.ADDED, Doing.WITHDRAWN)
RUNNING = (*ALWAYS, Doing.REFERRED, Doing.REPLIED, Doing.EXTENDED)
TO_HIM, WITHIN = (
    Ask("text", Said("告知投诉举报人的内容", "What the complainant is told")),
    Ask("due", Said("请回复期限", "Reply asked for by"), "day"),
)
ASKS: Mapping[Doing, tuple[Ask, ...]] = {
    Doing.TAKEN_UP: (),
    Doing.REFUSED: (TO_HIM,),
    Doing.ASKED: (TO_HIM,),
    Doing.REFERRED: (
        Ask("department", Said("部门", "Department"), "choice", DEPARTMENTS),
        Ask("body", Said("具体机关", "Which body"), "line"),
        WITHIN,
        Ask(
            "text", Said("转送内容（不写投诉举报人信息）", "What is referred (nothing about the complainant)")
        ),
    ),
    Doing.REPLIED: (
        Ask("body", Said("回复机关", "Which body replied"), "line"),
        Ask("text", Said("回复内容", "What it replied")),
        Ask("measures", Said("联合措施（可不填）", "Joint measures (if any)"), needed=False),
    ),
    Doing.EXTENDED: (TO_HIM,),
    Doing.PROPOSED: (
        Ask("finding", Said("结论", "Finding"), "choice", FINDINGS),
        TO_HIM,
        Ask(
            "reasons",
            Said("事实和依据（不告知投诉举报人）", "Facts and grounds (not told to the complainant)"),
        ),
    ),
    Doing.SENT_BACK: (Ask("reasons", Said("理由", "Reasons")),),
    Doing.ANSWERED: (),
}
"""What an officer says with each step."""


@dataclass(frozen=True)
class Done:
    """A step that was taken: on which legal day, by which account (None: the complainant), with what."""

    doing: Doing
    on: date
    by: int | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


Steps = Sequence[Done]


def following(steps: Steps) -> tuple[Doing, ...]:
    """The steps that may follow."""
    done = [one.doing for one in steps]
    if any(one in ENDED for one in done):
        return ()
    if Doing.TAKEN_UP not in done:
        return Doing.TAKEN_UP, Doing.REFUSED, *ALWAYS
    if proposed(steps):
        return Doing.ANSWERED, Doing.SENT_BACK, *ALWAYS
    return Doing.PROPOSED, *(one for one in RUNNING if one is not Doing.EXTENDED or one not in done)


def proposed(steps: Steps) -> Done | None:
    """The finding that waits for another officer, or was answered with."""
    last = next((one for one in reversed(steps) if one.doing in (Doing.PROPOSED, Doing.SENT_BACK)), None)
    return last if last and last.doing is Doing.PROPOSED else None


def clock(steps: Steps) -> tuple[Dated[Period], date] | None:
    """The time that runs, and the day from which it does; None once the complaint has ended."""
    if any(one.doing in ENDED for one in steps):
        return None
    taken = next((one for one in steps if one.doing is Doing.TAKEN_UP), None)
    return (ANSWER, taken.on) if taken else (TAKE_UP, steps[0].on)


def due(steps: Steps, gazette: Gazette = NO_GAZETTE) -> date | None:
    """Its last day, moved to the next working day where it is none; with the extension, if there was one. None
    where nothing runs, or the holidays of that year are not known yet.
    """
    running = clock(steps)
    text = running[0].on(running[1]) if running else None
    if running is None or text is None:
        return None
    full, more = after(running[1], text.value), ANSWER_EXTENSION.on(running[1])
    if more and any(one.doing is Doing.EXTENDED for one in steps):
        full = after(full, more.value)
    try:
        return workday_from(full, gazette)
    except CalendarUnknown:
        return None

"""What a person says when making a move: the fields of its form, checked in one place for page and act alike."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from compliance.case import Matter, Move
from compliance.facts import Said, fen, yuan

MOST_TEXT = 4000


@dataclass(frozen=True)
class Ask:
    """A field: its key in the details of the move, its label, how it is read: `text`, `line`, `day`, `amount` (in
    yuan) or the key of one of `choices`.
    """

    key: str
    label: Said
    kind: str = "text"
    choices: Mapping[str, Said] | None = None
    needed: bool = True


class Unsaid(ValueError):
    """A field is empty or cannot be read; `said` tells which and what to do."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.zh)
        self.said = said


HOLDS = {
    "hearing": Said("听证", "a hearing"),
    "publication": Said("公告", "publication"),
    "audit": Said("审计", "an audit"),
    "appraisal": Said("检测、检验、鉴定", "testing or appraisal"),
}
"""For which the time to decide stands still (民政部令第68号, art. 31)."""
SERVICES = {
    "platform": Said("平台送达", "on the platform"),
    "in_person": Said("直接送达", "in person"),
    "post": Said("邮寄送达", "by post"),
    "publication": Said("公告送达", "by publication"),
}
REMEDIES = {
    "reconsideration": Said("行政复议", "administrative reconsideration"),
    "court": Said("行政诉讼", "action in court"),
}
OUTCOMES = {
    "upheld": Said("维持", "upheld"),
    "changed": Said("变更", "changed"),
    "quashed": Said("撤销", "quashed"),
    "withdrawn": Said("撤回", "withdrawn"),
}
RESULTS = {
    "done": Said("已完成", "done"),
    "not_done": Said("逾期未完成", "not done in time"),
}
REASONS = Ask("reasons", Said("理由", "Reasons"))
STATEMENT = Ask("text", Said("陈述申辩意见", "Statement and defence"))
PLACE, WHEN = (
    Ask("place", Said("地点", "Place"), "line"),
    Ask("held_on", Said("日期", "Day"), "day"),
)
ASKS: Mapping[Move, tuple[Ask, ...]] = {
    Move.STEPPED_BACK: (REASONS,),
    Move.STATED: (STATEMENT,),
    Move.HEARING_ASKED: (Ask("text", Said("理由（可不填）", "Reasons (if you like)"), needed=False),),
    Move.HEARING_CALLED: (WHEN, PLACE, Ask("chair", Said("主持人", "Chair"), "line")),
    Move.HEARD: (Ask("record", Said("听证笔录要点", "Record of the hearing")),),
    Move.PROPOSED: (REASONS,),
    Move.REVIEWED: (Ask("reasons", Said("法制审核意见", "Opinion of the legal review")),),
    Move.DISCUSSED: (
        Ask("members", Said("参加人员", "Who took part"), "line"),
        Ask("reasons", Said("讨论意见", "What was agreed")),
    ),
    Move.EXTENDED: (REASONS,),
    Move.HELD: (Ask("why", Said("中止事由", "What for"), "choice", HOLDS), REASONS),
    Move.DECIDED: (REASONS,),
    Move.SERVED: (
        Ask("how", Said("送达方式", "How"), "choice", SERVICES),
        Ask("proof", Said("送达凭证", "Proof of service"), "line"),
    ),
    Move.PERFORMED: (Ask("text", Said("履行情况", "What was done")),),
    Move.APPEALED: (
        Ask("where", Said("救济途径", "Remedy"), "choice", REMEDIES),
        Ask("body", Said("受理机关", "Body"), "line"),
    ),
    Move.APPEAL_ENDED: (Ask("outcome", Said("结果", "Outcome"), "choice", OUTCOMES), REASONS),
    Move.DISMISSED: (REASONS,),
    Move.CLOSED: (REASONS,),
}
"""What each move says; one that is not named says nothing."""
OF_MATTER: Mapping[tuple[Matter, Move], tuple[Ask, ...]] = {
    (Matter.INTERVIEW, Move.NOTICED): (
        WHEN,
        PLACE,
        Ask("who", Said("约谈对象", "Who is interviewed"), "line"),
    ),
    (Matter.INTERVIEW, Move.HEARD): (
        Ask("officers", Said("约谈人员（不少于两人）", "Officers (two at least)"), "line"),
        Ask("record", Said("约谈记录要点", "Record of the interview")),
        Ask("due", Said("改正期限", "To be mended by"), "day", needed=False),
    ),
    (Matter.RECTIFICATION, Move.CLOSED): (
        Ask("result", Said("核查结果", "What was found"), "choice", RESULTS),
        REASONS,
    ),
}


def asks(matter: Matter, move: Move) -> tuple[Ask, ...]:
    """The fields of a move in a matter."""
    return OF_MATTER.get((matter, move)) or ASKS.get(move, ())


def read(fields: tuple[Ask, ...], said: Mapping[str, str]) -> dict[str, str]:
    """The fields as they go into the details. Unsaid names the first that is missing or cannot be read."""
    return {one.key: value for one in fields if (value := _read(one, said.get(one.key, "").strip()))}


def _read(ask: Ask, value: str) -> str:
    label = ask.label
    if not value:
        if ask.needed:
            raise Unsaid(Said(f"请填写“{label.zh}”。", f"Fill in “{label.en}”."))
        return ""
    if ask.choices is not None and value not in ask.choices:
        raise Unsaid(Said(f"请选择“{label.zh}”。", f"Choose “{label.en}”."))
    return READERS.get(ask.kind, _text)(label, value)


def _text(_label: Said, value: str) -> str:
    return value[:MOST_TEXT]


def _day(label: Said, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise Unsaid(
            Said(f"“{label.zh}”应为日期，如 2026-03-31。", f"“{label.en}” is a day such as 2026-03-31.")
        ) from None


def _amount(label: Said, value: str) -> str:
    plain = value.replace(",", "")
    if not re.fullmatch(r"\d{1,12}(\.\d{1,2})?", plain) or not fen(plain):
        raise Unsaid(
            Said(
                f"“{label.zh}”应为大于零的金额，如 12000.00。",
                f"“{label.en}” is a sum above zero, such as 12000.00.",
            )
        )
    return yuan(fen(plain))


READERS = {"day": _day, "amount": _amount}

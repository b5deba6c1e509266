"""What a visit found: entered by one who went, confirmed or disputed by another, settled by an officer."""

import json
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from audits.config import now
from audits.draw import officers_only, reasons
from audits.draw.entered import enter
from audits.refusal import Conflict, NotFound, Unfit
from compliance.draw.finding import WORD_NAMES, Outcome, Word, may, standing
from compliance.law.spot_check_measures import CONTENTS
from models.account import Account, Role
from models.db import Session
from models.draw.asked import inspectors, plan_of, visits
from models.draw.finding import Finding, findings
from models.draw.plan import Plan
from models.registrar import within

MOST_WORDS = 4000


class Said(NamedTuple):
    """What a form says: the outcome, which contents of the check it is about, and words."""

    outcome: str
    areas: Sequence[str] = ()
    says: str = ""


def enter_finding(db: Session, day: date, by: Account, number: str, code: str, said: Said) -> Finding:
    """An inspector enters what he found, or enters it anew while nobody has confirmed it.

    NotFound for a visit that is not his; Conflict once another has spoken; Unfit where words are missing.
    """
    plan, mine = _visit(db, by, number, code)
    return _add(db, day, by, plan, code, mine, Word.ENTERED, _read(said, day))


def answer_finding(
    db: Session, day: date, by: Account, number: str, code: str, agrees: bool, says: str = ""
) -> Finding:
    """Whoever went along confirms, or disputes with reasons."""
    plan, mine = _visit(db, by, number, code)
    here = standing([one.row for one in findings(db, plan.id, [code]).get(code, [])])
    word = Word.CONFIRMED if agrees else Word.DISPUTED
    words = "" if agrees else reasons(says)
    return _add(db, day, by, plan, code, mine, word, Said(here.outcome or Outcome.CLEAR, (), words))


def settle_finding(db: Session, day: date, by: Account, number: str, code: str, said: Said) -> Finding:
    """An officer settles what is disputed, or what somebody found who went alone."""
    officers_only(by)
    plan = plan_of(db, number, lock=True)
    if plan is None or plan.registrar_id not in within(db, by.registrar_id or 0):
        raise NotFound("未找到", "Not found")
    settled = _read(said, day)._replace(says=reasons(said.says))
    return _add(db, day, by, plan, code, "", Word.SETTLED, settled)


def _visit(db: Session, by: Account, number: str, code: str) -> tuple[Plan, str]:
    """The plan, locked, and this inspector's code in it."""
    plan = plan_of(db, number, lock=True)
    mine = [one.code for one in inspectors(db, plan.registrar_id) if one.account_id == by.id] if plan else []
    sent = [one.inspector for one in visits(db, plan.id, [code])] if plan else []
    both = [one for one in mine if one in sent]
    if plan is None or by.role is not Role.INSPECTOR or not both:
        raise NotFound("未找到", "Not found")
    return plan, both[0]


def _read(said: Said, day: date) -> Said:
    if said.outcome not in set(Outcome):
        raise Unfit("请选择检查结果。", "Choose what came of the visit.")
    words = said.says.strip()[:MOST_WORDS]
    if said.outcome != Outcome.CLEAR and not words:
        raise Unfit("请写明情况。", "Say what you found.")
    text = CONTENTS.on(day) or CONTENTS.texts[-1]
    known = {str(number) for number, _ in enumerate(text.value, 1)}
    areas = tuple(sorted(known & set(said.areas))) if said.outcome == Outcome.FOUND else ()
    if said.outcome == Outcome.FOUND and not areas:
        raise Unfit("请勾选发现问题的检查内容。", "Tick what the problems are about.")
    return Said(said.outcome, areas, words)


def _add(
    db: Session, day: date, by: Account, plan: Plan, code: str, mine: str, word: Word, said: Said
) -> Finding:
    rows = findings(db, plan.id, [code]).get(code, [])
    here = standing([one.row for one in rows])
    went = [one.inspector for one in visits(db, plan.id, [code])]
    if not went:
        raise NotFound("未找到", "Not found")
    if not may(here, word, mine, went):
        told = WORD_NAMES[here.word] if here.word else WORD_NAMES[Word.ENTERED]
        raise Conflict(f"不能办理此步：{told.zh}。", f"Not this step now: {told.en}.")
    row = Finding(
        plan_id=plan.id, code=code, inspector=mine, word=word, outcome=Outcome(said.outcome),
        areas=list(said.areas), says=said.says, on=day, at=now(), by=by.id,
    )  # fmt: skip
    db.add(row)
    enter(db, "finding", plan, _body(plan, row))
    return row


def _body(plan: Plan, row: Finding) -> dict[str, str]:
    """What the log says: the outcome once it counts is public, the words are sealed."""
    told = {"areas": row.areas, "says": row.says, "outcome": row.outcome, "inspector": row.inspector}
    sealed = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return {
        "id": plan.number,
        "code": row.code,
        "word": str(row.word),
        "sealed": sha256(sealed.encode()).hexdigest(),
    }

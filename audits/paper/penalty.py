"""The papers of cases that an officer opened: notices, calls, orders and decisions of penalty."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from audits.paper.case import grounds
from audits.paper.facts import UNTOLD, Context, paper, rights
from compliance.case import MATTER_NAMES, Matter, Move
from compliance.case.weight import heavy
from compliance.facts import Said
from compliance.law import Dated, penalty_steps
from compliance.law.penalty_law import HEARING_REQUEST, LATE_FEE, PAYMENT, STATEMENT
from compliance.workday import Period
from models.case import Case, CaseMove
from models.db import Facts

NOTICE = Said("行政处罚事先告知书（{zh}）", "Advance notice of a penalty ({en})")
PENALTY = Said("行政处罚决定书（{zh}）", "Decision on a penalty ({en})")
CALL = Said("听证通知书", "Notice of a hearing")
ORDER = Said("责令限期整改通知书", "Order to rectify")
INTERVIEW = Said("行政约谈通知书", "Notice of an administrative interview")
SENTENCES: Mapping[Matter, Said] = {
    Matter.WARNING: Said("给予警告", "a warning"),
    Matter.CRITICISM: Said("给予通报批评", "public criticism"),
    Matter.FINE: Said("处以罚款人民币{amount}元", "a fine of {amount} yuan"),
    Matter.CONFISCATION: Said("没收人民币{amount}元", "confiscation of {amount} yuan"),
    Matter.SUSPENSION: Said("限期停止活动至{until}", "suspension of activities until {until}"),
    Matter.REVOCATION: Said("吊销登记证书", "revocation of the certificate"),
    Matter.STRIKE_OFF: Said("撤销登记", "strike-off from the register"),
}


def sentence(case: Case, language: str) -> str:
    """What the penalty is, with its sum or its end."""
    said = SENTENCES[case.matter].on(language)
    return said.format(amount=case.facts.get("amount", ""), until=case.facts.get("until", ""))


def _titled(pattern: Said, case: Case) -> Said:
    name = MATTER_NAMES[case.matter]
    return Said(pattern.zh.format(zh=name.zh), pattern.en.format(en=name.en.lower()))


def _period(dated: Dated[Period], day: date, language: str) -> tuple[str, str]:
    text = dated.on(day)
    return (text.value.said.on(language), text.cite.said.on(language)) if text else ("", "")


def _case_facts(case: Case, language: str) -> Facts:
    return {
        "case": case.number,
        "grounds": grounds(case, language),
        "what": case.facts.get("what", ""),
        "evidence": case.facts.get("evidence", ""),
    }


def _make(made: CaseMove, title: Said, language: str, **facts: Any) -> Context:
    case = made.case
    told = _case_facts(case, language) | facts
    return paper(case.organization, title, made.number or "", made.on, language, **told)


def penalty_notice(made: CaseMove, language: str) -> Context:
    """Facts, grounds, basis and contents of the intended penalty; the rights to speak and to be heard."""
    case, until = made.case, str(made.details.get("until", ""))
    period, period_basis = _period(STATEMENT, made.on, language)
    hearing, hearing_basis = _period(HEARING_REQUEST, made.on, language)
    return _make(
        made,
        _titled(NOTICE, case),
        language,
        sentence=sentence(case, language),
        period=period,
        period_basis=period_basis,
        until=date.fromisoformat(until) if until else None,
        untold=UNTOLD.on(language),
        heard=heavy(case.course),
        hearing=hearing,
        hearing_basis=hearing_basis,
    )


def penalty_decision(made: CaseMove, language: str) -> Context:
    """What was found, how it was weighed, the penalty, how it is performed, and the rights against it."""
    case = made.case
    pay, pay_basis = _period(PAYMENT, made.on, language)
    late = LATE_FEE.on(made.on)
    return _make(
        made,
        _titled(PENALTY, case),
        language,
        sentence=sentence(case, language),
        steps=_procedure(case, language),
        reasons=str(made.details.get("reasons", "")),
        fine=case.matter is Matter.FINE,
        pay=pay,
        pay_basis=pay_basis,
        late=str(late.value) if late else "",
        rights=rights(made.on, language),
    )


PROCEDURE: Mapping[Move, Said] = {
    Move.NOTICED: Said(
        "{on}告知拟处罚的事实、理由、依据、内容和权利（{number}）", "{on}: advance notice {number}"
    ),
    Move.STATED: Said("{on}收到陈述申辩，已听取并复核", "{on}: statement received, heard and reviewed"),
    Move.WAIVED: Said("{on}当事人放弃陈述申辩", "{on}: statement waived"),
    Move.HEARD: Said("{on}举行听证", "{on}: hearing held"),
    Move.REVIEWED: Said("{on}经法制审核", "{on}: reviewed in law"),
    Move.DISCUSSED: Said("{on}经负责人集体讨论", "{on}: discussed collectively"),
}


def _procedure(case: Case, language: str) -> list[str]:
    return [
        PROCEDURE[made.move].on(language).format(on=made.on.isoformat(), number=made.number or "")
        for made in case.moves
        if made.move in PROCEDURE
    ]


def hearing_call(made: CaseMove, language: str) -> Context:
    """Day, place and chair of the hearing."""
    text = penalty_steps.HEARING_CHAIR.on(made.on)
    held = date.fromisoformat(str(made.details["held_on"]))
    said = {"held": held, "place": made.details["place"], "chair": made.details["chair"]}
    basis = text.cite.said.on(language) if text else ""
    return _make(made, CALL, language, **said, basis=basis, sentence=sentence(made.case, language))


def order(made: CaseMove, language: str) -> Context:
    """What has to be mended, by when, and what follows if it is not."""
    facts = made.case.facts
    due = date.fromisoformat(str(facts["due"]))
    return _make(made, ORDER, language, demand=facts["demand"], due=due, rights=rights(made.on, language))


def interview(made: CaseMove, language: str) -> Context:
    """Who is interviewed, where and when."""
    held = date.fromisoformat(str(made.details["held_on"]))
    return _make(made, INTERVIEW, language, held=held, place=made.details["place"], who=made.details["who"])


Maker = Callable[[CaseMove, str], Context]
PAPERS: Mapping[tuple[Matter, Move], tuple[str, Maker]] = {
    (Matter.RECTIFICATION, Move.DECIDED): ("order", order),
    (Matter.INTERVIEW, Move.NOTICED): ("interview", interview),
}
"""Template and maker of the papers that are not those of every penalty."""
OF_PENALTY: Mapping[Move, tuple[str, Maker]] = {
    Move.NOTICED: ("penalty_notice", penalty_notice),
    Move.HEARING_CALLED: ("hearing", hearing_call),
    Move.DECIDED: ("penalty", penalty_decision),
}


def made_of(made: CaseMove) -> tuple[str, Maker]:
    """Which template a paper has, and what fills it."""
    return PAPERS.get((made.case.matter, made.move)) or OF_PENALTY[made.move]

"""The papers of a case: the notice of an intended listing, the decision to list, the decision to remove."""

from datetime import date

from audits.paper.facts import UNTOLD, Context, paper, rights
from compliance.case import Matter, Move
from compliance.facts import REGISTER_NAMES, Register, Said
from compliance.law.credit_measures import GROUNDS
from compliance.law.credit_periods import NO_DUTY_STAY, REMOVAL_DECISION, SERIOUS_STAY, STATEMENT
from models.case import Case, CaseMove
from models.db import Facts

NOTICE = Said("拟列入{zh}告知书", "Notice of an intended entry on the {en}")
LISTING = Said("列入{zh}决定书", "Decision to enter on the {en}")
REMOVAL = Said("移出{zh}决定书", "Decision to remove from the {en}")


def _name(case: Case) -> Said:
    said = REGISTER_NAMES[Register(case.register)]
    return Said(said.zh, said.en[0].lower() + said.en[1:])


def _title(pattern: Said, case: Case) -> Said:
    name = _name(case)
    return Said(pattern.zh.format(zh=name.zh), pattern.en.format(en=name.en))


def grounds(case: Case, language: str) -> list[Facts]:
    """The grounds of a case as its papers state them."""
    english = language == "en"
    return [
        {
            "says": ground["says_en" if english else "says"],
            "of": (", " if english else "、").join(ground["of"]),
            "since": date.fromisoformat(ground["since"]),
            "basis": ground["basis_en" if english else "basis"],
        }
        for ground in case.facts["grounds"]
    ]


def _last(case: Case, move: Move) -> CaseMove | None:
    return next((one for one in reversed(case.moves) if one.move is move), None)


def notice(made: CaseMove, language: str) -> Context:
    """Facts, grounds, basis, rights and the last day for the statement."""
    case, text = made.case, STATEMENT.on(made.on)
    until = str(made.details.get("until", ""))
    return paper(
        case.organization,
        _title(NOTICE, case),
        made.number or "",
        made.on,
        language,
        register=_name(case).on(language),
        grounds=grounds(case, language),
        period=text.value.said.on(language) if text else "",
        period_basis=text.cite.said.on(language) if text else "",
        until=date.fromisoformat(until) if until else None,
        untold=UNTOLD.on(language),
        case=case.number,
    )


def decision(made: CaseMove, language: str) -> Context:
    """The decision of a case, to list or to remove."""
    case = made.case
    common = {
        "register": _name(case).on(language),
        "grounds": grounds(case, language),
        "reasons": str(made.details.get("reasons", "")),
        "rights": rights(made.on, language),
    }
    removal = case.matter is Matter.REMOVAL
    title = _title(REMOVAL if removal else LISTING, case)
    own = _removing(case) if removal else _listing(case, made.on, language)
    return paper(case.organization, title, made.number or "", made.on, language, **common, **own)


def _removing(case: Case) -> Facts:
    opened = case.moves[0]
    return {"applied": opened.on if opened.by is not None else None}


def _listing(case: Case, day: date, language: str) -> Facts:
    noticed, stated = _last(case, Move.NOTICED), _last(case, Move.STATED)
    return {
        "notice": noticed.number if noticed else "",
        "noticed": noticed.on if noticed else day,
        "statement": stated is not None,
        "stated": stated.on if stated else None,
        "removal": _way_off(case, day).on(language),
    }


WAYS = {
    "serious": (
        SERIOUS_STAY,
        Said(
            "满{}且未再出现应列情形的，可以申请移出",
            "After {} without a new ground you may apply for removal",
        ),
    ),
    "duty": (
        REMOVAL_DECISION,
        Said(
            "履行义务或者完成整改后可以申请移出，本机关自查实之日起{}内移出",
            "Once the duty is done you may apply for removal; we remove within {} of verifying it",
        ),
    ),
    "no_duty": (NO_DUTY_STAY, Said("自列入之日起满{}由本机关移出", "We remove the entry after {}")),
}
"""How an organization leaves a list, by list and by whether the ground leaves a duty."""


def _way_off(case: Case, day: date) -> Said:
    """How the organization leaves the list, by the text of the day."""
    duty = GROUNDS[case.ground].texts[0].value.duty
    serious = case.register == Register.SERIOUS
    dated, said = WAYS["serious" if serious else "duty" if duty else "no_duty"]
    text = dated.on(day)
    if text is None:
        return Said("", "")
    period, cite = text.value.said, text.cite.said
    return Said(f"{said.zh.format(period.zh)}（{cite.zh}）。", f"{said.en.format(period.en)} ({cite.en}).")

"""A rule broken by a report, told as a fault: where, what stands there, against what, and what to do."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from compliance.facts import Fault, Said, Severity, yuan
from compliance.form import Line, Type
from compliance.form.answer import Given
from compliance.inspection import ON_FIGURES, ON_STATEMENTS, Question
from compliance.workday import after

ENDS = {
    Severity.STOP: Said("请更正。", "Please correct it."),
    Severity.EXPLAIN: Said("请更正，或者用一句话说明原因。", "Correct it, or explain it in one sentence."),
    Severity.ADVISE: Said("请留意。", "Please have a look."),
}
NOTHING = Said("", "")
CLAIMED = Said("报告写明的原因是：“{}”。", "The report gives as reason: “{}”. ")
NO_REASON = Said(
    "报告称有可说明的原因，但未写明。", "The report says that there is a reason, but does not give it. "
)
YOUNG = Said("登记或者认定为慈善组织不满{}。", "It has been a charity for less than {}. ")
ACCEPTED = Said(
    "已及时报告登记管理机关并向社会公开说明的，可以依照{}予以认可。",
    "If this was promptly reported to the registrar and explained in public, it may be accepted under {}. ",
)
WHERE = Said(
    "请更正，或者用一句话说明何时报告、在何处公开。",
    "Correct it, or say in one sentence when it was reported and where it was published.",
)


def fault_of(
    question: Question, lines: Mapping[str, Line], values: Mapping[str, Given], expected: int | None
) -> Fault:
    """A rule broken by a report, as a fault at its line. `expected`: what it is held against, fen or a count."""
    line = lines.get(question.rule.at)
    value = values.get(question.rule.at)
    entered = value if isinstance(value, int) and not isinstance(value, bool) else None
    return Fault(
        severity=question.rule.severity,
        rule=question.rule.name,
        message=_message(
            question, line, _amounts(question, line, entered, expected), excused(question, values)
        ),
        sheet=line.sheet if line else "",
        cell=line.cell if line else "",
        line=question.rule.at,
        basis=question.cite.said.zh,
        found=_written(line, entered),
        expected=_written(line, expected),
    )


def _message(question: Question, line: Line | None, amounts: Said, excuse: Said) -> Said:
    says, end = question.rule.says, WHERE if excuse.zh else ENDS[question.rule.severity]
    place = f"{line.sheet}!{line.cell} " if line else ""
    return Said(
        f"{place}{says.zh}{amounts.zh}。{excuse.zh}{end.zh}",
        f"{place}{says.en}{amounts.en}. {excuse.en}{end.en}",
    )


def _amounts(question: Question, line: Line | None, entered: int | None, expected: int | None) -> Said:
    """What stands there, what it is held against, and how far they are apart."""
    introduced = question.rule.against
    told = [(Said("填的是", "entered:"), entered), (Said(introduced.zh, f"{introduced.en}:"), expected)]
    if entered is not None and expected is not None:
        told.append((Said("差", "difference"), abs(entered - expected)))
    unit = Said(" 元", " yuan") if line is None or line.type is Type.MONEY else NOTHING
    written = [(said, _written(line, amount)) for said, amount in told if amount is not None]
    return Said(
        "".join(f"，{said.zh} {amount}{unit.zh}" for said, amount in written),
        "".join(f"; {said.en} {amount}{unit.en}" for said, amount in written),
    )


def _written(line: Line | None, amount: int | None) -> str:
    """Money in yuan, a count as it is."""
    if amount is None:
        return ""
    return yuan(amount) if line is None or line.type is Type.MONEY else str(amount)


def excused(question: Question, values: Mapping[str, Given]) -> Said:
    """The excuse that a report claims or that its age gives it, with the article that may accept it."""
    excuse = question.rule.excuse
    text = excuse.provision.on(question.day) if excuse else None
    if excuse is None or text is None:
        return NOTHING
    since, reason = values.get(excuse.since), values.get(excuse.reason)
    if values.get(excuse.claimed) is True:
        said = _filled(CLAIMED, Said(str(reason), str(reason))) if reason else NO_REASON
    elif isinstance(since, date) and after(since, text.value) > question.day:
        said = _filled(YOUNG, text.value.said)
    else:
        return NOTHING
    accepted = _filled(ACCEPTED, text.cite.said)
    return Said(said.zh + accepted.zh, said.en + accepted.en)


def _filled(pattern: Said, what: Said) -> Said:
    return Said(pattern.zh.format(what.zh), pattern.en.format(what.en))


@cache
def _citations() -> Mapping[str, Said]:
    """Every citation that a rule has ever had, by its Chinese words."""
    texts = (text for rule in (*ON_FIGURES, *ON_STATEMENTS) for text in rule.provision.texts)
    return {text.cite.said.zh: text.cite.said for text in texts}


def cited(basis: str) -> Said:
    """The basis of a fault as it was kept, which is in Chinese, in both languages; as it is where no rule has it."""
    return _citations().get(basis, Said(basis, basis))

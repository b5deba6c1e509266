"""The check of an annual report: everything that is wrong with it in one pass, and what could not be checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from polars import lit

from compliance.alone import Asked, Row, alone
from compliance.facts import Fault, Kind, Said, Severity
from compliance.fault import fault_of
from compliance.figures import LINE_OF
from compliance.form.answer import Given
from compliance.form.book import by_id
from compliance.form.read import ALL_LINES, Reading
from compliance.inspection import ON_FIGURES, Question, questions
from compliance.version import version

NO_PRIOR = Said(
    "没有上年报告，未核对年初数与上年期末数、上年数。",
    "There is no report on the year before: opening figures were not compared with it.",
)
NO_LINES = Said(
    "文件无法识别，其余检查均未进行。", "The file could not be recognised; no other check was made."
)
NO_FIGURE = Said("缺少数据，未检查：{}。", "A figure is missing; not checked: {}.")
NO_SHEET = Said("工作表“{}”未能读取，其内容未检查。", "The sheet “{}” could not be read and was not checked.")


@dataclass(frozen=True)
class Verdict:
    """What the check says. `reading` is None where the file could not be opened at all."""

    sha256: str
    rules: str
    faults: tuple[Fault, ...]
    not_checked: tuple[Said, ...] = ()
    reading: Reading | None = None

    @property
    def verdict(self) -> str:
        """`rejected` if anything stops, `explain` if anything asks for an explanation, else `accepted`."""
        found = {fault.severity for fault in self.faults}
        if Severity.STOP in found:
            return "rejected"
        return "explain" if Severity.EXPLAIN in found else "accepted"

    def as_json(self) -> dict[str, Any]:
        """The document of contract 3."""
        return {
            "verdict": self.verdict,
            "rules": self.rules,
            "sha256": self.sha256,
            "faults": [fault_json(fault) for fault in self.faults],
            "not_checked": [said.zh for said in self.not_checked],
            "not_checked_en": [said.en for said in self.not_checked],
        }


def fault_json(fault: Fault) -> dict[str, str]:
    """A fault as contract 3 has it."""
    return {
        "severity": str(fault.severity),
        "rule": fault.rule,
        "sheet": fault.sheet,
        "cell": fault.cell,
        "line": fault.line,
        "message": fault.message.zh,
        "message_en": fault.message.en,
        "basis": fault.basis,
        "found": fault.found,
        "expected": fault.expected,
    }


def unreadable(sha256: str, faults: Sequence[Fault]) -> Verdict:
    """The verdict on a file that could not be opened."""
    return Verdict(sha256, "", tuple(faults), (NO_LINES,))


def check(reading: Reading, prior: Mapping[str, Given] | None, sha256: str) -> Verdict:
    """Hold a report as read against every rule. `prior`: the answers of last year's report, None if unknown."""
    if reading.kind is None or reading.year is None or ALL_LINES in reading.not_checked:
        return Verdict(sha256, "", reading.faults, (NO_LINES,), reading)
    asked = row(reading.kind, reading.year, reading.values, prior or {})
    put, lines = _put(reading.year), by_id(reading.kind, reading.year)
    answers = [(question, broken(asked)) for question, broken, _ in put]
    found = [
        fault_of(question, lines, reading.values, expected(asked))
        for (question, broken), (_, _, expected) in zip(answers, put, strict=True)
        if broken
    ]
    sheets = [part.partition(":")[2] for part in reading.not_checked]
    left = [Said(NO_SHEET.zh.format(name), NO_SHEET.en.format(name)) for name in sheets]
    left += [] if prior else [NO_PRIOR]
    left += _untold(answers)
    rules = version(reading.kind, reading.year)
    return Verdict(sha256, rules, (*reading.faults, *found), tuple(left), reading)


def row(kind: Kind, year: int, values: Mapping[str, Given], prior: Mapping[str, Given]) -> Row:
    """One report as a row of the frame of reports: its numbers, its figures, and last year's numbers."""
    said: dict[str, Given | None] = {
        "kind": str(kind),
        "year": year,
        "charity": values.get("basic.charity.value") is True,
        "fundraising": values.get("basic.fundraising.value") is True,
        "original_fund": values.get("basic.original_fund.value"),
    }
    figures = {figure: values.get(line) for figure, line in LINE_OF.items()}
    return {**values, **said, **figures, **{f"prior.{name}": value for name, value in prior.items()}}


@cache
def _put(year: int) -> tuple[tuple[Question, Asked, Asked], ...]:
    """Every question of a year: is it broken, and what would have to stand there."""
    return tuple(
        (
            question,
            alone(question.broken),
            alone(lit(None) if question.expected is None else question.expected),
        )
        for question in questions(year)
    )


def _untold(answers: Sequence[tuple[Question, bool | None]]) -> list[Said]:
    """The rules on spending and funds that a blank line left without an answer, each once."""
    told = {question.rule.name for question, answer in answers if answer}
    says = {q.rule.name: q.rule.says for q, answer in answers if answer is None and q.rule in ON_FIGURES}
    left = [said for name, said in says.items() if name not in told]
    return [Said(NO_FIGURE.zh.format(said.zh), NO_FIGURE.en.format(said.en)) for said in left]

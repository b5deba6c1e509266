"""The check of an annual report: everything that is wrong with it in one pass, and what could not be checked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from polars import DataFrame

from compliance.facts import Fault, Kind, Said, Severity, yuan
from compliance.figures import LINE_OF
from compliance.form import Line
from compliance.form.answer import Given
from compliance.form.book import by_id
from compliance.form.read import ALL_LINES, Reading
from compliance.inspection import ON_FIGURES, Question, columns, questions
from compliance.law.version import version

NO_PRIOR = Said(
    "没有上年报告，未核对年初数与上年期末数、上年数。",
    "There is no report on the year before: opening figures were not compared with it.",
)
NO_LINES = Said(
    "文件无法识别，其余检查均未进行。", "The file could not be recognised; no other check was made."
)
NO_FIGURE = Said("缺少数据，未检查：{}。", "A figure is missing; not checked: {}.")
NO_SHEET = Said("工作表“{}”未能读取，其内容未检查。", "The sheet “{}” could not be read and was not checked.")

Answer = tuple[Question, bool | None]
"""A rule as asked of one report: broken, held, or unknown."""


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
    answers = _answers(reading, reading.kind, reading.year, prior)
    found = tuple(_broken(answers, reading, reading.kind, reading.year, prior))
    sheets = [part.partition(":")[2] for part in reading.not_checked]
    left = [Said(NO_SHEET.zh.format(name), NO_SHEET.en.format(name)) for name in sheets]
    left += [] if prior else [NO_PRIOR]
    left += _untold(answers)
    rules = version(reading.kind, reading.year)
    return Verdict(sha256, rules, (*reading.faults, *found), tuple(left), reading)


def frame(kind: Kind, year: int, values: Mapping[str, Given], prior: Mapping[str, Given]) -> DataFrame:
    """One report as a row of the frame of reports: its numbers, its figures, and last year's numbers."""
    row: dict[str, object] = {
        "kind": str(kind),
        "year": year,
        "charity": values.get("basic.charity.value") is True,
        "fundraising": values.get("basic.fundraising.value") is True,
        "original_fund": values.get("basic.original_fund.value"),
    }
    row |= {figure: values.get(line) for figure, line in LINE_OF.items()}
    row |= {f"prior.{name}": value for name, value in prior.items()}
    row = {**values, **row}
    asked = columns(year)
    return DataFrame({name: [row.get(name)] for name in asked}, schema=dict(asked))


def _answers(reading: Reading, kind: Kind, year: int, prior: Mapping[str, Given] | None) -> list[Answer]:
    put = questions(year)
    table = frame(kind, year, reading.values, prior or {})
    answers = table.select(question.broken.alias(question.key) for question in put).row(0)
    return list(zip(put, answers, strict=True))


def _untold(answers: Sequence[Answer]) -> list[Said]:
    """The rules on spending and funds that a blank line left without an answer, each once."""
    told = {question.rule.name for question, answer in answers if answer}
    says = {q.rule.name: q.rule.says for q, answer in answers if answer is None and q.rule in ON_FIGURES}
    left = [said for name, said in says.items() if name not in told]
    return [Said(NO_FIGURE.zh.format(said.zh), NO_FIGURE.en.format(said.en)) for said in left]


def _broken(
    answers: Sequence[Answer],
    reading: Reading,
    kind: Kind,
    year: int,
    prior: Mapping[str, Given] | None,
) -> Iterator[Fault]:
    broken = [question for question, answer in answers if answer]
    table = frame(kind, year, reading.values, prior or {})
    told = [q.expected.alias(q.key) for q in broken if q.expected is not None]
    expected = table.select(told).row(0, named=True) if told else {}
    for question in broken:
        yield fault_of(question, by_id(kind, year), reading.values, expected.get(question.key))


def fault_of(
    question: Question, lines: Mapping[str, Line], values: Mapping[str, Given], expected: int | None
) -> Fault:
    """A rule broken by a report, as a fault at its line. `expected`: what would have to stand there, in fen."""
    line = lines.get(question.rule.at)
    value = values.get(question.rule.at)
    told = yuan(value) if isinstance(value, int) and not isinstance(value, bool) else ""
    wanted = "" if expected is None else yuan(expected)
    return Fault(
        severity=question.rule.severity,
        rule=question.rule.name,
        message=_message(question, line, told, wanted),
        sheet=line.sheet if line else "",
        cell=line.cell if line else "",
        line=question.rule.at,
        basis=question.cite.said.zh,
        found=told,
        expected=wanted,
    )


def _message(question: Question, line: Line | None, told: str, wanted: str) -> Said:
    says, place = question.rule.says, f"{line.sheet}!{line.cell} " if line else ""
    ends = {
        Severity.STOP: Said("请更正。", "Please correct it."),
        Severity.EXPLAIN: Said(
            "请更正，或者用一句话说明原因。", "Correct it, or explain it in one sentence."
        ),
        Severity.ADVISE: Said("请留意。", "Please have a look."),
    }
    end = ends[question.rule.severity]
    zh = f"，填的是 {told} 元" if told else ""
    zh += f"，按计算应为 {wanted} 元" if wanted else ""
    en = f"; entered: {told} yuan" if told else ""
    en += f"; by calculation: {wanted} yuan" if wanted else ""
    return Said(f"{place}{says.zh}{zh}。{end.zh}", f"{place}{says.en}{en}. {end.en}")

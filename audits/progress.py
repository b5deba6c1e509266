"""Where a report stands by the steps taken with it, and how a step is entered."""

from datetime import date

from audits.config import now
from compliance.facts import Severity
from models.account import Account
from models.db import Facts
from models.report import Report, Step, Took

MOVED = (Took.SUBMITTED, Took.CONSENTED, Took.DECLINED, Took.RETURNED, Took.CONCLUDED)
"""Steps that move a report on its way."""
OPEN = frozenset({"empty", "rejected", "needs_explanation", "draft", "signed", "declined", "returned"})
"""States in which the organization may still change its report."""


def state(report: Report | None) -> str:
    """Where a report stands: the last step that moved it, else how far its draft has come."""
    if report is None:
        return "empty"
    moved = [step.took for step in report.steps if step.took in MOVED]
    if moved:
        return str(moved[-1])
    if report.steps and report.steps[-1].took is Took.SIGNED:
        return "signed"
    if report.verdict == "rejected":
        return "rejected"
    return "needs_explanation" if unexplained(report) else "draft"


def explanations(report: Report) -> dict[tuple[str, str], str]:
    """What was explained so far, by rule and line."""
    said: dict[tuple[str, str], str] = {}
    for step in report.steps:
        if step.took is Took.EXPLAINED:
            said |= {(item["rule"], item["line"]): item["text"] for item in step.details["said"]}
    return said


def unexplained(report: Report) -> list[Facts]:
    """The faults that still wait for an explanation."""
    said = explanations(report)
    wanted = [fault for fault in report.faults if fault["severity"] == Severity.EXPLAIN]
    return [fault for fault in wanted if not said.get((fault["rule"], fault["line"]))]


def add_step(report: Report, took: Took, day: date, by: Account | None, **more: object) -> Step:
    """Enter what was done with a report; `number` and `sha256` are those of its paper, the rest its details."""
    number, sha256 = more.pop("number", None), more.pop("sha256", None)
    step = Step(took=took, on=day, at=now(), by=by.id if by else None, details=dict(more))
    step.number, step.sha256 = (str(number) if number else None), (str(sha256) if sha256 else None)
    report.steps.append(step)
    return step

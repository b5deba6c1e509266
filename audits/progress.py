"""Where a report stands by the steps taken with it, and how a step is entered."""

from datetime import date
from hashlib import sha256

from audits.config import now
from compliance.facts import Severity
from compliance.version import version
from models.account import Account
from models.db import Facts, Session
from models.organization import Organization
from models.report import Report, Step, Took, latest_report

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


def known(db: Session, organization: Organization, year: int, content: bytes) -> Report | None:
    """The latest version if it is these very bytes, judged by today's rules or submitted: nothing is to be done."""
    report = latest_report(db, organization.code, year)
    if report is None or state(report) in ("returned", "declined"):
        return None
    rules = version(organization.kind, year) if state(report) in OPEN else report.rules
    return report if is_of(report, sha256(content).hexdigest(), rules) else None


def is_of(report: Report, digest: str, rules: str) -> bool:
    """Whether a version is these bytes as they came, judged by these rules."""
    return report.sha256 == digest and report.rules == rules and not report.corrected

"""The walk of a report up to its submission: taken in, corrected, explained, completed by the audit report."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from audits.check import examine, reconsider
from audits.config import config, now
from audits.pdf_guard import inspect_pdf
from audits.progress import OPEN as OPEN
from audits.progress import add_step as add_step
from audits.progress import explanations as explanations
from audits.progress import is_of
from audits.progress import known as known
from audits.progress import state as state
from audits.progress import unexplained as unexplained
from audits.refusal import Conflict, Unfit
from compliance.check import Verdict
from compliance.facts import Severity
from compliance.form.document import to_json
from compliance.form.read import Expect
from models.account import Account
from models.db import Session
from models.organization import Organization, lock
from models.report import Report, Step, Took, all_versions, before_of, keep, latest_report

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_EXPLAINED = 500
ANOTHERS = frozenset({"form.code.other", "form.kind.other", "form.year.other"})
"""Faults of a file that was made for another organization, kind or year."""


def changeable(db: Session, organization: Organization, year: int) -> Report | None:
    """The latest version of a report that may still be changed, held against others who would.

    Conflict once it is with the supervising unit or the registrar.
    """
    lock(db, organization.code)
    report = latest_report(db, organization.code, year)
    if report is not None and state(report) in ("returned", "declined"):
        return _again(db, report)
    if state(report) not in OPEN:
        raise Conflict(
            f"{year}年度报告已提交，当前状态不允许修改。如需修改，请联系登记管理机关退回。",
            f"The report on {year} is submitted and cannot be changed now. Ask the registrar to return it.",
        )
    return report


def _again(db: Session, report: Report) -> Report:
    """A returned report goes on as a new version with the same file and answers."""
    copy = Report(
        code=report.code,
        year=report.year,
        version=report.version + 1,
        kind=report.kind,
        sha256=report.sha256,
        file_name=report.file_name,
        uploaded_at=now(),
        uploaded_by=report.uploaded_by,
        rules=report.rules,
        verdict=report.verdict,
        lines=report.lines,
        faults=report.faults,
        corrected=report.corrected,
    )
    db.add(copy)
    db.flush()
    _carry(copy, report, None)
    return copy


def receive(
    db: Session, day: date, by: Account, organization: Organization, year: int, content: bytes, name: str
) -> tuple[Report | None, Verdict]:
    """Check a file and keep it as the next version; None where it is no report of this organization and year.

    The same bytes again are the same version.
    """
    before = changeable(db, organization, year)
    expect = Expect(organization.code, organization.kind, year)
    verdict = examine(content, name, expect, before_of(db, organization.code, year) or None)
    if not _ours(verdict):
        return None, verdict
    if before is not None and is_of(before, verdict.sha256, verdict.rules):
        return before, verdict
    media = XLSX if content[:2] == b"PK" else "application/json"
    digest = keep(db, content, media)
    of = {"sha256": digest, "file_name": name[:120], "uploaded_by": by.id, "corrected": []}
    made = _version(db, organization, year, before, verdict, **of)
    if before is not None:
        _carry(made, before, by)
    return made, verdict


def _ours(verdict: Verdict) -> bool:
    """Whether the file is a report at all, and of the organization and year it was sent for."""
    if verdict.reading is None or verdict.reading.kind is None or not verdict.reading.values:
        return False
    return not any(fault.rule in ANOTHERS for fault in verdict.faults)


def _version(
    db: Session, organization: Organization, year: int, before: Report | None, verdict: Verdict, **of: Any
) -> Report:
    """The next version; `of`: its file, who brought it and which lines were corrected on the page."""
    assert verdict.reading is not None  # noqa: S101 - the caller has looked
    report = Report(
        code=organization.code,
        year=year,
        version=before.version + 1 if before else 1,
        kind=organization.kind,
        uploaded_at=now(),
        rules=verdict.rules,
        verdict=verdict.verdict,
        lines=to_json(organization.kind, year, verdict.reading.values)["lines"],
        faults=verdict.as_json()["faults"],
        **of,
    )
    db.add(report)
    db.flush()
    return report


def _carry(report: Report, before: Report, by: Account | None) -> None:
    """What was attached stays attached, and what was explained stays so while the figure is the same."""
    for step in before.steps:
        if step.took is Took.ATTACHED:
            add_step(report, Took.ATTACHED, step.on, by, sha256=step.sha256, **step.details)
    figures = {(fault["rule"], fault["line"]): fault["found"] for fault in before.faults}
    asked = {(fault["rule"], fault["line"]): fault["found"] for fault in report.faults}
    same = {
        key: text for key, text in explanations(before).items() if figures.get(key) == asked.get(key, "?")
    }
    if same:
        said = [{"rule": rule, "line": line, "text": text} for (rule, line), text in same.items()]
        add_step(report, Took.EXPLAINED, before.uploaded_at.date(), by, said=said)


def correct(
    db: Session, day: date, by: Account, organization: Organization, year: int, changes: Mapping[str, str]
) -> Report:
    """Answers changed on the page, line by line: a new version over the same file, checked anew."""
    report = changeable(db, organization, year)
    if report is None:
        raise Conflict("请先上传填好的表格。", "Upload the filled form first.")
    prior = before_of(db, organization.code, year) or None
    expect = Expect(organization.code, organization.kind, year)
    verdict = reconsider(report.kind, year, report.lines, changes, expect, prior, report.sha256)
    corrected = sorted({*report.corrected, *changes})
    of = {"sha256": report.sha256, "file_name": report.file_name, "uploaded_by": by.id}
    made = _version(db, organization, year, report, verdict, **of, corrected=corrected)
    _carry(made, report, by)
    return made


def versions(db: Session, code: str, year: int) -> Sequence[Report]:
    """Every version of a year's report, oldest first, with their steps."""
    return all_versions(db, code, year)


def explain(db: Session, day: date, by: Account, report: Report, said: Mapping[tuple[str, str], str]) -> None:
    """Explanations of what is unusual; only what was asked can be explained."""
    asked = {
        (fault["rule"], fault["line"]) for fault in report.faults if fault["severity"] == Severity.EXPLAIN
    }
    given = [
        {"rule": rule, "line": line, "text": text.strip()[:MOST_EXPLAINED]}
        for (rule, line), text in said.items()
        if (rule, line) in asked and text.strip()
    ]
    if given:
        add_step(report, Took.EXPLAINED, day, by, said=given)


def attach(db: Session, day: date, by: Account, report: Report, content: bytes, name: str) -> Step:
    """Attach the accountant's audit report; the same bytes again are the same step. Unfit where the file is no PDF
    that officers can read.
    """
    faults = inspect_pdf(content, config().upload)
    stopped = next((fault for fault in faults if fault.severity is Severity.STOP), None)
    if stopped is not None:
        raise Unfit(stopped.message.zh, stopped.message.en)
    digest = keep(db, content, "application/pdf")
    for step in report.steps:
        if step.took is Took.ATTACHED and step.sha256 == digest:
            return step
    notes = [fault.message._asdict() for fault in faults]
    return add_step(report, Took.ATTACHED, day, by, sha256=digest, name=name[:120], notes=notes)

"""Signature and submission: the signer is not the preparer, and what is submitted gets its receipt at once."""

from datetime import date

from audits.config import now
from audits.numbering import Paper, number
from audits.refusal import Conflict, Refused
from audits.report import add_step, changeable, state, unexplained
from compliance.facts import Kind, Said
from compliance.figures import figures
from compliance.inspection import last_day
from compliance.law.annual_deadlines import AUDIT_OF_FOUNDATIONS, AUDIT_OF_FUNDRAISERS
from models.account import Account, Role
from models.db import Session
from models.organization import Organization, lock
from models.record import figures_row
from models.report import Report, Step, Took, latest_report


def needs_audit(organization: Organization, year: int) -> bool:
    """Whether the report on a year needs an accountant's audit report (基金会管理条例 36, 慈善法 78)."""
    day, fact = last_day(year), organization.fact
    foundation = organization.kind is Kind.FOUNDATION and AUDIT_OF_FOUNDATIONS.on(day) is not None
    return foundation or (fact.raises_funds(day) and AUDIT_OF_FUNDRAISERS.on(day) is not None)


def signature(report: Report) -> Step | None:
    """The signature under this version; none once anything was added after it."""
    moved = state(report) not in ("signed", "draft", "needs_explanation", "rejected")
    signed = [step for step in report.steps if step.took is Took.SIGNED]
    return signed[-1] if signed and (moved or report.steps[-1] is signed[-1]) else None


def unready(report: Report, organization: Organization) -> list[Said]:
    """What must be done before this version can be signed."""
    wanted = []
    if report.verdict == "rejected":
        wanted.append(Said("更正检查指出的错误", "correct what the check has found"))
    if unexplained(report):
        wanted.append(Said("逐项说明异常事项", "explain what is unusual"))
    attached = any(step.took is Took.ATTACHED for step in report.steps)
    if needs_audit(organization, report.year) and not attached:
        wanted.append(Said("上传会计师事务所审计报告", "attach the accountant's audit report"))
    return wanted


def lacking(report: Report, organization: Organization) -> list[Said]:
    """What must be done before this version can be submitted."""
    wanted = unready(report, organization)
    if signature(report) is None:
        wanted.append(Said("由另一人签署", "have another person sign it"))
    return wanted


def may_sign(report: Report, by: Account) -> bool:
    """Whether this person could sign this version now."""
    fit = state(report) == "draft" and not unready(report, report.organization)
    return fit and by.role is Role.SIGNER and by.id != report.uploaded_by


def sign(db: Session, day: date, by: Account, organization: Organization, year: int) -> Step:
    """Sign the latest version. Refused to whoever prepared it; Conflict while anything is still to be done."""
    report = changeable(db, organization, year)
    if report is None:
        raise Conflict("请先上传填好的表格。", "Upload the filled form first.")
    if by.role is not Role.SIGNER or by.id == report.uploaded_by:
        raise Refused(
            "签署人与本版本的填报人不得为同一人。", "The signer must be another person than the preparer."
        )
    if open_points := unready(report, organization):
        raise Conflict(
            "签署前请先：" + "；".join(said.zh for said in open_points) + "。",
            "Before signing: " + "; ".join(said.en for said in open_points) + ".",
        )
    return add_step(report, Took.SIGNED, day, by, version=report.version, sha256_signed=report.sha256)


def submit(db: Session, day: date, by: Account, organization: Organization, year: int) -> Step:
    """Submit the signed version and give its receipt. A second press gives the same receipt."""
    lock(db, organization.code)
    known = latest_report(db, organization.code, year)
    if known is not None and state(known) in ("submitted", "consented", "concluded"):
        return next(step for step in reversed(known.steps) if step.took is Took.SUBMITTED)
    report = changeable(db, organization, year)
    if report is None:
        raise Conflict("请先上传填好的表格。", "Upload the filled form first.")
    if open_points := lacking(report, organization):
        raise Conflict(
            "提交前请先：" + "；".join(said.zh for said in open_points) + "。",
            "Before submitting: " + "; ".join(said.en for said in open_points) + ".",
        )
    receipt = number(db, Paper.RECEIPT, organization, day)
    step = add_step(report, Took.SUBMITTED, day, by, number=receipt, rules=report.rules, file=report.sha256)
    record(db, report, day)
    if organization.unit_id is None:
        publish(db, report, day, None)
    return step


def record(db: Session, report: Report, day: date) -> None:
    """Enter the report in the figures that law and public pages ask; its day stays that of the first filing."""
    row = figures_row(db, report.code, report.year, report.id, figures(report.lines))
    row.received_on = row.received_on or day


def publish(db: Session, report: Report, day: date, by: Account | None) -> None:
    """Publish a charity's report on its page, once nobody else has to agree (慈善法 13)."""
    if not report.organization.fact.is_charity(last_day(report.year)):
        return
    add_step(report, Took.PUBLISHED, day, by, at=now().isoformat())
    row = figures_row(db, report.code, report.year, report.id, figures(report.lines))
    row.published_on = row.published_on or day

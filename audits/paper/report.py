"""The papers of a report: the receipt and the conclusion."""

import json
from datetime import date
from hashlib import sha256

from audits.paper.facts import UNTOLD, Context, paper, rights
from compliance.conclusion import concluded_under
from compliance.duty import report_due
from compliance.facts import CONCLUSION_NAMES, Conclusion, Kind, Said
from compliance.fault import cited
from compliance.inspection import last_day
from compliance.law.inspection_measures import RECTIFY_AFTER_CONCLUSION
from compliance.workday import Period, last_day_if_known
from models.account import Account
from models.db import Facts, Session
from models.report import Report, Step, Took

RECEIPT = Said("年度工作报告接收回执", "Receipt of an annual work report")
INSPECTED = Said("年度检查结论通知书", "Conclusion of the annual inspection")
REVIEWED = Said("慈善组织年度报告审查结论通知书", "Conclusion of the review of a charity's annual report")


def who(db: Session, account_id: int | None) -> str:
    """The name of an account."""
    account = db.get(Account, account_id) if account_id is not None else None
    return account.name if account else ""


def last_step(report: Report, took: Took) -> Step | None:
    """The last step of a kind."""
    return next((step for step in reversed(report.steps) if step.took is took), None)


def receipt(db: Session, step: Step, language: str) -> Context:
    """What was received, when, of which content, by which rules, signed and sent by whom."""
    report = step.report
    duty = report_due(report.organization.fact, report.year)
    due = duty.value.of(report.year + 1) if duty else None
    signed = last_step(report, Took.SIGNED)
    return paper(
        report.organization,
        RECEIPT,
        step.number or "",
        step.on,
        language,
        year=report.year,
        version=report.version,
        at=step.at,
        due=due,
        late=max(0, (step.on - due).days) if due else 0,
        due_basis=duty.cite.said.on(language) if duty else "",
        file_name=report.file_name,
        file=report.sha256,
        lines=len(report.lines),
        answers=_digest(report),
        rules=report.rules,
        signer=who(db, signed.by if signed else None),
        submitter=who(db, step.by),
    )


def _digest(report: Report) -> str:
    answers = json.dumps(report.lines, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(answers.encode()).hexdigest()


def conclusion(db: Session, step: Step, language: str) -> Context:
    """The conclusion with reasons, findings, articles, what to do and rights."""
    report, verdict = step.report, Conclusion(step.details["conclusion"])
    organization = report.organization
    charity = organization.fact.is_charity(last_day(report.year))
    submitted = last_step(report, Took.SUBMITTED)
    return paper(
        organization,
        REVIEWED if charity else INSPECTED,
        step.number or "",
        step.on,
        language,
        year=report.year,
        charity=charity,
        received=submitted.on if submitted else step.on,
        conclusion=CONCLUSION_NAMES[verdict].on(language),
        reasons=str(step.details.get("reasons", "")),
        findings=[_finding(fault, language) for fault in step.details.get("findings", ())],
        basis=basis(report, step, language),
        rectify=None if verdict is Conclusion.QUALIFIED else _rectify(report.kind, step, language),
        rights=rights(step.on, language),
    )


def _finding(fault: Facts, language: str) -> Facts:
    said = "message_en" if language == "en" else "message"
    basis_of = cited(fault.get("basis", "")).on(language)
    return {"message": fault[said], "found": fault.get("found", ""), "basis": basis_of}


def basis(report: Report, step: Step, language: str) -> str:
    """The articles a conclusion rests on: the duty to report, and the measures of the kind."""
    cites = concluded_under(report.organization.fact, report.year, step.on)
    return ("; " if language == "en" else "、").join(cite.said.on(language).strip() for cite in cites)


def _until(step: Step, period: Period) -> date | None:
    """The last day as it was told with the conclusion."""
    told = step.details.get("rectify_until")
    if told is None:
        return last_day_if_known(step.on, period)
    return date.fromisoformat(told) if told else None


def _rectify(kind: Kind, step: Step, language: str) -> Facts | None:
    text = RECTIFY_AFTER_CONCLUSION.on(step.on)
    if text is None:
        return None
    own = kind is Kind.SERVICE_INSTITUTION
    by = Said("", "") if own else Said("参照", "by analogy with ")
    return {
        "period": text.value.said.on(language),
        "until": _until(step, text.value),
        "untold": UNTOLD.on(language),
        "basis": by.on(language) + text.cite.said.on(language),
    }

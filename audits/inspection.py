"""The supervising unit's consent, the registrar's conclusion, and the way back for correction."""

from datetime import date

from audits.numbering import Paper, number
from audits.refusal import Conflict, NotFound, Refused, Unfit
from audits.report import add_step, state
from audits.signing import publish
from compliance.facts import Conclusion
from compliance.figures import figures
from compliance.law.inspection_measures import RECTIFY_AFTER_CONCLUSION
from compliance.workday import last_day_if_known
from models.account import Account, Role
from models.db import Session
from models.holiday import gazette
from models.organization import lock
from models.record import figures_row
from models.registrar import within
from models.report import Report, Step, Took

MOST_REASONS = 2000
OFFICERS = (Role.OFFICER, Role.APPROVER)


def can_conclude(report: Report) -> bool:
    """Whether the report is with the registrar: agreed to, or without a supervising unit."""
    alone = report.organization.unit_id is None
    return state(report) == "consented" or (alone and state(report) == "submitted")


def _reasons(text: str) -> str:
    said = text.strip()[:MOST_REASONS]
    if not said:
        raise Unfit("请写明理由。", "Give your reasons.")
    return said


def _mine(db: Session, report: Report, by: Account) -> None:
    """The officer's registrar answers for the organization; otherwise the report does not exist for him."""
    lock(db, report.code)
    db.refresh(report, ["steps"])
    if by.role not in OFFICERS:
        raise Refused("只有登记管理机关工作人员可以办理。", "Only the registrar's officers may do this.")
    if by.registrar_id is None or report.organization.registrar_id not in within(db, by.registrar_id):
        raise NotFound("未找到", "Not found")


def _with_unit(db: Session, report: Report, by: Account) -> None:
    lock(db, report.code)
    db.refresh(report, ["steps"])
    unit = report.organization.unit_id
    if by.role is not Role.SUPERVISING_UNIT or unit is None or by.unit_id != unit:
        raise NotFound("未找到", "Not found")
    if state(report) != "submitted":
        raise taken(report)


def taken(report: Report) -> Conflict:
    """Someone was first: say who did what."""
    last = report.steps[-1] if report.steps else None
    when = f"{last.on.isoformat()} {last.took}" if last else ""
    return Conflict(f"该报告当前状态不允许此操作（{when}）。", f"The report is past this step ({when}).")


def consent(db: Session, day: date, by: Account, report: Report) -> Step:
    """The supervising unit agrees; a charity's report is published with that."""
    _with_unit(db, report, by)
    step = add_step(report, Took.CONSENTED, day, by)
    publish(db, report, day, by)
    return step


def decline(db: Session, day: date, by: Account, report: Report, reasons: str) -> Step:
    """The supervising unit does not agree: the organization corrects and submits again."""
    _with_unit(db, report, by)
    return add_step(report, Took.DECLINED, day, by, reasons=_reasons(reasons))


def return_report(db: Session, day: date, by: Account, report: Report, reasons: str) -> Step:
    """The registrar sends a report back for correction."""
    _mine(db, report, by)
    if not can_conclude(report):
        raise taken(report)
    return add_step(report, Took.RETURNED, day, by, reasons=_reasons(reasons))


def _rectify_until(db: Session, day: date) -> str:
    """The last day to put things right after a conclusion, as its paper says it; empty where not known yet."""
    text = RECTIFY_AFTER_CONCLUSION.on(day)
    end = last_day_if_known(day, text.value, gazette(db)) if text else None
    return end.isoformat() if end else ""


def conclude(db: Session, day: date, by: Account, report: Report, conclusion: str, reasons: str) -> Step:
    """Conclude the inspection with one of the three conclusions; reasons are needed for all but the first.

    The findings with their articles go into the step as they stood; credit follows, since it is computed.
    """
    _mine(db, report, by)
    if conclusion not in set(Conclusion):
        raise Unfit("请选择结论。", "Choose a conclusion.")
    if not can_conclude(report):
        raise taken(report)
    said = reasons.strip() if conclusion == Conclusion.QUALIFIED else _reasons(reasons)
    weighed = [fault for fault in report.faults if fault["severity"] != "advise"]
    step = add_step(
        report,
        Took.CONCLUDED,
        day,
        by,
        number=number(db, Paper.CONCLUSION, report.organization, day),
        conclusion=conclusion,
        reasons=said[:MOST_REASONS],
        findings=weighed,
        rectify_until=_rectify_until(db, day),
    )
    figures_row(db, report.code, report.year, report.id, figures(report.lines)).conclusion = conclusion
    return step

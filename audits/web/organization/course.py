"""How far a report has come, what comes next, and everything that happened to it so far."""

from typing import Any

from flask import g

from audits import report as acts
from audits.web.language import gettext as _
from audits.web.language import moment
from audits.web.words import done_text, step_title
from compliance.facts import CONCLUSION_NAMES, Conclusion
from models.db import Session
from models.report import Report, Step, Took


def sent(report: Report | None, state: str) -> dict[str, Any]:
    """Receipt, reasons of a return, next step and conclusion."""
    nothing: dict[str, Any] = {"receipt": None, "returned": "", "next_step": "", "conclusion": ""}
    if report is None:
        return nothing
    last = {step.took: step for step in report.steps}
    receipt, concluded, back = last.get(Took.SUBMITTED), last.get(Took.CONCLUDED), last.get(Took.RETURNED)
    declined = last.get(Took.DECLINED)
    returned = back or declined
    return nothing | {
        "receipt": receipt,
        "returned": returned.details.get("reasons", "")
        if returned and state in ("returned", "declined")
        else "",
        "next_step": _next(state),
        "conclusion": CONCLUSION_NAMES[Conclusion(concluded.details["conclusion"])].on(g.language)
        if concluded
        else "",
    }


def _next(state: str) -> str:
    words = {
        "submitted": _(
            "The supervising unit reviews it first, then the registrar concludes. You are told here."
        ),
        "consented": _("The registrar concludes the inspection. You are told here."),
        "concluded": _("The inspection is concluded. See the conclusion and your rights in it."),
        "returned": _("Correct what was asked, have it signed and submit it again."),
        "declined": _("Correct what was asked, have it signed and submit it again."),
    }
    return str(words.get(state, ""))


def history(db: Session, code: str, year: int) -> list[dict[str, Any]]:
    """Everything that happened to a year's report, over all its versions."""
    told = []
    for report in acts.versions(db, code, year):
        told.append(
            {
                "at": report.uploaded_at,
                "text": _("Version %(n)s uploaded: %(name)s", n=report.version, name=report.file_name),
            }
        )
        told += [{"at": step.at, "text": _said(step)} for step in report.steps]
    return told


def said_done(report: Report | None, key: str) -> str:
    """What has just been done, in words; of a file that was here before, also when it came and its receipt."""
    if key != "known" or report is None:
        return done_text(key)
    receipt = next((step.number for step in reversed(report.steps) if step.took is Took.SUBMITTED), None)
    words = _(
        "This very file was uploaded on %(at)s already, as version %(n)s. Nothing was kept twice.",
        at=moment(report.uploaded_at),
        n=report.version,
    )
    return f"{words} {_('Its receipt is %(number)s.', number=receipt)}" if receipt else words


def _said(step: Step) -> str:
    return " · ".join(
        part for part in (step_title(step.took), step.number, step.details.get("reasons")) if part
    )

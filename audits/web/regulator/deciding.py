"""What the desk does with a report: conclude, return, agree, decline."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from audits import inspection
from audits.config import today
from audits.web.access import me, only
from audits.web.regulator.pages import our_report, pages
from audits.web.session import database
from models.account import Role


def _back(report_id: int, done: str) -> ResponseReturnValue:
    return redirect(url_for("desk.report", report_id=report_id, done=done), 303)


@pages.post("/reports/<int:report_id>/conclude", endpoint="conclude")
@only(Role.OFFICER, Role.APPROVER)
def conclude(report_id: int) -> ResponseReturnValue:
    """Conclude the inspection of a report."""
    with database().write() as db:
        report = our_report(db, report_id)
        conclusion = request.form.get("conclusion", "")
        inspection.conclude(db, today(), me(), report, conclusion, request.form.get("reasons", ""))
    return _back(report_id, "concluded")


@pages.post("/reports/<int:report_id>/return", endpoint="return_report")
@only(Role.OFFICER, Role.APPROVER)
def return_report(report_id: int) -> ResponseReturnValue:
    """Send a report back for correction."""
    with database().write() as db:
        inspection.return_report(
            db, today(), me(), our_report(db, report_id), request.form.get("reasons", "")
        )
    return _back(report_id, "returned")


@pages.post("/reports/<int:report_id>/consent", endpoint="consent")
@only(Role.SUPERVISING_UNIT)
def consent(report_id: int) -> ResponseReturnValue:
    """The supervising unit agrees."""
    with database().write() as db:
        inspection.consent(db, today(), me(), our_report(db, report_id))
    return _back(report_id, "consented")


@pages.post("/reports/<int:report_id>/decline", endpoint="decline")
@only(Role.SUPERVISING_UNIT)
def decline(report_id: int) -> ResponseReturnValue:
    """The supervising unit does not agree."""
    with database().write() as db:
        inspection.decline(db, today(), me(), our_report(db, report_id), request.form.get("reasons", ""))
    return _back(report_id, "declined")

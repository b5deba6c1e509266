"""Receipt and conclusion of a year's report, as PDF."""

from flask import abort
from flask.typing import ResponseReturnValue

from audits import report as acts
from audits.web.access import my_code, only
from audits.web.files import download
from audits.web.organization.pages import OURS, a_year, pages
from audits.web.session import database
from models.report import Took


@pages.get("/report/<int:year>/receipt.pdf", endpoint="receipt")
@only(*OURS)
def receipt(year: int) -> ResponseReturnValue:
    """The receipt as PDF."""
    return paper_of(year, Took.SUBMITTED)


@pages.get("/report/<int:year>/conclusion.pdf", endpoint="conclusion")
@only(*OURS)
def conclusion(year: int) -> ResponseReturnValue:
    """The conclusion as PDF."""
    return paper_of(year, Took.CONCLUDED)


def paper_of(year: int, took: Took) -> ResponseReturnValue:
    """The paper of a step of a year's report."""
    with database().read() as db:
        found = [
            step
            for report in acts.versions(db, my_code(), a_year(year))
            for step in report.steps
            if step.took is took
        ]
    if not found:
        abort(404)
    return download(found[-1])

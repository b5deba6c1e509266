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
@pages.get("/report/<int:year>/receipt.en.pdf", endpoint="receipt_en", defaults={"language": "en"})
@only(*OURS)
def receipt(year: int, language: str = "zh") -> ResponseReturnValue:
    """The receipt as PDF; in English as a translation."""
    return paper_of(year, Took.SUBMITTED, language)


@pages.get("/report/<int:year>/conclusion.pdf", endpoint="conclusion")
@pages.get("/report/<int:year>/conclusion.en.pdf", endpoint="conclusion_en", defaults={"language": "en"})
@only(*OURS)
def conclusion(year: int, language: str = "zh") -> ResponseReturnValue:
    """The conclusion as PDF; in English as a translation."""
    return paper_of(year, Took.CONCLUDED, language)


def paper_of(year: int, took: Took, language: str) -> ResponseReturnValue:
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
    return download(found[-1], language)

"""An organization's first page: what is due, where its reports stand, its cases and its standing."""

from datetime import date
from typing import Any

from flask import g, render_template, request
from flask.typing import ResponseReturnValue

from audits import report as acts
from audits.config import today
from audits.web import standing
from audits.web.access import only
from audits.web.case import brief
from audits.web.organization.draws import concerning
from audits.web.organization.pages import OURS, mine, pages
from audits.web.organization.ranking import open_to
from audits.web.reminder import reminder_text
from audits.web.session import database
from audits.web.words import done_text, report_state
from compliance.duty import ANNUAL_REPORT
from compliance.facts import CONCLUSION_NAMES, Register
from compliance.judge import Judgement
from models.case import cases_of
from models.holiday import gazette
from models.reminder import reminders_of
from models.report import Report, latest_reports


@pages.get("", endpoint="home")
@only(*OURS)
def home() -> ResponseReturnValue:
    """What to do next, and everything else at a glance."""
    with database().read() as db:
        organization = mine(db)
        judgement = standing.judged(db, organization.code, today())
        reports = latest_reports(db, organization.code)
        cases = [brief(case, today(), gazette(db)) for case in cases_of(db, organization.code)]
        previews = open_to(db)
        draws = concerning(db, organization, today())
        reminders = [reminder_text(one) for one in reminders_of(db, organization.code)]
    states = {report.year: acts.state(report) for report in reports}
    since = {str(register): judgement.facts.lists[register].listed_since for register in Register}
    return render_template(
        "organization/home.html",
        organization=organization,
        open_duties=_open(judgement, states, today()),
        reports=[_row(report, judgement, states[report.year]) for report in reports],
        cases=[case for case in cases if case["open"]],
        credit=standing.credit(judgement),
        standing=since,
        previews=previews,
        reminders=reminders,
        done=done_text(request.args.get("done", "")),
        **draws,
    )


def _open(judgement: Judgement, states: dict[int, str], day: date) -> list[dict[str, Any]]:
    return [
        {
            "year": duty.year,
            "due": duty.due,
            "days_late": duty.days_late,
            "days_left": (duty.due - day).days,
            "basis": duty.basis.said.on(g.language),
            "stands": report_state(states.get(duty.year, "empty")),
        }
        for duty in judgement.duties
        if duty.what == ANNUAL_REPORT and duty.done is None
    ]


def _row(report: Report, judgement: Judgement, state: str) -> dict[str, Any]:
    duty = next((it for it in judgement.duties if it.what == ANNUAL_REPORT and it.year == report.year), None)
    known = next((it for it in judgement.facts.dossier.reports if it.year == report.year), None)
    conclusion = known.conclusion if known else None
    return {
        "year": report.year,
        "received_on": duty.done if duty else None,
        "days_late": duty.days_late if duty and duty.done else 0,
        "stands": report_state(state),
        "conclusion": CONCLUSION_NAMES[conclusion].on(g.language) if conclusion else "",
    }


@pages.get("/standing", endpoint="standing")
@only(*OURS)
def my_standing() -> ResponseReturnValue:
    """Points line by line, the two lists, and what removal needs."""
    with database().read() as db:
        organization = mine(db)
        judgement = standing.judged(db, organization.code, today())
        cases = [brief(case, today(), gazette(db)) for case in cases_of(db, organization.code)]
    return render_template(
        "organization/standing.html",
        credit=standing.credit(judgement),
        lists=standing.lists(judgement),
        cases=cases,
    )

"""The rule beside the decision: what the law says to an officer about what is before him."""

from datetime import date

from flask import g

from compliance.duty import report_due
from compliance.facts import Organization
from compliance.law import Dated
from compliance.law import inspection_measures as inspection
from models.report import Report


def late_days(organization: Organization, year: int, received: date) -> int:
    """Days between the day a report was due by the date of the law and the day it came; 0 in time."""
    text = report_due(organization, year)
    return 0 if text is None else max(0, (received - text.value.of(year + 1)).days)


def guidance(report: Report) -> list[str]:
    """When the report was due and what follows from each conclusion, with articles, in the page's language."""
    said = []
    due = report_due(report.organization.fact, report.year)
    if due is not None:
        said.append(f"{due.value.of(report.year + 1).isoformat()} · {due.cite.said.on(g.language)}")
    day = date(report.year, 12, 31)
    for provision in vars(inspection).values():
        text = provision.on(day) if isinstance(provision, Dated) else None
        if text is not None:
            said.append(f"{provision.label.on(g.language)}: {text.cite.said.on(g.language)}")
    return said

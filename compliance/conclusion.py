"""What the conclusion of an annual inspection rests on: the duty to report, and the measures of the kind."""

from datetime import date

from compliance.duty import report_due
from compliance.facts import Organization
from compliance.law import Cite
from compliance.law.inspection_measures import CONCLUDING


def concluded_under(organization: Organization, year: int, day: date) -> list[Cite]:
    """The articles under which a report on a year is concluded on a day."""
    texts = (report_due(organization, year), CONCLUDING[organization.kind].on(day))
    return [text.cite for text in texts if text is not None]

"""What an organization owes by which day: its yearly report, and for charities the report's publication."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from compliance.facts import Dossier, Organization, YearReport
from compliance.law import Cite, Dated, Text
from compliance.law.annual_deadlines import (
    AUDIT_OF_FOUNDATIONS,
    AUDIT_OF_FUNDRAISERS,
    CHARITY_REPORT_DUE,
    FIRST_REVIEW,
    MARCH,
    PUBLICATION_DUE,
    REPORT_DUE,
    YearDay,
)
from compliance.law.house_rules import FIXED_DATES_MOVE
from compliance.law.inspection_measures import NEW_EXEMPT_AFTER
from compliance.workday import NO_GAZETTE, CalendarUnknown, Gazette, workday_from

ANNUAL_REPORT = "annual_report"
PUBLICATION = "publication"
FIRST_REVIEW_STEP = "first_review"
AUDIT = "audit"
ENDINGS = frozenset(("certificate_revoked", "establishment_annulled"))


@dataclass(frozen=True)
class Duty:
    """Something owed for a year by a day. `days_late` counts to the day it was done, or to the day asked.

    `moved` is true where `due` is a working day after the date that the law names. The law names dates,
    not periods, and where no text moves a date it stays: the house rule FIXED_DATES_MOVE decides.
    """

    what: str
    year: int
    due: date
    done: date | None
    days_late: int
    basis: Cite
    moved: bool = False

    @property
    def missed(self) -> bool:
        """The day has passed and it is still not done."""
        return self.done is None and self.days_late > 0


def first_year(dossier: Dossier) -> int:
    """The first year whose report is owed: that of registration, the next if registered after 30 June.

    A record begins with the year it says (`known_from`), else with the first report it speaks of: what lies
    before is not known, and not held against anyone. Without either it begins with registration.
    """
    organization = dossier.organization
    registered = organization.registered_on
    text = NEW_EXEMPT_AFTER[organization.kind].on(date(registered.year, 12, 31))
    year = registered.year
    if text is not None and registered > text.value.of(year):
        year += 1
    if dossier.known_from is not None:
        return max(year, dossier.known_from)
    return max(year, min((report.year for report in dossier.reports), default=year))


def report_due(organization: Organization, year: int) -> Text[YearDay] | None:
    """By when the report on a year is owed: charities by the charity rules, others by their regulations.

    Charity status is that of the year's last day; the text is the one in force on 31 March after it.
    """
    charity = organization.is_charity(date(year, 12, 31))
    dated = CHARITY_REPORT_DUE if charity else REPORT_DUE[organization.kind]
    return dated.on(MARCH.of(year + 1)) or REPORT_DUE[organization.kind].on(MARCH.of(year + 1))


def publication_due(organization: Organization, year: int) -> Text[YearDay] | None:
    """By when a charity publishes its report on a year; None for others."""
    if not organization.is_charity(date(year, 12, 31)):
        return None
    return PUBLICATION_DUE.on(MARCH.of(year + 1))


def duties(dossier: Dossier, day: date, gazette: Gazette = NO_GAZETTE) -> list[Duty]:
    """Every yearly duty whose year has ended by a day, oldest first; future ones of the year stand as open.

    Nothing falls due after the certificate was revoked or the establishment annulled.
    """
    organization = dossier.organization
    reports = {report.year: report for report in dossier.reports}
    end = min(
        (event.on for event in dossier.events if event.what in ENDINGS and event.on <= day), default=None
    )
    owed: list[Duty] = []
    for year in range(first_year(dossier), day.year):
        for duty in _of_year(organization, year, reports.get(year), day, gazette):
            if end is None or duty.due <= end:
                owed.append(duty)
    return owed


def _of_year(
    organization: Organization, year: int, report: YearReport | None, day: date, gazette: Gazette
) -> Iterator[Duty]:
    text = report_due(organization, year)
    if text is not None:
        yield _duty(ANNUAL_REPORT, year, text, report.received_on if report else None, day, gazette)
    published = publication_due(organization, year)
    if published is not None:
        yield _duty(PUBLICATION, year, published, report.published_on if report else None, day, gazette)


def _duty(what: str, year: int, text: Text[YearDay], done: date | None, day: date, gazette: Gazette) -> Duty:
    stated = text.value.of(year + 1)
    due = _moved(stated, gazette)
    if done is not None and done > day:
        done = None
    late = max(0, ((done or day) - due).days)
    return Duty(what, year, due, done, late, text.cite, due != stated)


def _moved(stated: date, gazette: Gazette) -> date:
    rule = FIXED_DATES_MOVE.on(stated)
    if rule is None or not rule.value:
        return stated
    try:
        return workday_from(stated, gazette)
    except CalendarUnknown:
        return stated


@dataclass(frozen=True)
class Step:
    """What goes before a report is complete: the supervising unit's review, the audit. Not in a dossier."""

    what: str
    year: int
    due: date
    basis: Cite


def steps(organization: Organization, year: int) -> list[Step]:
    """What a report on a year needs beforehand: first review by 31 March, and the accountant's audit."""
    found = []
    review = FIRST_REVIEW[organization.kind].on(MARCH.of(year + 1)) if organization.supervised else None
    report = report_due(organization, year)
    if review is not None:
        found.append(Step(FIRST_REVIEW_STEP, year, review.value.of(year + 1), review.cite))
    audit = _audit(organization, year)
    if audit is not None and report is not None:
        found.append(Step(AUDIT, year, report.value.of(year + 1), audit.cite))
    return found


def _audit(organization: Organization, year: int) -> Text[bool] | None:
    day = date(year, 12, 31)
    rules: list[tuple[bool, Dated[bool]]] = [
        (organization.kind.value == "foundation", AUDIT_OF_FOUNDATIONS),
        (organization.raises_funds(day), AUDIT_OF_FUNDRAISERS),
    ]
    return next((dated.on(MARCH.of(year + 1)) for bound, dated in rules if bound), None)

"""Whether a report would come late if it were filed on a day."""

from dataclasses import replace
from datetime import date

from compliance.check import Verdict
from compliance.duty import report_due
from compliance.facts import Fault, Kind, Level, Organization, Said, Severity
from compliance.form.answer import Given
from compliance.form.read import Reading


def filed_on(verdict: Verdict, day: date) -> Verdict:
    """The verdict with an advice where the report is due before a day; nothing else depends on the day."""
    late = _late(verdict.reading, day) if verdict.reading else None
    return replace(verdict, faults=(*verdict.faults, late)) if late else verdict


def _late(reading: Reading, day: date) -> Fault | None:
    if reading.kind is None or reading.year is None:
        return None
    text = report_due(_organization(reading, reading.kind), reading.year)
    due = text.value.of(reading.year + 1) if text else None
    if text is None or due is None or day <= due:
        return None
    days = (day - due).days
    said = Said(
        f"应于{due.isoformat()}前报送，到{day.isoformat()}已逾期{days}天。请尽快报送。",
        f"Due by {due.isoformat()}; on {day.isoformat()} it is {days} days late. Please file it soon.",
    )
    return Fault(Severity.ADVISE, "report.late", said, basis=text.cite.said.zh, expected=due.isoformat())


def _organization(reading: Reading, kind: Kind) -> Organization:
    """Whose report it is, as far as the report says so itself."""
    return Organization(
        code=str(reading.values.get("basic.code.value", "")),
        name=str(reading.values.get("basic.name.value", "")),
        kind=kind,
        level=Level.CITY,
        registered_on=_day(reading.values.get("basic.registered_on.value")) or date.min,
        charity_since=_day(reading.values.get("basic.charity_since.value")),
        fundraising_since=_day(reading.values.get("basic.fundraising_since.value")),
    )


def _day(value: Given | None) -> date | None:
    return value if isinstance(value, date) else None

"""Reporting status in words: on time, days late, overdue, not due yet."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from audits.web.language import gettext as _
from compliance.duty import ANNUAL_REPORT, Duty, duties, first_year, report_due
from compliance.facts import Dossier, Level, Organization


@dataclass(frozen=True)
class Status:
    """How an organization reported on a year. `key`: on_time, late, overdue, open, none."""

    key: str
    year: int
    due: date | None = None
    done: date | None = None
    days: int = 0

    @property
    def tone(self) -> str:
        """The colour that stands beside the words."""
        return {"on_time": "good", "late": "warn", "overdue": "bad", "open": "info"}.get(self.key, "")

    @property
    def words(self) -> str:
        """The words."""
        match self.key:
            case "on_time":
                text = _("on time")
            case "late":
                text = _("%(n)s days late", n=self.days)
            case "overdue":
                text = _("%(n)s days overdue", n=self.days)
            case "open":
                text = _("not due yet")
            case _none:
                text = _("no report owed")
        return str(text)


def of_duty(duty: Duty) -> Status:
    """The status a duty stands for."""
    if duty.done is not None:
        key = "late" if duty.days_late else "on_time"
    else:
        key = "overdue" if duty.days_late else "open"
    return Status(key, duty.year, duty.due, duty.done, duty.days_late)


def history(dossier: Dossier, day: date, years: int) -> list[Status]:
    """The last years that have ended, oldest first; `none` where nothing was owed."""
    known = {one.year: of_duty(one) for one in duties(dossier, day) if one.what == ANNUAL_REPORT}
    span = range(day.year - years, day.year)
    return [known.get(year) or Status("none", year) for year in span]


def of_row(row: Any, year: int, day: date) -> Status:
    """The status of a row of the register on one year, without its whole dossier."""
    received: date | None = row.received_on
    fact = Organization(
        row.code,
        row.name,
        row.kind,
        Level(row.level),
        row.registered_on,
        row.charity_since,
    )
    text = report_due(fact, year)
    owed = received is not None or first_year(Dossier(fact)) <= year
    if text is None or not owed or row.dissolved_on is not None:
        return Status("none", year)
    due = text.value.of(year + 1)
    done = received if received is not None and received <= day else None
    late = max(0, ((done or day) - due).days)
    return of_duty(Duty(ANNUAL_REPORT, year, due, done, late, text.cite))

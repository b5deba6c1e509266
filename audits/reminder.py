"""Reminders ahead of a deadline and the day after: of the yearly report, and of what a case awaits."""

from collections.abc import Iterator
from datetime import date

from audits.config import now
from compliance.case import Actor
from compliance.case.clock import due
from compliance.duty import ANNUAL_REPORT, duties, report_due
from compliance.facts import Kind, Level, Organization
from compliance.law.interview_rules import REMINDERS
from compliance.workday import Gazette
from models.db import Facts, Session
from models.holiday import gazette
from models.record import dossiers
from models.reminder import Reminder, reminders_on, running_cases, without_report

ANYBODY = date.min
"""Charity since always: to ask on which days reports fall due at all."""


def reminders_for(db: Session, day: date) -> list[Reminder]:
    """Who has a deadline so many days from a day and was not reminded yet."""
    text, known = REMINDERS.on(day), gazette(db)
    if text is None:
        return []
    said = {one.key for one in reminders_on(db, day)}
    found = (*_reports(db, day, text.value, known), *_cases(db, day, text.value, known))
    return [one for one in found if one.key not in said]


def enter(db: Session, fresh: list[Reminder]) -> Facts:
    """Enter reminders as sent."""
    db.add_all(fresh)
    return {"reminded": len(fresh)}


def _reminder(code: str, about: str, ref: str, last: date, day: date) -> Reminder:
    return Reminder(code=code, about=about, ref=ref, due=last, ahead=(last - day).days, on=day, at=now())


def _reports(db: Session, day: date, ahead: tuple[int, ...], known: Gazette) -> Iterator[Reminder]:
    """Who has not sent the report on last year; looked for only on days that a deadline is that near."""
    if not any((last - day).days in ahead for last in _days(day.year - 1)):
        return
    for code, dossier in dossiers(db, without_report(db, day.year - 1)).items():
        for duty in duties(dossier, day, known):
            open_ = duty.what == ANNUAL_REPORT and duty.year == day.year - 1 and duty.done is None
            if open_ and (duty.due - day).days in ahead:
                yield _reminder(code, ANNUAL_REPORT, str(duty.year), duty.due, day)


def _days(year: int) -> set[date]:
    """The days on which reports on a year fall due, of every kind, charity or not."""
    texts = (
        report_due(Organization("", "", kind, Level.CITY, ANYBODY, since), year)
        for kind in Kind
        for since in (ANYBODY, None)
    )
    return {text.value.of(year + 1) for text in texts if text is not None}


def _cases(db: Session, day: date, ahead: tuple[int, ...], known: Gazette) -> Iterator[Reminder]:
    """What open cases await of their organizations; of several moves with the same last day the first."""
    for case in running_cases(db):
        ends = {one.end: one for one in reversed(due(case.course, known)) if one.holder is Actor.ORGANIZATION}
        for last, one in ends.items():
            if last and (last - day).days in ahead:
                yield _reminder(case.code, str(one.step.move), case.number, last, day)

"""What each item of a score rests on, in a sentence, with the place where anyone can look."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import g, url_for

from audits.web.language import day
from audits.web.language import gettext as _
from compliance.facts import CONCLUSION_NAMES, Conclusion
from compliance.form.disclosure import PLACES
from compliance.transparency import PUBLISHED, UNPUBLISHED

CHANNELS = {choice.key: choice.said for choice in PLACES}
UNQUALIFIED = "unqualified"
LINES = {"audit": "basic.audit_opinion.value", **{name: f"disclosure.{name}.place" for name in PUBLISHED}}
"""The line of the published report that answers an item."""


def sentence(name: str, row: Mapping[str, Any]) -> str:
    """What is known of an item; `row` is a row of the public inputs of an edition."""
    if name == "annual_report":
        return _in_time(row["received_on"], row["due"])
    if row["received_on"] is None:
        return _("No report")
    if name == "publication":
        return _public(row["published_on"], row["publication_due"])
    if name in PUBLISHED:
        return _told(row[name], row[f"{name}.day"])
    return {"statements": _statements, "opening": _opening, "audit": _audit, "conclusion": _conclusion}[name](
        row
    )


def link(name: str, row: Mapping[str, Any], year: int) -> str:
    """Where to look: a line of the published report, or the organization's page."""
    code = row["code"]
    if row["published_on"] is None or name in ("annual_report", "conclusion"):
        return url_for("public.organization", code=code)
    return url_for("public.report", code=code, year=year, _anchor=LINES.get(name))


def _in_time(done: date | None, due: date) -> str:
    if done is None:
        return _("Not received; due by %(due)s", due=day(due))
    return _("Received on %(day)s; due by %(due)s", day=day(done), due=day(due))


def _public(done: date | None, due: date | None) -> str:
    until = day(due) if due else "—"
    if done is None:
        return _("Not published; due by %(due)s", due=until)
    return _("Published on %(day)s; due by %(due)s", day=day(done), due=until)


def _told(place: str | None, on: date | None) -> str:
    if place is None:
        return _("Not answered in the report")
    if place == UNPUBLISHED:
        return _("By the report: not published")
    where = CHANNELS[place].on(g.language) if place in CHANNELS else place
    if on is None:
        return _("By the report: %(where)s, no day given", where=where)
    return _("By the report: %(where)s, on %(day)s", where=where, day=day(on))


def _statements(row: Mapping[str, Any]) -> str:
    found = row["disagreements"]
    if found == 0:
        return _("The statements agree")
    return _("They disagree in one place") if found == 1 else _("They disagree in two places or more")


def _opening(row: Mapping[str, Any]) -> str:
    found = row["openings"]
    if found == 0:
        return _("They agree with last year's report")
    return _("They disagree in one place") if found == 1 else _("They disagree in two places or more")


def _audit(row: Mapping[str, Any]) -> str:
    if not row["audited"]:
        return _("By the report: not audited")
    if row["opinion"] == UNQUALIFIED:
        return _("By the report: audited, unqualified opinion")
    return _("By the report: audited, with another opinion or none told")


def _conclusion(row: Mapping[str, Any]) -> str:
    return (
        CONCLUSION_NAMES[Conclusion(row["conclusion"])].on(g.language) if row["conclusion"] else _("None yet")
    )

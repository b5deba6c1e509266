"""Complaints in words: where one stands, its clock, and the steps as both sides read them."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from flask import g

from audits.complaint.handling import finding_name
from audits.config import today
from audits.web.language import day as day_text
from audits.web.language import gettext as _
from compliance.complaint import ASKS, DEPARTMENTS, Doing, clock, due
from compliance.workday import Gazette
from models.complaint import Complaint, ComplaintStep

SAID = ("body", "text", "reasons", "measures")
TONES = {Doing.REFUSED: "", Doing.ANSWERED: "ok", Doing.WITHDRAWN: "", Doing.PROPOSED: "warn"}


class Deadline(NamedTuple):
    """By when something is owed, in words, under which article, and whether that day is over."""

    words: str
    basis: str
    late: bool


def heading(step: ComplaintStep) -> str:
    """A step in words, as done."""
    names = {
        Doing.RECEIVED: _("Complaint received"),
        Doing.TAKEN_UP: _("Taken up"),
        Doing.REFUSED: _("Not taken up"),
        Doing.ASKED: _("Question of the office"),
        Doing.ADDED: _("Added by the complainant"),
        Doing.REFERRED: _("Referred to another department"),
        Doing.REPLIED: _("Reply of another department"),
        Doing.EXTENDED: _("Time to answer extended"),
        Doing.PROPOSED: _("Finding proposed"),
        Doing.SENT_BACK: _("Proposal sent back"),
        Doing.ANSWERED: _("Answered"),
        Doing.WITHDRAWN: _("Withdrawn"),
    }
    more = [finding_name(step.details, g.language)]
    if step.details.get("department") in DEPARTMENTS:
        more.append(DEPARTMENTS[step.details["department"]].on(g.language))
    if step.details.get("due"):
        more.append(_("reply by %(day)s", day=day_text(date.fromisoformat(step.details["due"]))))
    return " · ".join([names[step.doing], *filter(None, more)])


def lines(step: ComplaintStep, said: Mapping[str, str]) -> list[tuple[str, str]]:
    """What was said with a step, each under the label it was asked for by."""
    labels = {ask.key: ask.label.on(g.language) for ask in ASKS.get(step.doing, ())}
    return [(labels.get(key, ""), said[key]) for key in SAID if said.get(key)]


def tone(complaint: Complaint) -> str:
    """The colour of where it stands."""
    return TONES.get(complaint.steps[-1].doing, "info")


def deadline(complaint: Complaint, known: Gazette) -> Deadline | None:
    """What the office owes next, and by when; None once it has ended."""
    running = clock(complaint.done)
    if running is None:
        return None
    period, since = running
    end, text = due(complaint.done, known), period.on(since)
    what = (
        _("To be told whether it is taken up by %(day)s", day=day_text(end))
        if len(complaint.done) and not any(one.doing is Doing.TAKEN_UP for one in complaint.done)
        else _("To be answered by %(day)s", day=day_text(end))
    )
    basis = text.cite.said.on(g.language) if text else ""
    return Deadline(what, basis, end is not None and end < today())

"""Reminders in words, for whoever was reminded and for the office."""

from audits.web.language import day as said_day
from audits.web.language import gettext as _
from compliance.duty import ANNUAL_REPORT
from models.case import Move
from models.reminder import Reminder


def reminder_text(one: Reminder) -> str:
    """When one was reminded, of what, and how near it was."""
    words = {"on": said_day(one.on), "what": _about(one), "day": said_day(one.due), "n": one.ahead}
    if one.ahead < 0:
        return str(_("%(on)s: %(what)s was due on %(day)s and has not come", **words))
    return str(_("%(on)s: %(what)s is due on %(day)s, in %(n)s days", **words))


def _about(one: Reminder) -> str:
    if one.about == ANNUAL_REPORT:
        return str(_("Annual report on %(year)s", year=one.ref))
    words = {
        Move.STATED: _("statement and defence"),
        Move.HEARING_ASKED: _("request for a hearing"),
        Move.PERFORMED: _("what the decision asks"),
    }
    return f"{one.ref} {words.get(Move(one.about), '')}".rstrip()

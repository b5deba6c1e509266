"""A preview of the next edition in the simulated office, open to corrections, with an objection that waits."""

from collections.abc import Sequence
from datetime import date

from audits.draw import end_of
from audits.draw.desk import office, officers
from audits.preview.objection import object_to
from audits.preview.prepare import prepare
from audits.refusal import Conflict
from compliance.law.transparency_items import CORRECTION, ITEMS
from models.account import Account, Role, everyone
from models.db import Session
from models.holiday import gazette
from models.ranked import place

SAYS = "该项情况已按期公开，公开平台上有记录，请核对。"
FULL = 1000


def preview(db: Session, year: int, day: date) -> bool:
    """Prepare an edition on the day and object to it; False where the holidays of the period are not known."""
    text = CORRECTION.on(day) or CORRECTION.texts[0]
    try:
        end_of(day, text.value, gazette(db))
    except Conflict:
        return False
    row = prepare(db, day, officers(db, office(db).id)[0], year, day)
    for account in _organizations(db):
        held = place(db, row.edition_id, account.code or "")
        lost = [name for name in ITEMS if held and held.parts["items"].get(name, FULL) < FULL]
        if lost:
            object_to(db, day, account, row.id, lost[0], SAYS)
            return True
    return True


def _organizations(db: Session) -> Sequence[Account]:
    """Who prepares reports, the one whose records are in order first."""
    found = [one for one in everyone(db) if one.role is Role.PREPARER]
    return sorted(found, key=lambda one: one.login, reverse=True)

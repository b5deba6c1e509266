"""The draws that concern an organization: those it was drawn in, and lists that are open to its objection."""

from datetime import date
from typing import Any

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.draw.freeze import object_ours
from audits.web.access import me, only
from audits.web.organization.pages import OURS, mine, pages
from audits.web.session import database
from models.db import Session
from models.draw.asked import drawn_of, open_to_objections
from models.organization import Organization


def concerning(db: Session, organization: Organization, day: date) -> dict[str, Any]:
    """Plans whose lists it may object to, with what it has objected, and the draws it was drawn in."""
    plans = open_to_objections(db, organization.registrar_id, day)
    return {
        "drawn": drawn_of(db, organization.code),
        "open_lists": [
            (plan, [one for one in plan.snapshots[-1].objections if one.code == organization.code])
            for plan in plans
        ],
    }


@pages.post("/draws/<number>/objections", endpoint="draw_objection")
@only(*OURS)
def objection(number: str) -> ResponseReturnValue:
    """Object to the lists of a draw, about oneself."""
    with database().write() as db:
        mine(db)
        object_ours(db, today(), me(), number, request.form.get("says", ""))
    return redirect(url_for(".home", done="objected"), 303)

"""An organization's own ranking: its preview before publication, its objections, its badge and its places."""

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.preview import objection as acts
from audits.web.access import me, my_code, only
from audits.web.organization.pages import OURS, mine, pages
from audits.web.preview import done
from audits.web.public.badge import badge_of
from audits.web.public.place import place_opened
from audits.web.session import database
from compliance.law.transparency_items import ITEMS
from compliance.transparency import items
from models.db import Session
from models.preview import Preview, objections, open_previews
from models.ranked import place
from models.ranking import places_of


@pages.get("/ranking", endpoint="ranking")
@only(*OURS)
def ranking() -> ResponseReturnValue:
    """Open previews with the form to object, then the badge and every published place."""
    with database().read() as db:
        organization = mine(db)
        shown = [_shown(db, one, organization.code) for one in open_previews(db)]
        past = places_of(db, organization.code)
        badge = badge_of(db, organization.code, today())
    return render_template(
        "organization/ranking.html",
        organization=organization,
        previews=shown,
        past=past,
        badge=badge,
        done=done(request.args.get("done", "")),
    )


def _shown(db: Session, preview: Preview, code: str) -> dict[str, Any]:
    """One preview as this organization sees it; `opened` is None where it has no place in it."""
    row, mine_only = place(db, preview.edition_id, code), objections(db, preview.id, code)
    waiting = {one.item for one in mine_only if one.answer is None}
    return {
        "preview": preview,
        "opened": place_opened(db, preview.edition, row) if row else None,
        "objections": [(ITEMS[one.item].label, one) for one in mine_only],
        "choices": [(name, ITEMS[name].label) for name, _item in items(preview.day) if name not in waiting],
        "may_object": row is not None and today() <= preview.until,
    }


@pages.post("/ranking/<int:preview>/objections", endpoint="object_to_ranking")
@only(*OURS)
def object_to(preview: int) -> ResponseReturnValue:
    """Object to an item of the preview."""
    form = request.form
    with database().write() as db:
        acts.object_to(db, today(), me(), preview, form.get("item", ""), form.get("reasons", ""))
    return redirect(url_for(".ranking", done="objected"), 303)


def open_to(db: Session) -> list[Preview]:
    """Previews in which the signed-in organization stands and may still object."""
    return [
        one for one in open_previews(db)
        if today() <= one.until and place(db, one.edition_id, my_code()) is not None
    ]  # fmt: skip

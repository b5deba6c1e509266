"""Before an edition of the ranking is published: a preview for every organization in it, and time to object.

Prepared, objected, answered, then published (computed anew) or withdrawn; each act enters the decision log.
"""

from datetime import date

from audits.draw import officers_only
from audits.draw.desk import office
from audits.log import note
from audits.preview.told import Told
from audits.refusal import Conflict, NotFound, Refused
from compliance.facts import Said
from models.account import Account
from models.db import Session
from models.preview import Preview, preview_of


def of_the_office(db: Session, by: Account | None) -> None:
    """Refused unless an officer of the office itself acts (or its command line): an edition covers all below it."""
    officers_only(by)
    own = office(db)
    if by is not None and by.registrar_id != own.id:
        raise Refused(f"排行由{own.name}办理。", f"Only officers of {own.name_en or own.name} do this.")


def held(db: Session, number: int) -> Preview:
    """A preview to act on, locked. NotFound if there is none."""
    preview = preview_of(db, number, lock=True)
    if preview is None:
        raise NotFound("没有这份预览。", "There is no such preview.")
    db.refresh(preview, ["end", "objections"])
    return preview


def still_open(preview: Preview) -> None:
    """Conflict for a preview that was published or withdrawn."""
    if said := ended(preview):
        raise Conflict(said.zh, said.en)


def ended(preview: Preview) -> Said | None:
    """That a preview was withdrawn or published, and when; None while it is open."""
    if preview.end is None:
        return None
    on, edition = preview.end.on.isoformat(), preview.end.edition_id
    if edition is None:
        return Said(f"该预览已于{on}撤回。", f"This preview was withdrawn on {on}.")
    return Said(
        f"该预览已于{on}公布为第{edition}期。", f"This preview was published on {on} as edition {edition}."
    )


def obstacle(preview: Preview, on: date) -> Said | None:
    """Why a preview cannot be published on a day; None if it can."""
    if said := ended(preview):
        return said
    until, waiting = preview.until.isoformat(), sum(one.answer is None for one in preview.objections)
    if on <= preview.until:
        return Said(
            f"核对期至{until}届满，届满前不能公布。",
            f"Open to corrections until {until}; it cannot be published before that is over.",
        )
    if waiting:
        return Said(f"还有{waiting}项异议未答复。", f"Objections that wait for an answer: {waiting}.")
    return None


def enter(db: Session, one: Told) -> None:
    """Enter an act, whose row has been flushed, in the decision log as the last statement of its transaction."""
    note(db, one.type_, None, one.body, subject=one.subject)

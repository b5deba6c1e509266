"""Objections to a preview, and their answers."""

from datetime import date

from audits.config import now
from audits.draw import reasons
from audits.preview import enter, held, of_the_office, still_open
from audits.preview.told import answered, objected
from audits.refusal import Conflict, NotFound, Refused, Unfit
from compliance.transparency import items
from models.account import ORGANIZATION, Account
from models.db import Session
from models.preview import Preview, PreviewAnswer, PreviewObjection
from models.ranked import place


def object_to(db: Session, on: date, by: Account, number: int, item: str, says: str) -> PreviewObjection:
    """An organization objects to an item of its preview; one objection an item at a time.

    Conflict after the period; NotFound for a preview it is not in; Unfit for an item that is none.
    """
    if by.role not in ORGANIZATION or by.code is None:
        raise Refused("只有社会组织可以对自己的预览提出异议。", "Only the organization itself may object.")
    preview = held(db, number)
    if place(db, preview.edition_id, by.code) is None:
        raise NotFound("该预览中没有贵组织。", "Your organization is not in this preview.")
    _may_object(preview, on, by.code, item)
    row = PreviewObjection(preview_id=preview.id, code=by.code, item=item, says=reasons(says))
    row.on, row.at, row.by = on, now(), by.id
    db.add(row)
    db.flush()
    enter(db, objected(row))
    return row


def _may_object(preview: Preview, on: date, code: str, item: str) -> None:
    still_open(preview)
    if on > preview.until:
        until = preview.until.isoformat()
        raise Conflict(f"核对期已于{until}届满。", f"The period for corrections ended on {until}.")
    if item not in dict(items(preview.day)):
        raise Unfit("请选择要提出异议的项目。", "Choose the item you object to.")
    mine = [one for one in preview.objections if (one.code, one.item) == (code, item)]
    if any(one.answer is None for one in mine):
        raise Conflict(
            "对该项目的异议已提出，正在等待答复。",
            "You have objected to this item already; wait for the answer.",
        )


def answer(
    db: Session, on: date, by: Account, number: int, objection: int, *, accepted: bool, why: str
) -> PreviewAnswer:
    """Answer an objection, once. What is accepted is corrected by the act that holds the fact, not here."""
    preview = held(db, number)
    of_the_office(db, by)
    found = next((one for one in preview.objections if one.id == objection), None)
    if found is None:
        raise NotFound("没有这项异议。", "There is no such objection.")
    still_open(preview)
    if found.answer is not None:
        raise Conflict("该异议已经答复。", "This objection has been answered.")
    row = PreviewAnswer(objection_id=found.id, accepted=accepted, reasons=reasons(why))
    row.on, row.at, row.by = on, now(), by.id
    db.add(row)
    db.flush()
    enter(db, answered(row))
    return row

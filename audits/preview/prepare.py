"""An officer's side: an edition is prepared, then published or withdrawn."""

from datetime import date

from polars import DataFrame

from audits import ranking
from audits.config import now
from audits.draw import end_of, reasons
from audits.draw.desk import office
from audits.preview import enter, held, obstacle, of_the_office, still_open
from audits.preview.told import prepared, withdrawn
from audits.refusal import Conflict, Unfit
from compliance.inspection import last_day
from compliance.law.transparency_items import CORRECTION
from models.account import Account
from models.db import Session
from models.holiday import gazette
from models.lock import office_alone
from models.preview import Preview, PreviewEnd, open_previews
from models.ranking import Edition


def prepare(db: Session, on: date, by: Account | None, year: int, day: date) -> Preview:
    """Compute an edition as of a day and show it to everybody in it for correction; nothing is published.

    Conflict while another of the same year is open; Unfit for a day that is not over or lies before the year's end.
    """
    of_the_office(db, by)
    if not last_day(year) < day <= on:
        raise Unfit(
            f"数据截止日应在{year}年之后，且不晚于今天。",
            f"The day must lie after {year}, and not after today.",
        )
    office_alone(db, office(db).id)
    if waiting := open_previews(db, year):
        raise open_already(waiting[0])
    edition, _places = ranking.compute(db, year, day)
    text = CORRECTION.on(on) or CORRECTION.texts[0]
    until = end_of(on, text.value, gazette(db))
    row = Preview(edition=edition, until=until, on=on, at=now(), by=by.id if by else None)
    db.add(row)
    db.flush()
    enter(db, prepared(row))
    return row


def open_already(preview: Preview) -> Conflict:
    """Says which preview of the year is open, and until when."""
    return Conflict(
        f"{preview.year}年度排行已有预览（{preview.on.isoformat()}发出，核对期至{preview.until.isoformat()}）。",
        f"A ranking on {preview.year} is prepared already ({preview.on.isoformat()}), open to corrections until "
        f"{preview.until.isoformat()}.",
    )


def publish(db: Session, on: date, by: Account | None, number: int) -> tuple[Edition, DataFrame]:
    """Compute the edition anew as of its day from what is known now, and publish it.

    Conflict before the period is over, or while an objection waits for its answer.
    """
    preview = held(db, number)
    of_the_office(db, by)
    if said := obstacle(preview, on):
        raise Conflict(said.zh, said.en)
    edition, places = ranking.compute(db, preview.year, preview.day)
    ranking.publish(db, edition, now())
    db.add(_end(preview, on, by, edition.id, ""))
    db.flush()
    return edition, places


def withdraw(db: Session, on: date, by: Account | None, number: int, why: str) -> PreviewEnd:
    """Withdraw a preview, with reasons: another may then be prepared."""
    preview = held(db, number)
    of_the_office(db, by)
    still_open(preview)
    row = _end(preview, on, by, None, reasons(why))
    db.add(row)
    db.flush()
    enter(db, withdrawn(row))
    return row


def _end(preview: Preview, on: date, by: Account | None, edition: int | None, why: str) -> PreviewEnd:
    whose = by.id if by else None
    return PreviewEnd(preview_id=preview.id, edition_id=edition, reasons=why, on=on, at=now(), by=whose)

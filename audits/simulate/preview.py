"""A preview of the next edition in the simulated office, open to corrections, with an objection that waits."""

import io
from collections.abc import Iterator, Sequence
from datetime import date

import polars as pl

from audits.draw import end_of
from audits.draw.desk import office, officers
from audits.preview.objection import object_to
from audits.preview.prepare import prepare
from audits.refusal import Conflict
from compliance.law.transparency_items import CORRECTION, ITEMS
from compliance.opened import known_items
from models.account import Account, Role, everyone
from models.db import Session
from models.holiday import gazette
from models.ranked import place
from models.ranking_inputs import kept_block

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
        lost = list(_lost(db, row.edition_id, account.code or ""))
        if lost:
            object_to(db, day, account, row.id, lost[0], SAYS)
            return True
    return True


def _lost(db: Session, edition: int, code: str) -> Iterator[str]:
    """The items in which an organization of the edition has not got full marks."""
    block = kept_block(db, edition, code)
    if block is None or place(db, edition, code) is None:
        return
    held = pl.read_parquet(io.BytesIO(block.places)).row(by_predicate=pl.col("code") == code, named=True)
    won = known_items(held)
    yield from (name for name in ITEMS if won.get(name, FULL) < FULL)


def _organizations(db: Session) -> Sequence[Account]:
    """Who prepares reports, the one whose records are in order first."""
    found = [one for one in everyone(db) if one.role is Role.PREPARER]
    return sorted(found, key=lambda one: one.login, reverse=True)

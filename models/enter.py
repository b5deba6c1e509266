"""The one seam through which acts reach the log: whatever commits a row with legal effect enters it, last of all.

No act can forget it, and none can be entered without having happened: both are one transaction.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from models import entry
from models.entry import Note
from models.legal import SOURCES, acts
from models.ranking import Edition

ACTS, NOTES = "log.acts", "log.notes"
AT_ONCE = 5000


def note(db: Session, one: Note) -> None:
    """Enter an act that is no row of the tables of acts, when its transaction commits."""
    db.info.setdefault(NOTES, []).append(one)


def enter_missing(db: Session, moment: datetime | None = None) -> int:
    """Enter every act that has no entry, in the order of their moments; as of `moment`, if one is given.

    For rows that were written in bulk, or before there was a log. Gives how many.
    """
    known = {subject for _, subject in entry.subjects(db)}
    missing = [one for table in SOURCES for one in acts(db, table) if one.subject not in known]
    missing.sort(key=lambda one: one.at)
    for some in _batches(missing):
        entry.append(db, [replace(one, at=moment) for one in some] if moment else some)
    return len(missing)


def _batches(notes: Iterable[Note]) -> Iterator[list[Note]]:
    rest = iter(notes)
    while some := list(islice(rest, AT_ONCE)):
        yield some


@event.listens_for(Session, "after_flush")
def _seen(db: Session, context: Any) -> None:
    for row in db.new:
        if type(row) in SOURCES:
            _remember(db, row)
    for row in db.dirty:
        if isinstance(row, Edition) and inspect(row).attrs.published_at.history.has_changes():
            _remember(db, row)


def _remember(db: Session, row: Any) -> None:
    db.info.setdefault(ACTS, {}).setdefault(type(row), set()).add(row.id)


@event.listens_for(Session, "before_commit")
def _enter(db: Session) -> None:
    """The last statements of a transaction in which something happened."""
    if db.in_nested_transaction():
        return
    db.flush()
    seen, notes = db.info.pop(ACTS, {}), db.info.pop(NOTES, [])
    found = [one for table in SOURCES for one in acts(db, table, seen.get(table, ()))]
    if found or notes:
        entry.append(db, [*sorted(found, key=lambda one: one.at), *notes])


@event.listens_for(Session, "after_rollback")
def _forget(db: Session) -> None:
    for pending in (ACTS, NOTES):
        db.info.pop(pending, None)

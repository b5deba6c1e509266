"""A number that grows whenever something public changes, so that rendered pages know when they are stale."""

from typing import Any

from sqlalchemy import event, text
from sqlalchemy.orm import Session

from models.case import CaseMove
from models.db import Database
from models.event import Event
from models.organization import Organization, Particular
from models.ranking import Edition, Place
from models.report import Step, YearFigures

PUBLIC = (CaseMove, Event, Organization, Particular, Edition, Place, Step, YearFigures)
NAME = "public"
UPSERT = text(
    "INSERT INTO series (name, last) VALUES ('public', 1) "
    "ON CONFLICT (name) DO UPDATE SET last = series.last + 1"
)
READ = "SELECT last FROM series WHERE name = 'public'"


def touch(db: Session) -> None:
    """Say that something public changes in this transaction; acts that write in bulk call it themselves."""
    db.execute(UPSERT)


def public_version(database: Database) -> int:
    """The number now; 0 before the first change."""
    with database.engine.connect() as connection:
        return connection.exec_driver_sql(READ).scalar() or 0


@event.listens_for(Session, "after_flush")
def _touch(db: Session, context: Any) -> None:
    if any(isinstance(row, PUBLIC) for rows in (db.new, db.dirty, db.deleted) for row in rows):
        touch(db)

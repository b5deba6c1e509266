"""A number that grows whenever something public changes, so that rendered pages know when they are stale."""

import threading
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.orm import Session

from models.case import CaseMove
from models.complaint import ComplaintStep
from models.db import Database, DatabaseFault
from models.event import Event
from models.holiday import Holiday
from models.organization import Organization, Particular
from models.ranking import Edition, Place
from models.report import Step, YearFigures

PUBLIC = (
    CaseMove,
    ComplaintStep,
    Event,
    Holiday,
    Organization,
    Particular,
    Edition,
    Place,
    Step,
    YearFigures,
)
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


def version_seen(db: Session) -> int:
    """The number as this session sees it."""
    return db.execute(text(READ)).scalar() or 0


class Version:
    """The same, asked before every public page: each thread keeps a connection for it."""

    def __init__(self, database: Database) -> None:
        self.engine = database.engine
        self.kept = threading.local()

    def now(self) -> int | None:
        """The number; 0 before the first change, None where the database does not answer."""
        for cursor in (getattr(self.kept, "cursor", None), None):
            try:
                row = (cursor or self._connect()).execute(READ).fetchone()
            except (self.engine.dialect.loaded_dbapi.Error, DatabaseFault):
                continue  # the server went away meanwhile: once more on a new connection
            return row[0] if row else 0
        return None

    def _connect(self) -> Any:
        self.kept.connection = self.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        self.kept.cursor = self.kept.connection.connection.cursor()
        return self.kept.cursor


@event.listens_for(Session, "after_flush")
def _touch(db: Session, context: Any) -> None:
    if any(isinstance(row, PUBLIC) for rows in (db.new, db.dirty, db.deleted) for row in rows):
        touch(db)

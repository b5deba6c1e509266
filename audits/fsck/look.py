"""What an invariant looks at, and how it answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from models.db import Database, Session


@dataclass(frozen=True)
class Look:
    """One reading transaction, at a moment."""

    database: Database
    db: Session
    moment: datetime


Found = Iterator[tuple[str, str, str]]
"""Row, and what is wrong with it in Chinese and English."""

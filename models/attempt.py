"""Counters of the rate limiter, shared by every web process."""

from datetime import datetime

from sqlalchemy import case, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from models.account import Attempt


def hit(db: Session, key: str, amount: int, moment: datetime, expires_at: datetime) -> int:
    """Count hits under a key, from nothing once it has expired; gives the count."""
    insert = sqlite.insert if db.get_bind().dialect.name == "sqlite" else postgresql.insert
    statement = insert(Attempt).values(key=key, hits=amount, expires_at=expires_at)
    fresh = Attempt.expires_at > moment
    upsert = statement.on_conflict_do_update(
        index_elements=["key"],
        set_={
            "hits": case((fresh, Attempt.hits + amount), else_=amount),
            "expires_at": case((fresh, Attempt.expires_at), else_=expires_at),
        },
    ).returning(Attempt.hits)
    return db.execute(upsert).scalar_one()


def count(db: Session, key: str, moment: datetime) -> tuple[int, datetime | None]:
    """Hits under a key and when they expire."""
    row = db.execute(select(Attempt.hits, Attempt.expires_at).where(Attempt.key == key)).one_or_none()
    return (row[0], row[1]) if row is not None and row[1] > moment else (0, None)


def forget(db: Session, key: str) -> None:
    """Clear one key."""
    db.execute(delete(Attempt).where(Attempt.key == key))


def forget_expired(db: Session, moment: datetime) -> int:
    """Clear every key that expired before a moment; gives how many."""
    gone = db.execute(delete(Attempt).where(Attempt.expires_at <= moment).returning(Attempt.id))
    return len(gone.all())

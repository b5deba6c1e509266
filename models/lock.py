"""Locks on rows, for acts of which only one may happen at a time."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.registrar import Registrar


def office_alone(db: Session, registrar_id: int) -> None:
    """Until the transaction ends nobody else acts for this registrar under this lock; rows may still refer to it."""
    query = select(Registrar.id).where(Registrar.id == registrar_id)
    db.execute(query.with_for_update(key_share=True))

"""The one place where an act of a draw is entered in the decision log."""

from audits.log import note
from models.db import Facts, Session
from models.draw.plan import Plan
from models.publication import touch


def enter(db: Session, act: str, plan: Plan, body: Facts, subject: str | None = None) -> None:
    """Enter an act ("plan", "freeze", "objection", "answer", "sources", "result", "replacement"), as its last
    statement: the log's type is `draw.` and its name. Public pages are rendered anew after it.

    `subject` finds the entry again: `draw/2026-1`, `draw/2026-1/lists/1`, `draw/2026-1/result`.
    """
    db.flush()
    touch(db)
    note(db, f"draw.{act}", None, body, subject=subject)

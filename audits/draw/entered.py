"""The one place where an act of a draw is entered in the decision log."""

from models.db import Facts, Session
from models.draw.plan import Plan
from models.publication import touch


def enter(db: Session, act: str, plan: Plan, body: Facts) -> None:
    """Enter an act ("plan", "freeze", "objection", "answer", "sources", "result", "replacement"), as its last
    statement: the log's type is `draw.` and its name. Public pages are rendered anew after it.
    """
    db.flush()
    touch(db)

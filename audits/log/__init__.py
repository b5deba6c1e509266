"""The decision log: entering what is no row of its own, publishing, and checking.

Steps of reports, moves of cases, entries of the record and editions enter themselves (models/enter.py).
"""

from audits.config import now
from audits.refusal import NotFound
from compliance.act import ERASED
from models import enter, entry
from models.db import Facts, Session
from models.entry import Note


def note(
    db: Session,
    type_: str,
    org: str | None,
    body: Facts,
    supersedes: int | str | None = None,
    subject: str | None = None,
) -> None:
    """Enter an act as the last statement of its transaction, such as "draw.plan".

    `org` only where the act is public; `body` without floats; `subject` ("draw/7") finds the entry again, each
    once; `supersedes` is a number or a subject.
    """
    enter.note(db, Note(type_, now(), body, org, supersedes, subject))


def erase(db: Session, seq: int, basis: str) -> None:
    """Erase body and salt of an entry by law, and enter that this was done; the entry stays and says nothing.

    `basis` names the article; it must name nobody. NotFound if there is no such entry.
    """
    if not 0 <= seq < entry.size(db):
        raise NotFound(f"日志没有第 {seq} 条", f"The log has no entry {seq}")
    entry.erase(db, seq)
    note(db, ERASED, None, {"seq": seq, "basis": basis}, supersedes=seq)

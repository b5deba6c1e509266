"""The decision log as kept: entries that nothing changes, and beside them the bodies that may be erased."""

import secrets
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ForeignKey, func, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from compliance.log.entry import SALT_BYTES, Entry, canonical, commit
from compliance.log.tree import leaf
from models.db import Base, Facts

LOCK = 8_231_004
"""Number of the PostgreSQL advisory lock under which entries are numbered; SQLite has one writer at a time."""
AT_ONCE, MOST_ROWS = 500, 10_000


class DecisionEntry(Base):
    """One entry: its line in canonical JSON, and the hash of it as a leaf. Triggers forbid any change."""

    __tablename__ = "decision_entry"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    text: Mapped[str]
    leaf: Mapped[bytes]


class DecisionBody(Base):
    """What an entry commits to, in canonical JSON, with its salt. Both may be erased together, nothing else.

    `subject` names the row that the act is ("step/12"); each act is entered once.
    """

    __tablename__ = "decision_body"

    seq: Mapped[int] = mapped_column(ForeignKey("decision_entry.seq"), primary_key=True, autoincrement=False)
    subject: Mapped[str | None] = mapped_column(unique=True)
    salt: Mapped[bytes | None]
    text: Mapped[str | None]


LAST = select(func.max(DecisionEntry.__table__.c.seq))
ENTER = insert(Base.metadata.tables["decision_entry"])
ENTER_BODY = insert(Base.metadata.tables["decision_body"])


@dataclass(frozen=True)
class Note:
    """An act to be entered. `supersedes` is a number, or the subject of the entry that is superseded."""

    type: str
    at: datetime
    body: Facts
    org: str | None = None
    supersedes: int | str | None = None
    subject: str | None = None


def append(db: Session, notes: Sequence[Note]) -> int:
    """Enter acts, in order, as the last thing their transaction does; gives the number after the last.

    The lock is held until the transaction ends, so that numbers have no gap and their order is that of commits.
    """
    connection = db.connection()
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
    first = size(db)
    known = _numbers(db, {one.supersedes for one in notes if isinstance(one.supersedes, str)})
    entries, bodies = [], []
    for seq, one in enumerate(notes, first):
        salt, body = secrets.token_bytes(SALT_BYTES), canonical(one.body)
        old = known.get(one.supersedes) if isinstance(one.supersedes, str) else one.supersedes
        line = Entry(seq, one.type, one.at, commit(salt, body), one.org, old).line()
        entries.append({"seq": seq, "text": line.decode(), "leaf": leaf(line)})
        bodies.append({"seq": seq, "subject": one.subject, "salt": salt, "text": body.decode()})
        if one.subject is not None:
            known[one.subject] = seq
    if notes:
        connection.execute(ENTER, entries)
        connection.execute(ENTER_BODY, bodies)
    return first + len(notes)


def size(db: Session) -> int:
    """How many entries there are; the number of the next."""
    last = db.connection().scalar(LAST)
    return 0 if last is None else last + 1


def _numbers(db: Session, subjects: Collection[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    wanted = sorted(subjects)
    for start in range(0, len(wanted), AT_ONCE):
        some = DecisionBody.subject.in_(wanted[start : start + AT_ONCE])
        found |= {str(row.subject): row.seq for row in db.execute(select(DecisionBody).where(some)).scalars()}
    return found


def lines(db: Session, begin: int = 0, end: int | None = None) -> Iterator[tuple[int, bytes, bytes]]:
    """Number, line and leaf hash of the entries from `begin` until before `end`."""
    query = select(DecisionEntry.seq, DecisionEntry.text, DecisionEntry.leaf)
    for row in _in_order(db, query, begin, end):
        yield row.seq, row.text.encode(), row.leaf


class Whole(NamedTuple):
    """An entry with its body; `salt` and `body` are empty where the body was erased or lost."""

    seq: int
    text: str
    leaf: bytes
    salt: bytes | None
    body: str | None


def whole(db: Session) -> Iterator[Whole]:
    """Every entry with its body, in order."""
    columns = (
        DecisionEntry.seq,
        DecisionEntry.text,
        DecisionEntry.leaf,
        DecisionBody.salt,
        DecisionBody.text,
    )
    query = select(*columns).outerjoin(DecisionBody, DecisionBody.seq == DecisionEntry.seq)
    for row in _in_order(db, query):
        yield Whole(*row)


def _in_order(db: Session, query: Any, begin: int = 0, end: int | None = None) -> Iterator[Any]:
    """Rows of entries by their numbers, some thousands at once."""
    query = query.order_by(DecisionEntry.seq).limit(MOST_ROWS)
    if end is not None:
        query = query.where(DecisionEntry.seq < end)
    while rows := db.execute(query.where(DecisionEntry.seq >= begin)).all():
        yield from rows
        begin = rows[-1].seq + 1


def bodies(db: Session) -> Sequence[DecisionBody]:
    """Every body in the order of entries."""
    return db.scalars(select(DecisionBody).order_by(DecisionBody.seq)).all()


def bodies_of(db: Session, subjects: Collection[str]) -> dict[str, DecisionBody]:
    """The bodies of some subjects, a few hundred at once."""
    query = select(DecisionBody).where(DecisionBody.subject.in_(subjects))
    return {str(row.subject): row for row in db.scalars(query)}


def subjects(db: Session) -> Sequence[tuple[int, str]]:
    """Number and subject of every body that has one."""
    query = select(DecisionBody.seq, DecisionBody.subject).where(DecisionBody.subject.is_not(None))
    return [(row.seq, str(row.subject)) for row in db.execute(query.order_by(DecisionBody.seq))]


def entered(db: Session, subject: str) -> tuple[DecisionEntry, DecisionBody] | None:
    """The entry of an act, with its body."""
    query = select(DecisionEntry, DecisionBody).join(DecisionBody, DecisionBody.seq == DecisionEntry.seq)
    row = db.execute(query.where(DecisionBody.subject == subject)).one_or_none()
    return None if row is None else (row[0], row[1])


def erase(db: Session, seq: int) -> None:
    """Erase body and salt of an entry: what stays says nothing about anyone."""
    db.execute(update(DecisionBody).where(DecisionBody.seq == seq).values(text=None, salt=None))


def put_back(db: Session, published: Sequence[bytes], first: int) -> None:
    """Entries that were published and are missing here, as after a restored backup; their bodies are lost."""
    rows = [
        {"seq": seq, "text": line.decode(), "leaf": leaf(line)} for seq, line in enumerate(published, first)
    ]
    if rows:
        db.connection().execute(ENTER, rows)

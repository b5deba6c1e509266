"""The living organizations as lines of text that the database itself puts together, for whoever makes columns of all.

A million rows, or thirteen values of each, take Python longer to fetch than the database takes to read them.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

BLOCK = 50_000
PARTS = 16
MARK = "\x1f"
"""Between the values of a line: the unit separator of ASCII, which no value may hold (see `plain`)."""
LAST = text("SELECT coalesce(max(rowid), 0) FROM organization")
LIVING = "FROM organization o {joins} WHERE o.dissolved_on IS NULL"


def plain(column: str) -> str:
    """A column that anybody may have written, as SQL: the end of a line and the mark within it become spaces."""
    return f"replace(replace({column}, '\n', ' '), '{MARK}', ' ')"


def lines(db: Session, columns: Sequence[str], joins: str, given: Mapping[str, Any]) -> Iterator[bytes]:
    """One line a living organization, in blocks (UTF-8) and in no order; empty where a column is null. Columns are
    SQL over the organization `o` and what is joined to it.

    SQLite reads its table in stretches, as it lies (ordered by code it takes twice as long); PostgreSQL all of it
    at once, for it would join anew for each.
    """
    if db.get_bind().dialect.name == "postgresql":
        yield from (block.encode() for block in db.scalars(_hashed(tuple(columns), joins), given))
        return
    for after in range(0, db.execute(LAST).scalar_one(), BLOCK):
        block = db.scalar(_stretch(tuple(columns), joins), {**given, "after": after})
        if block:
            yield block


@cache
def _hashed(columns: tuple[str, ...], joins: str) -> TextClause:
    line = f"SELECT string_agg({_line(columns)}, chr(10))"
    return text(f"{line} {LIVING.format(joins=joins)} GROUP BY hashtext(o.code) % {PARTS}")


@cache
def _stretch(columns: tuple[str, ...], joins: str) -> TextClause:
    line = f"SELECT CAST(group_concat({_line(columns)}, char(10)) AS BLOB)"
    return text(f"{line} {LIVING.format(joins=joins)} AND o.rowid > :after AND o.rowid <= :after + {BLOCK}")


def _line(columns: Sequence[str]) -> str:
    return f"format('{MARK.join(['%s'] * len(columns))}', {', '.join(columns)})"

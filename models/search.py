"""Search by name or code: an index of overlapping character pairs, which serves two Chinese characters and more.

SQLite has a contentless full-text table of pairs whose rowids stand in the order in which hits are shown;
PostgreSQL the same pairs as an array with an inverted index. Both confirm a hit by the text itself.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

FEW = 50
MOST = 1000
"""Hits are counted up to here; beyond it a page says "more than"."""
BATCH = 5000

ADD = text("INSERT INTO search_entry (id, code, name) VALUES (:id, :code, :name)")
ADD_PG = text("INSERT INTO search_entry (id, code, name, pairs) VALUES (:id, :code, :name, :pairs)")
ADD_PAIRS = text("INSERT INTO search_pairs (rowid, pairs) VALUES (:id, :pairs)")
NAMES = """
    SELECT o.code, o.name FROM organization o LEFT JOIN place p ON p.code = o.code AND p.edition_id = :edition
    ORDER BY p.score IS NULL, p.score DESC, o.code
"""
FORMER = "SELECT code, value FROM particular WHERE what = 'name' ORDER BY code, since"
BY_PAIRS = text("""
    SELECT e.code FROM search_pairs CROSS JOIN search_entry e ON e.id = search_pairs.rowid
    WHERE search_pairs MATCH :match AND instr(e.name, :q) > 0 ORDER BY search_pairs.rowid LIMIT :limit
""")
BY_PAIRS_PG = text("""
    SELECT code FROM search_entry WHERE pairs @> CAST(:pairs AS text[]) AND strpos(name, :q) > 0
    ORDER BY id LIMIT :limit
""")
BY_START = text("SELECT code FROM search_entry WHERE name >= :q AND name < :after ORDER BY name LIMIT :limit")
BY_CODE = text("SELECT code FROM organization WHERE code >= :q AND code < :after ORDER BY code LIMIT :limit")


def pairs(name: str) -> list[str]:
    """The overlapping pairs of letters and digits of a name, each once; all else is left out."""
    letters = "".join(letter for letter in name.lower() if letter.isalnum())
    return list(dict.fromkeys(letters[i : i + 2] for i in range(len(letters) - 1)))


def find_codes(db: Session, q: str, limit: int = MOST) -> list[str]:
    """Codes of organizations whose name, present or former, contains a text, or whose code begins with it."""
    wanted = "".join(q.split()).lower()
    if not wanted:
        return []
    after = wanted[:-1] + chr(ord(wanted[-1]) + 1)
    if wanted.isascii() and wanted.isalnum() and wanted[0].isdigit():
        given = {"q": wanted.upper(), "after": after.upper(), "limit": limit}
        return list(db.scalars(BY_CODE, given))
    found = pairs(wanted)
    if not any(map(str.isalnum, wanted)):
        return []
    if not found:
        return _each_once(db.scalars(BY_START, {"q": wanted, "after": after, "limit": limit}))
    if db.get_bind().dialect.name == "sqlite":
        match = " AND ".join(f'"{pair}"' for pair in found)
        return _each_once(db.scalars(BY_PAIRS, {"match": match, "q": wanted, "limit": limit}))
    return _each_once(db.scalars(BY_PAIRS_PG, {"pairs": found, "q": wanted, "limit": limit}))


def _each_once(codes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(codes))


def rebuild(db: Session, edition: int = 0) -> int:
    """Make the index anew, the best of an edition first; gives the number of names in it."""
    sqlite = db.get_bind().dialect.name == "sqlite"
    if sqlite:
        db.execute(text("INSERT INTO search_pairs (search_pairs) VALUES ('delete-all')"))
    db.execute(text("DELETE FROM search_entry"))
    names = list(db.execute(text(NAMES), {"edition": edition}))
    current = {row[0]: row[1] for row in names}
    former = [(row[0], row[1]) for row in db.execute(text(FORMER)) if current.get(row[0]) != row[1]]
    entries = [(row[0], row[1]) for row in names] + former
    for start in range(0, len(entries), BATCH):
        _add(db, sqlite, entries[start : start + BATCH], start + 1)
    return len(entries)


def add(db: Session, entries: Sequence[tuple[str, str]]) -> None:
    """Enter new names (code, name) behind all others, until the next edition puts them in their place."""
    last = db.execute(text("SELECT coalesce(max(id), 0) FROM search_entry")).scalar_one()
    _add(db, db.get_bind().dialect.name == "sqlite", entries, last + 1)


def _add(db: Session, sqlite: bool, entries: Sequence[tuple[str, str]], first: int) -> None:
    if not entries:
        return
    rows = [
        {"id": first + place, "code": code, "name": "".join(name.split()).lower()}
        for place, (code, name) in enumerate(entries)
    ]
    found = [pairs(name) for _code, name in entries]
    if not sqlite:
        db.execute(ADD_PG, [{**row, "pairs": theirs} for row, theirs in zip(rows, found, strict=True)])
        return
    db.execute(ADD, rows)
    told = [{"id": row["id"], "pairs": " ".join(theirs)} for row, theirs in zip(rows, found, strict=True)]
    db.execute(ADD_PAIRS, told)

"""The two lists: reason, article, date and authority in; the same out, as long as it may be shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import abort, g, render_template
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.web import asked
from audits.web.access import public
from audits.web.public.organization import listing
from audits.web.public.pages import pages
from audits.web.session import database
from compliance.display import Entry, entries
from compliance.facts import KIND_NAMES, REGISTER_NAMES, Register
from compliance.law.credit_measures import GROUNDS
from compliance.listing import record
from models.browse import districts, rows_of
from models.db import Session
from models.listed import decision_numbers, ever_listed
from models.record import BATCH, dossiers


@dataclass(frozen=True)
class Row:
    """An entry with the organization it is about."""

    row: Any
    shown: dict[str, Any]


def on_lists(db: Session, day: date) -> dict[Register, list[tuple[Any, Entry]]]:
    """Every entry of each list that may be shown on a day, those in force first, latest first."""
    found: dict[Register, list[tuple[Any, Entry]]] = {register: [] for register in Register}
    for row, entry in _entries(db, day):
        found[entry.list].append((row, entry))
    for theirs in found.values():
        theirs.sort(key=lambda one: (one[1].removed_on is not None, -one[1].since.toordinal()))
    return found


def on_list(db: Session, register: Register, day: date) -> list[tuple[Any, Entry]]:
    """The same of one list."""
    return on_lists(db, day)[register]


def _entries(db: Session, day: date) -> Iterator[tuple[Any, Entry]]:
    codes = ever_listed(db)
    for start in range(0, len(codes), BATCH):
        batch = codes[start : start + BATCH]
        rows = {row.code: row for row in rows_of(db, batch)}
        for code, dossier in dossiers(db, batch).items():
            for entry in entries(record(dossier, day)):
                yield rows[code], entry


def wanted(found: list[tuple[Any, Entry]], out: bool) -> list[tuple[Any, Entry]]:
    """The entries that the address asks for; `out`: those that have left the list."""
    q, kind, district = asked.text("q"), asked.kind(), asked.text("district")
    ground = asked.one_of("ground", tuple(GROUNDS))
    return [
        (row, entry)
        for row, entry in found
        if (entry.removed_on is not None) is out
        and (not q or q in row.name or row.code.startswith(q.upper()))
        and (not kind or row.kind == kind)
        and (not district or row.district == district)
        and (not ground or entry.ground == ground)
    ]


def page_of(db: Session, register: Register, day: date) -> tuple[list[Row], int, int, int, list[Row]]:
    """A page of entries in force with total, page and size, and the latest removals."""
    page, size = asked.paged(50)
    every = on_list(db, register, day)
    inside, outside = wanted(every, out=False), wanted(every, out=True)
    start = (page - 1) * size
    shown, gone = inside[start : start + size], outside[:50]
    numbers = decision_numbers(db, {row.code for row, _ in (*shown, *gone)})
    rows, left = (
        [Row(row, listing(entry, row.code, numbers)) for row, entry in some] for some in (shown, gone)
    )
    return rows, len(inside), page, size, left


@pages.get("/lists/<register>")
@public
def lists(register: str) -> ResponseReturnValue:
    """One of the two lists."""
    if register not in set(Register):
        abort(404)
    with database().read() as db:
        rows, total, page, size, removed = page_of(db, Register(register), today())
        known = districts(db)
    return render_template(
        "public/list.html",
        register=register,
        name=REGISTER_NAMES[Register(register)].on(g.language),
        rows=rows,
        removed=removed,
        total=total,
        page=page,
        kinds=KIND_NAMES,
        districts=known,
        grounds={name: one.label for name, one in GROUNDS.items() if name.startswith(register)},
        next=asked.next_page(page, size, total),
        previous=asked.address(page - 1) if page > 1 else None,
    )

"""A book or faults as plain JSON between child and parent: data only, nothing that could run."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

import orjson

from compliance.facts import Fault, Said, Severity
from compliance.form.cells import Book, Cell, Mark, Sheet, Value

NUMBER, DAY, OTHER = 0, 1, 2
Cells = Mapping[str, tuple[Value, tuple[str, ...]]]


def book(sheets: Sequence[tuple[str, bool, Cells]], notices: tuple[str, ...]) -> object:
    """Sheets of (name, hidden, cells) as JSON values."""
    return {"sheets": [(name, hidden, _packed(cells)) for name, hidden, cells in sheets], "notices": notices}


def _packed(cells: Cells) -> list[tuple[str, int, object, str]]:
    return [(where, *_told(held), " ".join(marks)) for where, (held, marks) in cells.items()]


def _told(held: Value) -> tuple[int, object]:
    if isinstance(held, Decimal):
        return NUMBER, str(held)
    return (DAY, held.isoformat()) if isinstance(held, date) else (OTHER, held)


def faults(found: Sequence[Fault]) -> object:
    """Faults as JSON values."""
    return {"faults": [asdict(one) | {"message": list(one.message)} for one in found]}


def opened(answer: bytes) -> Book | tuple[Fault, ...]:
    """What the child answered."""
    told = orjson.loads(answer)
    if "faults" in told:
        return tuple(_fault(one) for one in told["faults"])
    known: dict[str, frozenset[Mark]] = {"": frozenset()}
    sheets = tuple(
        Sheet(name, {where: _cell(kind, held, marks, known) for where, kind, held, marks in cells}, hidden)
        for name, hidden, cells in told["sheets"]
    )
    return Book(sheets, tuple(told["notices"]))


def _fault(told: dict[str, Any]) -> Fault:
    severity, message = Severity(told.pop("severity")), Said(*told.pop("message"))
    return Fault(severity, told.pop("rule"), message, **told)


def _cell(kind: int, held: Any, marks: str, known: dict[str, frozenset[Mark]]) -> Cell:
    if marks not in known:
        known[marks] = frozenset(Mark(one) for one in marks.split())
    value = Decimal(held) if kind == NUMBER else date.fromisoformat(held) if kind == DAY else held
    return Cell(value, known[marks])

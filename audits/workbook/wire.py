"""A book or faults as plain JSON between child and parent: data only, nothing that could run."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

import orjson

from audits.workbook.place import LAST_ROW, column, letters
from audits.workbook.value import day, tidy
from compliance.facts import Fault, Said, Severity
from compliance.form.cells import Book, Cell, Mark, Sheet, Value

NUMBER, DAY, OTHER = 0, 1, 2
DIGITS, EXACT = 15, 1e15
REFERENCE = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
BARE: frozenset[Mark] = frozenset()
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
    if "grids" in told:
        since = bool(told["from_1904"])
        sheets = tuple(
            Sheet(name, GridCells(rows, marks, since), hidden) for name, hidden, rows, marks in told["grids"]
        )
        return Book(sheets, tuple(told["notices"]))
    known: dict[str, frozenset[Mark]] = {"": frozenset()}
    sheets = tuple(
        Sheet(name, {where: _cell(kind, held, marks, known) for where, kind, held, marks in cells}, hidden)
        for name, hidden, cells in told["sheets"]
    )
    return Book(sheets, tuple(told["notices"]))


class GridCells(Mapping[str, Cell]):
    """Cells made when they are asked for; the rest of a sheet costs nothing."""

    def __init__(self, rows: list[list[Any]], marks: dict[str, list[str]], from_1904: bool) -> None:
        self.rows, self.marks, self.from_1904 = rows, marks, from_1904

    def __getitem__(self, where: str) -> Cell:
        found: Cell | None = self.get(where)
        if found is None:
            raise KeyError(where)
        return found

    def get(self, where: str, default: Any = None) -> Any:
        """The cell, or `default` where there is none."""
        held, marks = self._held(where), self.marks.get(where, ())
        if held == "" and not marks:
            return default
        if isinstance(held, list):
            value, mark = day(Decimal(repr(held[0])), self.from_1904)
            return Cell(value, frozenset(map(Mark, [*marks, mark] if mark else marks)))
        return Cell(None if held == "" else _value(held), frozenset(map(Mark, marks)) if marks else BARE)

    def _held(self, where: str) -> Any:
        row, left = _index(where)
        try:
            return self.rows[row][left]
        except IndexError:
            return ""

    def __iter__(self) -> Iterator[str]:
        filled = {
            f"{letters(x)}{y}"
            for y, row in enumerate(self.rows, 1)
            for x, held in enumerate(row, 1)
            if held != ""
        }
        yield from sorted(filled | self.marks.keys(), key=_place)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@lru_cache(65_536)
def _index(where: str) -> tuple[int, int]:
    """Row and column from 0 on; beyond every sheet for what is no reference."""
    match = REFERENCE.fullmatch(where)
    return (int(match[2]) - 1, column(match[1]) - 1) if match else (LAST_ROW, 0)


def _place(where: str) -> tuple[int, int]:
    match = REFERENCE.fullmatch(where)
    return (int(match[2]), column(match[1])) if match else (0, 0)


def _value(held: Any) -> Value:
    if isinstance(held, float):
        if held.is_integer() and -EXACT < held < EXACT:
            return int(held)
        exact = Decimal(repr(held))
        return exact if len(exact.as_tuple().digits) <= DIGITS else tidy(exact)
    return held  # type: ignore[no-any-return]


def _fault(told: dict[str, Any]) -> Fault:
    severity, message = Severity(told.pop("severity")), Said(*told.pop("message"))
    return Fault(severity, told.pop("rule"), message, **told)


def _cell(kind: int, held: Any, marks: str, known: dict[str, frozenset[Mark]]) -> Cell:
    if marks not in known:
        known[marks] = frozenset(Mark(one) for one in marks.split())
    value = Decimal(held) if kind == NUMBER else date.fromisoformat(held) if kind == DAY else held
    return Cell(value, known[marks])

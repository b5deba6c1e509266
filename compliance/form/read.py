"""A workbook read as an annual report: every answer that can be read, and every fault, in one pass."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from compliance.facts import KIND_NAMES, Fault, Kind, Said, Severity
from compliance.form import Line
from compliance.form.answer import Given, Remark
from compliance.form.answer.cell import answer, blank
from compliance.form.book import Page, by_id, lines, sheets
from compliance.form.cells import Book, Sheet
from compliance.form.complete import asks, missing, repeated, unasked
from compliance.form.say import fault
from compliance.form.structure import other_kind, other_year, place, recognise

ALL_LINES = "form.lines"
"""What was not checked when the file as a whole was refused."""


@dataclass(frozen=True)
class Expect:
    """Whose report of which year is expected; None where anything will do."""

    code: str | None = None
    kind: Kind | None = None
    year: int | None = None


@dataclass(frozen=True)
class Reading:
    """What a report says by line id (money in fen), and all that is wrong with the way it says it.

    `kind` and `year` are None where the file is no report of ours. `not_checked`: "form.lines" if no line
    was read, "form.lines:<sheet>" for a sheet that was not.
    """

    kind: Kind | None
    year: int | None
    values: Mapping[str, Given] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    not_checked: tuple[str, ...] = ()

    @property
    def stopped(self) -> bool:
        """Whether anything must be repaired before the report can be taken in."""
        return any(one.severity is Severity.STOP for one in self.faults)


def read(book: Book, expect: Expect | None = None) -> Reading:
    """Read a workbook; the wrong form or year is one fault, everything else is told at once."""
    wanted = expect or Expect()
    made_for = recognise(book)
    if isinstance(made_for, Fault):
        return refused(None, None, made_for)
    kind, year = made_for
    wrong = unwanted(kind, year, wanted)
    return refused(kind, year, wrong) if wrong else _read(book, kind, year, wanted)


def refused(kind: Kind | None, year: int | None, wrong: Fault) -> Reading:
    """Nothing was read, for one reason."""
    return Reading(kind, year, faults=(wrong,), not_checked=(ALL_LINES,))


def unwanted(kind: Kind, year: int, wanted: Expect) -> Fault | None:
    """Why a report for a kind and year is not the one expected."""
    if wanted.kind not in (None, kind):
        return other_kind(kind, wanted.kind)
    return other_year(year, wanted.year) if wanted.year not in (None, year) else None


def _read(book: Book, kind: Kind, year: int, wanted: Expect) -> Reading:
    values: dict[str, Given] = {}
    faults: list[Fault] = []
    unread: list[tuple[Page, tuple[Fault, ...]]] = []
    for page in sheets(kind, year):
        sheet, wrong = place(book, page)
        if sheet is None:
            unread.append((page, wrong))
        else:
            faults += [*wrong, *_answers(sheet, page, values)]
    faults += _unread(unread, kind, values)
    away = {page.part.sheet for page, _ in unread}
    there = tuple(line for line in lines(kind, year) if line.sheet not in away)
    faults += judged(there, kind, year, wanted, values, {one.line for one in faults})
    return Reading(kind, year, values, tuple(faults), tuple(f"{ALL_LINES}:{name}" for name in sorted(away)))


def _answers(sheet: Sheet, page: Page, values: dict[str, Given]) -> Iterator[Fault]:
    cells = sheet.cells
    for line in page.lines:
        cell = cells.get(line.cell)
        if cell is None or blank(cell):
            continue
        given = answer(cell, line)
        if given.value is not None:
            values[line.id] = given.value
        for remark in given.remarks:
            yield fault(line, remark, cell.value)


def _unread(
    unread: list[tuple[Page, tuple[Fault, ...]]], kind: Kind, values: Mapping[str, Given]
) -> Iterator[Fault]:
    """A sheet that is away stops the report only where something on it is asked."""
    for page, wrong in unread:
        if any(asks(line, kind, values) for line in page.lines):
            yield from wrong


def judged(
    there: tuple[Line, ...],
    kind: Kind,
    year: int,
    wanted: Expect,
    values: Mapping[str, Given],
    tried: set[str],
) -> Iterator[Fault]:
    """What holds for workbooks and documents alike: identity, completeness, things unasked or repeated."""
    yield from _identity(kind, year, wanted, values)
    yield from missing(there, kind, values, tried)
    yield from unasked(there, kind, values)
    yield from repeated(there, values)


def _identity(kind: Kind, year: int, wanted: Expect, values: Mapping[str, Given]) -> Iterator[Fault]:
    at = by_id(kind, year)
    code, said_kind, said_year = (values.get(f"basic.{name}.value") for name in ("code", "kind", "year"))
    if code is not None and wanted.code not in (None, code):
        zh, en = "不是本单位的代码。", "This is not your organization's code."
        yield _differs(at["basic.code.value"], "form.code.other", zh, en, code, wanted.code)
    if said_kind is not None and said_kind != kind.value:
        name = KIND_NAMES[kind]
        zh, en = f"与模板不符，模板是{name.zh}的。", f"The template is for: {name.en}."
        yield _differs(at["basic.kind.value"], "form.kind.other", zh, en, said_kind, kind.value)
    if said_year is not None and said_year != year:
        zh, en = f"与模板不符，应为 {year}。", f"It should be {year}, as the template."
        yield _differs(at["basic.year.value"], "form.year.other", zh, en, said_year, str(year))


def _differs(line: Line, rule: str, zh: str, en: str, seen: Given, expected: str | None) -> Fault:
    return fault(line, Remark(Severity.STOP, rule, Said(zh, en), expected or ""), seen)

"""A file held against the form and the rules; the same for a visitor, an organization, the API and a terminal."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from audits.config import config
from audits.upload import open_report
from compliance.check import Verdict, check, unreadable
from compliance.facts import Fault, Kind
from compliance.form.answer import Given
from compliance.form.answer.cell import answer
from compliance.form.book import by_id
from compliance.form.cells import Book, Cell
from compliance.form.document import read_json
from compliance.form.read import Expect, Reading, read
from compliance.form.say import fault, written


def examine(
    content: bytes, name: str, expect: Expect | None = None, prior: Mapping[str, Any] | None = None
) -> Verdict:
    """Check a file. `prior`: the lines of last year's report in the `.json` form, None if there is none."""
    digest = sha256(content).hexdigest()
    opened = open_report(content, name, config().upload)
    if isinstance(opened, tuple):
        return unreadable(digest, opened)
    reading = read(opened, expect) if isinstance(opened, Book) else read_json(opened, expect)
    return check(reading, told(reading, prior), digest)


def told(reading: Reading, prior: Mapping[str, Any] | None) -> Mapping[str, Given] | None:
    """Last year's lines as answers, read by the form of last year."""
    if prior is None or reading.kind is None or reading.year is None:
        return None
    return given(reading.kind, reading.year - 1, prior)


def given(kind: Kind, year: int, lines: Mapping[str, Any]) -> Mapping[str, Given]:
    """Lines in the `.json` form as answers."""
    if not lines:
        return {}
    return read_json({"kind": str(kind), "year": year, "lines": dict(lines)}).values


def reconsider(
    kind: Kind,
    year: int,
    lines: Mapping[str, Any],
    changes: Mapping[str, str],
    expect: Expect,
    prior: Mapping[str, Any] | None,
    digest: str,
) -> Verdict:
    """The verdict on a report with some lines typed anew; what cannot be read is a fault of that line."""
    faults: list[Fault] = []
    at, document = by_id(kind, year), dict(lines)
    for key, text in changes.items():
        read_as = answer(Cell(text), at[key]) if text else None
        faults += [fault(at[key], remark, text) for remark in (read_as.remarks if read_as else ())]
        if read_as is None or read_as.value is None:
            document.pop(key, None)
        else:
            document[key] = written(at[key], read_as.value)
    reading = read_json({"kind": str(kind), "year": year, "lines": document}, expect)
    unread = {one.line for one in faults}
    kept = tuple(one for one in reading.faults if one.line not in unread or one.rule != "form.required")
    merged = Reading(reading.kind, reading.year, reading.values, (*faults, *kept), reading.not_checked)
    return check(merged, told(merged, prior), digest)

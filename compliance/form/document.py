"""The JSON form of a report (contract 3): strict types, unknown ids refused, all faults at once."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from compliance.facts import MOST_FEN, Fault, Kind, Said, Severity, fen
from compliance.form import Line, Type
from compliance.form.answer import TOO_LARGE, Answer, Given, found, stop
from compliance.form.answer.cell import answer
from compliance.form.answer.number import FIRST_YEAR, LAST_YEAR
from compliance.form.book import by_id, lines
from compliance.form.cells import Cell
from compliance.form.read import Expect, Reading, judged, refused, unwanted
from compliance.form.say import fault, sheet_fault, written

KEYS = {"code", "kind", "year", "lines"}
MOST_UNKNOWN = 20
"""So many unknown ids are named one by one."""
AMOUNT = re.compile(r"-?\d{1,15}(\.\d{1,2})?", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
SHARE = re.compile(r"[01](\.\d{1,10})?", re.ASCII)
AS_TEXT = (Type.TEXT, Type.CODE, Type.CHOICE)


def read_json(document: object, expect: Expect | None = None) -> Reading:
    """Read a parsed JSON document. Money is a string in yuan, a day YYYY-MM-DD, a share a string."""
    wanted = expect or Expect()
    head = _head(document)
    if isinstance(head, Fault):
        return refused(None, None, head)
    kind, year, said = head
    if wrong := unwanted(kind, year, wanted) or _two_codes(document, said):
        return refused(kind, year, wrong)
    values: dict[str, Given] = {}
    faults = [*_unknown(said, kind, year), *_answers(said, kind, year, values)]
    faults += judged(lines(kind, year), kind, year, wanted, values, {one.line for one in faults})
    return Reading(kind, year, values, tuple(faults))


def _two_codes(document: object, said: Mapping[str, object]) -> Fault | None:
    top = document.get("code") if isinstance(document, dict) else None
    if not top or top == said.get("basic.code.value"):
        return None
    return _refused("code 与 lines 里的代码不一致。", "code differs from the code in lines.")


def to_json(kind: Kind, year: int, values: Mapping[str, Given]) -> dict[str, object]:
    """The document of a report, as `read_json` takes it."""
    at = by_id(kind, year)
    told = {key: written(at[key], value) for key, value in values.items() if key in at}
    return {"code": values.get("basic.code.value", ""), "kind": kind.value, "year": year, "lines": told}


def _head(document: object) -> tuple[Kind, int, dict[str, object]] | Fault:
    if not isinstance(document, dict) or not set(document) <= KEYS or not KEYS - {"code"} <= set(document):
        return _refused(
            "应为一个对象，含 code、kind、year、lines 四项。",
            "An object with code, kind, year and lines is wanted.",
        )
    kind, year, said = document["kind"], document["year"], document["lines"]
    if kind not in [one.value for one in Kind]:
        return _refused(
            "kind 应为 association、service_institution 或 foundation。",
            "kind must be one of the three kinds.",
        )
    if type(year) is not int or not FIRST_YEAR <= year <= LAST_YEAR:
        return _refused("year 应为四位整数年份。", "year must be a whole number of four digits.")
    if not isinstance(said, dict) or not isinstance(document.get("code", ""), str):
        return _refused("lines 应为对象，code 应为字符串。", "lines must be an object and code a string.")
    top = {"basic.code.value": document.get("code"), "basic.kind.value": kind, "basic.year.value": year}
    return Kind(kind), year, {**{key: value for key, value in top.items() if value}, **said}


def _refused(zh: str, en: str) -> Fault:
    return sheet_fault(
        Severity.STOP, "form.json.shape", Said(f"JSON 格式不对：{zh}", f"Wrong JSON: {en}"), ""
    )


def _unknown(said: Mapping[str, object], kind: Kind, year: int) -> Iterator[Fault]:
    strange = [key for key in said if key not in by_id(kind, year)]
    for key in strange[:MOST_UNKNOWN]:
        name = found(key)
        text = Said(f"没有“{name}”这一项，请核对名称。", f'There is no line "{name}".')
        yield Fault(Severity.STOP, "form.json.unknown", text, line=name, found=name)
    if len(strange) > MOST_UNKNOWN:
        more = len(strange) - MOST_UNKNOWN
        yield _refused(f"另有 {more} 个不认识的项。", f"{more} more unknown lines.")


def _answers(said: Mapping[str, object], kind: Kind, year: int, values: dict[str, Given]) -> Iterator[Fault]:
    for line in lines(kind, year):
        value = said.get(line.id)
        if value is None:
            continue
        given = strict(value, line)
        if given.value is not None:
            values[line.id] = given.value
        for remark in given.remarks:
            yield fault(line, remark, value)


def strict(value: object, line: Line) -> Answer:
    """One JSON value as the answer to a line, by the type the contract fixes for it."""
    if (
        line.type in AS_TEXT
        and isinstance(value, str)
        or line.type is Type.YES_NO
        and isinstance(value, bool)
    ):
        return answer(Cell(value), line) if value != "" else _wrong(line)
    if line.type in (Type.INTEGER, Type.YEAR) and type(value) is int and abs(value) < TOO_LARGE:
        return answer(Cell(value), line)
    if isinstance(value, str) and line.type in PARSERS:
        return PARSERS[line.type](value, line)
    return _wrong(line)


def _money(text: str, line: Line) -> Answer:
    if not AMOUNT.fullmatch(text) or abs(fen_or_more(text)) > MOST_FEN:
        return _wrong(line)
    return answer(Cell(Decimal(text)), line)


def fen_or_more(text: str) -> int:
    """Fen of a plain amount, or one more than any amount may be."""
    try:
        return fen(text)
    except ValueError:
        return MOST_FEN + 1


def _day(text: str, line: Line) -> Answer:
    try:
        return answer(Cell(date.fromisoformat(text)), line) if DAY.fullmatch(text) else _wrong(line)
    except ValueError:
        return _wrong(line)


def _share(text: str, line: Line) -> Answer:
    return answer(Cell(text), line) if SHARE.fullmatch(text) else _wrong(line)


PARSERS = {Type.MONEY: _money, Type.DAY: _day, Type.SHARE: _share}
SHAPES = {
    Type.MONEY: '"1234.50"',
    Type.INTEGER: "12",
    Type.SHARE: '"0.85"',
    Type.YES_NO: "true / false",
    Type.DAY: '"2024-12-31"',
    Type.YEAR: "2024",
}


def _wrong(line: Line) -> Answer:
    shape = SHAPES.get(line.type, '"..."')
    return stop("form.json.type", f"JSON 中应写成 {shape}。", f"In JSON this is written {shape}.", shape)

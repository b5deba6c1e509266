"""The value of one cell: an exact decimal, a day, a text, a truth or an error, as the file stores it."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Context, Decimal
from typing import NamedTuple

from audits.workbook.style import DAY
from audits.workbook.text import decoded, text
from compliance.form.cells import Mark, Value

NUMBER = re.compile(r"[+-]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][+-]?\d{1,3})?", re.ASCII)
SHOWN = Context(prec=15)
"""A spreadsheet computes in binary and shows 15 digits: 0.30000000000000004 is 0.3 to everyone."""
LARGEST = Decimal("1.7976931348623157e308")
FORMULA = re.compile(rb"<f[\s/>]")
RESULT = re.compile(rb"<v(?:\s[^<>]*)?>([^<]*)</v\s*>")
LAST_SERIAL, LEAP_BUG = 2_958_465, 60
"""31 December 9999; and the 29 February 1900 that never was."""
SHIFT_1904 = 1462


class Bad(ValueError):
    """The cell cannot be read; said in both languages, with what was found."""

    def __init__(self, rule: str, zh: str, en: str, found: str = "") -> None:
        super().__init__(rule)
        self.rule, self.zh, self.en, self.found = rule, zh, en, found


class Tables(NamedTuple):
    """What cells refer to: shared strings, what each style shows, and the date system."""

    strings: Sequence[str | None]
    styles: Sequence[str]
    from_1904: bool
    characters: int


Read = tuple[Value, str]
"""A value and its mark, empty for none."""


def value(kind: str, inner: bytes, style: str, tables: Tables) -> tuple[Value, tuple[str, ...]]:
    """What a cell holds, with its marks."""
    if kind == "inlineStr":
        return _sized(text(inner), tables), (Mark.FORMULA,) if FORMULA.search(inner) else ()
    formula, found = bool(FORMULA.search(inner)), RESULT.search(inner)
    stored = found[1].decode() if found else ""
    if formula and not stored and kind != "str":
        return None, (Mark.FORMULA, Mark.UNCALCULATED)
    if not formula and not found and b"<v" not in inner:
        return None, ()
    held, mark = _stored(kind, stored, style, tables)
    if formula and not found and held == "":
        return None, (Mark.FORMULA, Mark.UNCALCULATED)
    marks = ((Mark.FORMULA,) if formula else ()) + ((mark,) if mark else ())
    return held, marks


def bare(kind: str, stored: bytes, style: str, tables: Tables) -> tuple[Value, tuple[str, ...]]:
    """What a cell holds that has a value and nothing else."""
    held, mark = _stored(kind, stored.decode(), style, tables)
    return held, (mark,) if mark else ()


def _stored(kind: str, stored: str, style: str, tables: Tables) -> Read:
    if kind == "n":
        return number(stored, style, tables.from_1904)
    if kind == "s":
        return shared(stored, tables), ""
    if kind == "str":
        return _sized(decoded(stored), tables), ""
    if kind == "b" and stored in ("0", "1", "true", "false"):
        return stored in ("1", "true"), ""
    if kind == "e" and stored:
        return stored[:40], Mark.ERROR
    if kind == "d":
        return _iso(stored), ""
    raise Bad("cell", "单元格内容损坏，请重新填写这一格。", "The cell is damaged; enter it again.", stored)


def shared(stored: str, tables: Tables) -> str:
    """A shared string by its number."""
    index = int(stored) if stored.isascii() and stored.isdecimal() and len(stored) < 9 else -1
    if not 0 <= index < len(tables.strings):
        raise Bad("cell", "单元格的文字缺失，文件已损坏。", "The text of the cell is missing.", stored)
    return _sized(tables.strings[index], tables)


def _sized(held: str | None, tables: Tables) -> str:
    if held is None:
        zh = "含有不允许的字符（空字符或半个字符），请重新输入。"
        raise Bad("character", zh, "It holds a NUL or half a character; type it again.")
    if len(held) > tables.characters:
        zh = f"有 {len(held)} 个字，上限 {tables.characters}。请缩短。"
        raise Bad("long_cell", zh, f"{len(held)} characters; at most {tables.characters}.", held)
    return held


def number(stored: str, style: str, from_1904: bool) -> Read:
    """A number exactly as stored, noise beyond 15 digits taken off; a day where its format shows one."""
    written = stored.strip()
    if not NUMBER.fullmatch(written):
        raise Bad(
            "number",
            "存的不是有效的数字，请重新填写。",
            "What is stored is no number; enter it again.",
            stored,
        )
    exact = Decimal(written)
    if abs(exact) > LARGEST:
        raise Bad("number", "数字超出范围，请重新填写。", "The number is out of range.", stored)
    if style == DAY:
        return day(exact, from_1904)
    return tidy(exact) if len(written) > 15 or "e" in written.lower() else exact, style


def tidy(exact: Decimal) -> Decimal:
    """The number at 15 significant digits."""
    held = SHOWN.plus(exact).normalize()
    return Decimal(f"{held:f}")


def day(serial: Decimal, from_1904: bool) -> Read:
    """The day of a serial number; false days keep their number."""
    whole = int(serial // 1)
    count = whole + SHIFT_1904 if from_1904 else whole
    if serial < 0 or (not from_1904 and whole in (0, LEAP_BUG)) or count > LAST_SERIAL:
        return serial, Mark.FALSE_DATE
    epoch = date(1899, 12, 31) if count < LEAP_BUG else date(1899, 12, 30)
    return epoch + timedelta(days=count), ""


def _iso(stored: str) -> date:
    try:
        return date.fromisoformat(stored[:10])
    except ValueError as error:
        raise Bad("day", "这个日期不存在，请写成 2024-12-31。", "There is no such day.", stored) from error

"""Whole numbers, shares and years."""

import re
from datetime import date
from decimal import Decimal

from compliance.form import Line
from compliance.form.answer import DIGITS, Answer, advise, plain, stop
from compliance.form.answer.money import NOTHING
from compliance.form.answer.numeral import numeral
from compliance.form.cells import Value

WHOLE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?(人次|小时|人|次|个|家|名|户|年|项)?", re.ASCII)
MOST = 10**12
YEAR = re.compile(r"([12]\d{3})年?(?:度)?", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1949, 2100
PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)%", re.ASCII)
FRACTION = re.compile(r"[01](?:\.\d+)?", re.ASCII)


def integer(value: Value, line: Line) -> Answer:
    """A whole number, not below zero. `value` is an int if it is whole (`simple`)."""
    if isinstance(value, bool) or isinstance(value, date) or value is None:
        return _no_integer()
    if isinstance(value, str):
        return _counted(value)
    if isinstance(value, Decimal):
        return _bounded(MOST + 1) if value.is_finite() and value.adjusted() >= DIGITS else _no_integer()
    return _bounded(value)


def _counted(text: str) -> Answer:
    short = plain(text).replace(" ", "")
    match = WHOLE.fullmatch(short)
    if not match:
        return _refused(short)
    number = _bounded(int(match[1].replace(",", "")) if len(match[1]) < 20 else MOST + 1)
    if number.remarks or text == match[1]:
        return number
    note = advise(
        "form.integer.read", f"已按 {number.value} 读取，请核对。", f"Read as {number.value}; please check."
    )
    return Answer(number.value, (note,))


def _refused(short: str) -> Answer:
    if short.casefold() in NOTHING:
        return stop(
            "form.integer.dash",
            "横线、“无”不等于零：没有请填 0。",
            "A dash or 'none' is not zero: enter 0 for none.",
        )
    if short[:1] in ("-", "\u2212"):
        return stop("form.integer.negative", "不能是负数。", "This cannot be negative.")
    if (meant := numeral(short)) is not None and meant == int(meant):
        offer = str(int(meant))
        return stop(
            "form.integer.numeral", f"请用阿拉伯数字，填 {offer}。", f"Use figures; enter {offer}.", offer
        )
    return _no_integer()


def _no_integer() -> Answer:
    return stop(
        "form.integer.format", "请填整数，如 12；没有请填 0。", "Enter a whole number such as 12; 0 for none."
    )


def _bounded(number: int) -> Answer:
    if number < 0:
        return stop("form.integer.negative", "不能是负数。", "This cannot be negative.")
    if number > MOST:
        return stop("form.integer.range", f"超出范围：应在 0 到 {MOST} 之间。", f"Out of range: 0 to {MOST}.")
    return Answer(number)


def share(value: Value, line: Line) -> Answer:
    """A share from 0 to 1 as an exact decimal: "85%", 0.85 or a cell shown as a percentage."""
    text = "" if isinstance(value, bool | date) or value is None else plain(str(value)).replace(" ", "")
    if match := PERCENT.fullmatch(text):
        part = Decimal(match[1]) / 100
    elif FRACTION.fullmatch(text):
        part = Decimal(text)
    else:
        part = Decimal(2)
    if part > 1:
        return stop(
            "form.share.format",
            "请写成 0 到 100% 之间的百分比，如 85%。",
            "Enter a percentage up to 100, such as 85%.",
        )
    return Answer(part)


def year(value: Value, line: Line) -> Answer:
    """A year in four digits."""
    text = "" if isinstance(value, bool | date) or value is None else str(value)
    match = YEAR.fullmatch(plain(text).replace(" ", ""))
    if not match or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        return stop(
            "form.year.format", "请填四位年份，如 2024。", "Enter a year in four digits, such as 2024."
        )
    number = int(match[1])
    if text == match[1]:
        return Answer(number)
    return Answer(
        number, (advise("form.year.read", f"已按 {number} 年读取。", f"Read as the year {number}."),)
    )

"""Days: cells that are dates, and days written as text in ways that leave no doubt."""

import re
from datetime import date
from decimal import Decimal

from compliance.form import Line
from compliance.form.answer import Answer, advise, plain, stop
from compliance.form.cells import Value

FIRST, LAST = 1900, 2100
CLEAR = re.compile(r"(\d{4})-(\d{2})-(\d{2})|(\d{4})年(\d{1,2})月(\d{1,2})日", re.ASCII)
SHOWN_BACK = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})|(\d{4})(\d{2})(\d{2})", re.ASCII)
HAN_DAY = re.compile(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
HAN = {
    letter: value
    for value, letters in enumerate(("〇零○", "一", "二", "三", "四", "五", "六", "七", "八", "九"))
    for letter in letters
}


def day(value: Value, line: Line) -> Answer:
    """A day. Two-digit years, day-month orders, other calendars and bare serials are refused."""
    if isinstance(value, date):
        return _in_range(value)
    if isinstance(value, bool) or value is None:
        return _unclear()
    if isinstance(value, int | Decimal) and not re.fullmatch(r"\d{8}", str(value)):
        return _unclear()
    text = str(value)
    short = plain(text).replace(" ", "")
    if match := CLEAR.fullmatch(short):
        return _made(tuple(map(int, filter(None, match.groups()))), text == short)
    if match := SHOWN_BACK.fullmatch(short):
        return _made(tuple(int(part) for part in match.groups() if part and part.isdigit()), False)
    if match := HAN_DAY.fullmatch(short):
        return _made((_digits(match[1]), _tens(match[2]), _tens(match[3])), False)
    return _unclear()


def _made(parts: tuple[int, ...], plainly: bool) -> Answer:
    year, month, number = parts
    try:
        made = date(year, month, number)
    except ValueError:
        return stop("form.day.none", "没有这一天，请核对。", "There is no such day; please check.")
    answer = _in_range(made)
    if answer.remarks or plainly:
        return answer
    return Answer(
        made, (advise("form.day.read", f"已按 {made} 读取，请核对。", f"Read as {made}; please check."),)
    )


def _in_range(made: date) -> Answer:
    if not FIRST <= made.year <= LAST:
        return stop(
            "form.day.range",
            f"日期应在 {FIRST} 年到 {LAST} 年之间，请写成 2024-12-31。",
            f"Days lie between {FIRST} and {LAST}; write 2024-12-31.",
        )
    return Answer(made)


def _unclear() -> Answer:
    return stop("form.day.format", "请写成 2024-12-31。", "Write the day as 2024-12-31.", "2024-12-31")


def _digits(text: str) -> int:
    return int("".join(str(HAN[letter]) for letter in text))


def _tens(text: str) -> int:
    before, ten, after = text.partition("十")
    if not ten:
        return _digits(text) if len(text) == 1 else 0
    return (HAN.get(before, 99) if before else 1) * 10 + (HAN.get(after, 99) if after else 0)

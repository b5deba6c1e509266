"""Chinese numerals (壹佰贰拾叁万肆仟元整) as numbers, to offer the figure that was meant."""

import re
from decimal import Decimal

DIGITS = {
    letter: value
    for value, letters in enumerate(
        ("零〇", "一壹", "二贰两貳", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for letter in letters
}
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
AMOUNT = re.compile(r"(?:人民币)?([零〇一-鿿]+?)[元圆圓]?(?:([零〇一-鿿])角)?(?:零?([零〇一-鿿])分)?[整正]?")


def numeral(text: str) -> Decimal | None:
    """The amount a Chinese numeral stands for, in yuan; None if it is no numeral."""
    match = AMOUNT.fullmatch(text)
    whole = match and _whole(match[1])
    if not match or whole is None or not set(match[2] or "零") | set(match[3] or "零") <= set(DIGITS):
        return None
    tenths, hundredths = DIGITS[match[2] or "零"], DIGITS[match[3] or "零"]
    return Decimal(whole) + Decimal(tenths) / 10 + Decimal(hundredths) / 100


def _whole(text: str) -> int | None:
    total = section = digit = 0
    for letter in text:
        if letter in DIGITS:
            digit = DIGITS[letter]
        elif letter in UNITS:
            section, digit = section + (digit or 1) * UNITS[letter], 0
        elif letter in LARGE:
            total, section, digit = _raised(total, section + digit, LARGE[letter]), 0, 0
        else:
            return None
    return total + section + digit


def _raised(total: int, section: int, unit: int) -> int:
    """一亿二千万 adds to the 亿 before; 一万亿 raises the 万 before."""
    return total + section * unit if total >= unit else (total + section) * unit

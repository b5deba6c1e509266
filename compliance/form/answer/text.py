"""Texts: kept as written, with marks on what a reader would not see or should not read."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from stdnum import luhn
from stdnum.cn import ric, uscc

from compliance.form import Line
from compliance.form.answer import EDGES, Answer, Remark, advise, stop
from compliance.form.cells import Value

LONGEST = 4000
MOST_MARKS = 6
"""More combining marks than this on one letter are no writing."""
HIDDEN = re.compile(r"[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
PRIVATE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010fffd]")
PILED = re.compile(rf"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{{{MOST_MARKS + 1}}}")
SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
NUMBERS = re.compile(r"(?<!\d)\d{11,19}[Xx]?(?![\dA-Za-z])")
MOBILE = re.compile(r"1[3-9]\d{9}")
CARD = range(16, 20)


def text(value: Value, line: Line) -> Answer:
    """Text as written, without what is unseen at its ends."""
    if isinstance(value, bool | date) or value is None:
        return stop("form.text.type", "这里要填文字。", "Text belongs here.")
    kept = str(value).strip(EDGES)
    if not kept:
        return stop(
            "form.text.spaces", "只有空格。请清空，或填写内容。", "Only spaces. Clear it, or fill it in."
        )
    if len(kept) > LONGEST:
        return stop(
            "form.text.long",
            f"有 {len(kept)} 个字，最多 {LONGEST} 个。",
            f"{len(kept)} characters; at most {LONGEST}.",
        )
    if PILED.search(kept):
        return stop(
            "form.text.marks", "有大量叠加符号，请重新输入。", "Too many combining marks; type it again."
        )
    return Answer(kept, tuple(_remarks(kept, line)))


def masked(text: str) -> str:
    """Text with identity, phone and card numbers masked: 35*************123, 138****1234."""
    return NUMBERS.sub(lambda match: _mask(match[0]) if _personal(match[0]) else match[0], text)


def _remarks(kept: str, line: Line) -> Iterator[Remark]:
    if HIDDEN.search(kept) or kept != unicodedata.normalize("NFC", kept):
        yield advise(
            "form.text.hidden",
            "含有看不见的控制字符或拆分的字母，显示时会标出。",
            "It holds unseen or decomposed characters; they are marked where shown.",
        )
    if PRIVATE.search(kept):
        yield advise(
            "form.text.private",
            "含有自造字，别处可能显示不出。",
            "It holds private characters that may not display.",
        )
    if kept.startswith(SIGNS):
        yield advise(
            "form.text.sign", "以运算符号开头，按文字保存。", "It starts like a formula; kept as text."
        )
    if not line.personal and masked(kept) != kept:
        yield advise(
            "form.text.personal",
            "含有证件、手机或银行卡号码；本项会公开，公开时将遮住。",
            "It holds an identity, phone or card number; it will be masked in public.",
        )


def _personal(number: str) -> bool:
    if MOBILE.fullmatch(number) or ric.is_valid(number):
        return True
    card = len(number) in CARD and number.isdigit() and luhn.is_valid(number)
    return card and not uscc.is_valid(number)  # an organization's own code may be all digits


def _mask(number: str) -> str:
    keep = (3, 4) if MOBILE.fullmatch(number) else (2, 3)
    return number[: keep[0]] + "*" * (len(number) - sum(keep)) + number[-keep[1] :]

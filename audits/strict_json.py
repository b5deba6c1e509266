"""A JSON document read strictly: UTF-8, no duplicate keys, no NaN, bounded in depth and digits."""

import re
from json import JSONDecodeError, JSONDecoder
from typing import Any

from audits.workbook.flaw import Unfit, unfit

DEPTH, DIGITS = 32, 18
STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
BRACKETS = re.compile(r"[\[\]{}]")
SURROGATE = re.compile(r"[\ud800-\udfff\0]")


def parse_json(content: bytes) -> dict[str, object]:
    """The object in a document. Unfit says what is wrong, with the place where it is known."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        zh = "JSON 文件不是 UTF-8 编码，请另存为 UTF-8。"
        raise unfit(
            "json.encoding", zh, "The JSON is not UTF-8; save it as UTF-8.", str(error.start)
        ) from error
    _shallow(text)
    try:
        read = JSONDecoder(
            object_pairs_hook=_object, parse_int=_whole, parse_float=_fraction, parse_constant=_constant
        ).decode(text)
    except JSONDecodeError as error:
        zh = f"JSON 第 {error.lineno} 行第 {error.colno} 列起不正确（偏移 {error.pos}）。请检查后重新上传。"
        en = f"The JSON is wrong at line {error.lineno}, column {error.colno} (offset {error.pos})."
        raise unfit("json.syntax", zh, en) from error
    if not isinstance(read, dict):
        raise unfit("json.shape", "JSON 应为一个对象。", "The JSON must be one object.")
    _clean(read)
    return read


def _shallow(text: str) -> None:
    depth = 0
    for sign in BRACKETS.findall(STRING.sub("", text)):
        depth += 1 if sign in "[{" else -1
        if depth > DEPTH:
            raise unfit("json.depth", f"JSON 嵌套超过 {DEPTH} 层。", f"The JSON nests deeper than {DEPTH}.")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in found if names.count(name) > 1)
        raise unfit(
            "json.duplicate", "JSON 中同一项出现两次，请保留一个。", "A key occurs twice; keep one.", twice
        )
    return found


def _whole(text: str) -> int:
    if len(text.lstrip("-")) > DIGITS:
        raise _number(text)
    return int(text)


def _fraction(text: str) -> float:
    value = float(text)
    if sum(sign.isdigit() for sign in text) > DIGITS or value in (float("inf"), float("-inf")):
        raise _number(text)
    return value


def _constant(text: str) -> float:
    raise _number(text)


def _number(text: str) -> Unfit:
    zh = f"JSON 中的数字无效或超过 {DIGITS} 位。"
    return unfit("json.number", zh, f"A number of the JSON is invalid or longer than {DIGITS} digits.", text)


def _clean(read: object) -> None:
    """No NUL, no half a character, in any key or text."""
    waiting = [read]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += [*one, *one.values()]
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str) and SURROGATE.search(one):
            zh = "JSON 中含有空字符或半个字符，请重新输入。"
            raise unfit("json.character", zh, "A text of the JSON holds NUL or half a character.", one)

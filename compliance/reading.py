"""Reading values of a JSON document strictly, noting every problem with its place instead of stopping."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from compliance.facts import Said, fen

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MONEY = re.compile(r"-?[0-9]{1,13}(\.[0-9]{1,2})?")
EARLIEST, LATEST = 1900, 2200
"""Years of days and reports that are taken; anything else is a slip of the pen."""

LONGEST = 2000
"""Characters of one text."""


@dataclass(frozen=True)
class Problem:
    """Something wrong with a document: where ("events[2].amount"), and what to do about it."""

    path: str
    message: Said


@dataclass
class Reading:
    """Reads one document and collects what is wrong with it; a value that is wrong reads as None."""

    problems: list[Problem] = field(default_factory=list)

    def wrong(self, at: str, zh: str, en: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(at or "$", Said(zh, en)))

    def table(self, at: str, value: object, keys: Sequence[str] | None) -> Mapping[str, object]:
        """An object; keys other than `keys` are problems, with the nearest known key."""
        if not isinstance(value, dict):
            self.wrong(at, "此处应为对象 {…}。", "An object {...} is expected here.")
            return {}
        for key in value if keys is not None else ():
            if key not in (keys or ()):
                self._unknown(f"{at}.{key}".lstrip("."), str(key), keys or ())
        return value

    def _unknown(self, at: str, key: str, keys: Sequence[str]) -> None:
        near = get_close_matches(key, keys, n=1)
        zh, en = (
            (f"是否为“{near[0]}”？", f" Did you mean {near[0]}?") if near else ("请删除。", " Leave it out.")
        )
        self.wrong(at, f"没有名为“{key[:40]}”的项；{zh}", f"There is nothing called {key[:40]!r} here.{en}")

    def rows(self, at: str, value: object) -> Iterator[tuple[str, object]]:
        """The items of a list with their places; absent is empty."""
        if value is not None and not isinstance(value, list):
            self.wrong(at, "此处应为列表 […]。", "A list [...] is expected here.")
            return
        for place, item in enumerate(value or []):
            yield f"{at}[{place}]", item

    def optional(self, reader: Callable[[str, object], T | None], at: str, value: object) -> T | None:
        """None for null or absent, else what the reader makes of it."""
        return None if value is None else reader(at, value)

    def text(self, at: str, value: object) -> str | None:
        """A text that is not blank."""
        if isinstance(value, str) and value.strip() and len(value) <= LONGEST:
            return value
        self.wrong(
            at,
            "此处应为非空文字（不超过2000字）。",
            "A text that is not blank is expected, at most 2000 characters.",
        )
        return None

    def yes_no(self, at: str, value: object) -> bool:
        """True or false."""
        if isinstance(value, bool):
            return value
        self.wrong(at, "此处应为 true 或 false。", "true or false is expected here.")
        return False

    def one_of(self, at: str, value: object, names: Sequence[str]) -> str | None:
        """One of these words."""
        if isinstance(value, str) and value in names:
            return value
        listed = ", ".join(names)
        self.wrong(at, f"此处应为下列之一：{listed}。", f"One of these is expected here: {listed}.")
        return None

    def choice(self, at: str, value: object, options: type[E]) -> E | None:
        """One of an enumeration."""
        name = self.one_of(at, value, [option.value for option in options])
        return None if name is None else options(name)

    def day(self, at: str, value: object) -> date | None:
        """A day as YYYY-MM-DD."""
        try:
            if isinstance(value, str) and DAY.fullmatch(value) and EARLIEST <= int(value[:4]) <= LATEST:
                return date.fromisoformat(value)
        except ValueError:
            pass
        self.wrong(
            at,
            f"此处应为实际存在的日期，写作“2025-05-31”（{EARLIEST}至{LATEST}年）。",
            f'A day that exists is expected, written "2025-05-31" ({EARLIEST} to {LATEST}).',
        )
        return None

    def year(self, at: str, value: object) -> int | None:
        """A year as a whole number."""
        if isinstance(value, int) and not isinstance(value, bool) and EARLIEST <= value <= LATEST:
            return value
        self.wrong(at, "此处应为年份，例如 2025。", "A year is expected as a whole number, such as 2025.")
        return None

    def signed(self, at: str, value: object) -> int | None:
        """An amount in fen, read from yuan: a text with at most two decimals, or a whole number."""
        try:
            if isinstance(value, str | int) and not isinstance(value, bool) and MONEY.fullmatch(str(value)):
                return fen(str(value))
        except ValueError:
            pass
        self.wrong(
            at,
            "此处应为金额（元），用文字写明，最多两位小数，例如“50000.00”。",
            'An amount in yuan is expected, as text with at most two decimals, such as "50000.00".',
        )
        return None

    def amount(self, at: str, value: object) -> int | None:
        """An amount in fen that is not below zero."""
        found = self.signed(at, value)
        if found is not None and found < 0:
            self.wrong(at, "金额不能为负数。", "The amount may not be below zero.")
            return None
        return found

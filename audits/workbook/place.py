"""Cell references: "B12" to numbers and back, ranges, and the ends of a sheet."""

import re
from functools import cache
from typing import NamedTuple

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
CORNER = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")


class Range(NamedTuple):
    """A rectangle of cells, both corners included, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def area(self) -> int:
        """How many cells it holds."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)


@cache
def column(letters: str) -> int:
    """The number of a column: "A" is 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


@cache
def letters(number: int) -> str:
    """The letters of a column: 1 is "A"."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def rectangle(reference: str) -> Range | None:
    """A range such as "A1:B2" or "C3"; None if it is none, or lies beyond the end of any sheet."""
    first, _, last = reference.partition(":")
    start, end = CORNER.fullmatch(first), CORNER.fullmatch(last or first)
    if not start or not end:
        return None
    found = Range(int(start[2]), column(start[1]), int(end[2]), column(end[1]))
    ordered = found.top <= found.bottom <= LAST_ROW and found.left <= found.right <= LAST_COLUMN
    return found if ordered else None

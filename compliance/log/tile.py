"""Tiles of C2SP tlog-tiles: where each is served, which a tree has, and what is in them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from compliance.log.proof import bordered
from compliance.log.tree import node

WIDTH, HEIGHT = 256, 8
HASH_BYTES = 32
INSIDE = range(HEIGHT)
MOST_OPEN = 512
"""So many opened tiles are remembered: eight megabytes of hashes, three times over."""
ENTRIES = -1
"""The level under which entry bundles are kept."""


class Tile(NamedTuple):
    """One resource: level (-1 for entries), number, and how many hashes or entries it has."""

    level: int
    number: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """Where it is served, under the address of the log."""
        level = "entries" if self.level == ENTRIES else str(self.level)
        partial = f".p/{self.width}" if self.width < WIDTH else ""
        return f"tile/{level}/{numbered(self.number)}{partial}"


def numbered(number: int) -> str:
    """A number in path elements of three digits: 1234067 is x001/x234/067."""
    parts = [f"{number % 1000:03d}"]
    while number := number // 1000:
        parts.append(f"x{number % 1000:03d}")
    return "/".join(reversed(parts))


def grown(old: int, new: int) -> Iterator[Tile]:
    """The hash tiles and bundles of a tree of `new` leaves that one of `old` did not have, leaves first."""
    if new <= old:
        return
    yield from _row(ENTRIES, old, new)
    level = 0
    while new:
        yield from _row(level, old, new)
        old, new, level = old >> HEIGHT, new >> HEIGHT, level + 1


def _row(level: int, old: int, new: int) -> Iterator[Tile]:
    for number in range(old // WIDTH, -(-new // WIDTH)):
        width = min(WIDTH, new - number * WIDTH)
        if number * WIDTH + width > old:
            yield Tile(level, number, width)


def bundle(entries: Iterable[bytes]) -> bytes:
    """Entries behind their lengths."""
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


def unbundle(content: bytes) -> Iterator[bytes]:
    """The entries of a bundle. ValueError where it is cut off."""
    at = 0
    while at < len(content):
        length = int.from_bytes(content[at : at + 2], "big")
        entry = content[at + 2 : at + 2 + length]
        if len(entry) != length:
            raise ValueError("a bundle is cut off")
        yield entry
        at += 2 + length


def hashes(content: bytes) -> list[bytes]:
    """The hashes of a tile."""
    return [content[at : at + HASH_BYTES] for at in range(0, len(content), HASH_BYTES)]


def opened(content: bytes) -> tuple[Sequence[bytes], ...]:
    """A tile with the levels that are not stored: its hashes, the complete pairs above them, and so on."""
    rows = [hashes(content)]
    while len(rows[-1]) > 1:
        below = rows[-1]
        rows.append([node(below[at], below[at + 1]) for at in range(0, len(below) - 1, 2)])
    return tuple(rows)


class Shelf(Protocol):
    """Where tiles are kept."""

    def read(self, tile: Tile) -> bytes:
        """The content of a tile."""
        ...


class Tiled:
    """A tree of some size out of its tiles; what was opened is remembered."""

    def __init__(self, shelf: Shelf, size: int) -> None:
        self.shelf, self.size = shelf, size
        self._opened: dict[tuple[int, int], Sequence[Sequence[bytes]]] = {}

    def at(self, level: int, place: int) -> bytes:
        """The hash of a complete subtree."""
        upper, inside = divmod(level, HEIGHT)
        number, offset = divmod(place << inside, WIDTH)
        return self._open(upper, number)[inside][offset >> inside]

    def path(self, index: int) -> list[bytes]:
        """The path from a leaf to the root."""
        if not 0 <= index < self.size:
            raise ValueError(f"no entry {index} in a tree of {self.size}")
        found: list[bytes] = []
        upper = 0
        while (self.size - 1) >> HEIGHT * upper:
            number, offset = divmod(index >> HEIGHT * upper, WIDTH)
            rows = self._open(upper, number)
            try:
                found += [rows[inside][offset >> inside ^ 1] for inside in INSIDE]
            except IndexError:
                found += [row[place] for row, place in _beside(rows, offset) if place < len(row)]
            upper += 1
        return found

    def _open(self, upper: int, number: int) -> Sequence[Sequence[bytes]]:
        """A tile with the levels above it; at the right border with the node that is no complete subtree."""
        rows = self._opened.get((upper, number))
        if rows is None:
            if len(self._opened) >= MOST_OPEN:
                self._opened.clear()
            width = min(WIDTH, (self.size >> HEIGHT * upper) - number * WIDTH)
            known = hashes(self.shelf.read(Tile(upper, number, width))) if width else []
            rows = bordered([*known, *self._border(upper)] if width < WIDTH else known, ())
            self._opened[upper, number] = rows
        return rows

    def _border(self, upper: int) -> list[bytes]:
        """The root of what is to the right of the last tile below; nothing where that is complete."""
        if upper == 0 or not self.size % (1 << HEIGHT * upper):
            return []
        return [self._open(upper - 1, self.size >> HEIGHT * upper)[-1][0]]


def _beside(rows: Sequence[Sequence[bytes]], offset: int) -> Iterator[tuple[Sequence[bytes], int]]:
    return ((row, offset >> inside ^ 1) for inside, row in enumerate(rows[:HEIGHT]))

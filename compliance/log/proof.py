"""Proofs out of stored hashes: a tree that keeps its complete subtrees proves anything in a few look-ups."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from compliance.log.tree import fold, node

At = Callable[[int, int], bytes]
"""The hash of a complete subtree: its level (0 is the leaves) and its place in that level."""


class Kept(Protocol):
    """A tree that knows its size and its complete subtrees."""

    @property
    def size(self) -> int:
        """How many leaves."""
        ...

    def at(self, level: int, place: int) -> bytes:
        """The hash of a complete subtree."""
        ...


class Levels:
    """A tree in memory, every level in one list; at the end of each, once asked for, the node at the right border."""

    def __init__(self) -> None:
        self._levels: list[list[bytes]] = [[]]
        self._bordered: list[list[bytes]] = []

    @property
    def size(self) -> int:
        """How many leaves."""
        return len(self._levels[0])

    def at(self, level: int, place: int) -> bytes:
        """The hash of a complete subtree."""
        return self._levels[level][place]

    def append(self, hashed: bytes) -> None:
        """One more leaf, and every subtree that it completes."""
        self._bordered = []
        size, level = self.size, 0
        self._levels[0].append(hashed)
        while size & 1:
            hashed = node(self._levels[level][size - 1], hashed)
            size, level = size >> 1, level + 1
            if level == len(self._levels):
                self._levels.append([])
            self._levels[level].append(hashed)

    def path(self, index: int) -> list[bytes]:
        """The path from a leaf to the root of the whole tree, for whoever asks often and seldom adds."""
        if not 0 <= index < len(self._levels[0]):
            raise ValueError(f"no entry {index} in a tree of {self.size}")
        rows = self._bordered or self._border()
        path: list[bytes] = []
        here = index
        try:
            for row in rows:
                path.append(row[here ^ 1])
                here >>= 1
        except IndexError:  # at the right border some levels have no sibling
            beside = [(row, index >> level ^ 1) for level, row in enumerate(rows)]
            return [row[place] for row, place in beside if place < len(row)]
        return path

    def _border(self) -> list[list[bytes]]:
        self._bordered = bordered(self._levels[0], self._levels[1:])[:-1]
        return self._bordered


def bordered(leaves: list[bytes], above: Sequence[list[bytes]]) -> list[list[bytes]]:
    """Every level of a tree up to its root, with the node at the right border that is no complete subtree."""
    rows = [leaves]
    while len(rows[-1]) > 1:
        below, level = rows[-1], len(rows) - 1
        known = list(above[level]) if level < len(above) else []
        known += [node(below[at], below[at + 1]) for at in range(2 * len(known), len(below) - 1, 2)]
        rows.append([*known, below[-1]] if len(below) % 2 else known)
    return rows


def peaks(at: At, begin: int, end: int) -> Iterator[bytes]:
    """The complete subtrees that cover leaves from `begin` (start of a subtree as large as the rest) to `end`."""
    while begin < end:
        level = (end - begin).bit_length() - 1
        yield at(level, begin >> level)
        begin += 1 << level


def root_at(kept: Kept, size: int) -> bytes:
    """The root of the tree as it was with `size` leaves."""
    return fold(list(peaks(kept.at, 0, size)))


def inclusion(kept: Kept, index: int, size: int) -> list[bytes]:
    """The path from a leaf to the root of the tree of `size` leaves (RFC 9162, 2.1.3.1)."""
    if not 0 <= index < size <= kept.size:
        raise ValueError(f"no entry {index} in a tree of {size}")
    at, path, level, here, last = kept.at, [], 0, index, size - 1
    while last:
        beside = here ^ 1
        if beside < last or (beside == last and (last + 1) << level == size):
            path.append(at(level, beside))
        elif beside == last:
            path.append(fold(list(peaks(at, beside << level, size))))
        here, last, level = here >> 1, last >> 1, level + 1
    return path


def consistency(kept: Kept, small: int, size: int) -> list[bytes]:
    """Why the tree of `small` leaves is a prefix of that of `size` (RFC 9162, 2.1.4.1)."""
    if not 0 < small <= size <= kept.size:
        raise ValueError(f"no tree of {small} in one of {size}")
    return list(_subproof(kept.at, small, 0, size, whole=True))


def _subproof(at: At, small: int, begin: int, end: int, whole: bool) -> Iterator[bytes]:
    """What is missing to make both roots out of the leaves from `begin` to `end`."""
    if small == end - begin:
        if not whole:
            yield fold(list(peaks(at, begin, end)))
        return
    half = 1 << (end - begin - 1).bit_length() - 1
    if small <= half:
        yield from _subproof(at, small, begin, begin + half, whole)
        yield fold(list(peaks(at, begin + half, end)))
    else:
        yield from _subproof(at, small - half, begin + half, end, whole=False)
        yield fold(list(peaks(at, begin, begin + half)))

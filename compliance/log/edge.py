"""A log that grows at its edge: what new entries add to tiles, and the root, without looking at what is behind."""

from collections.abc import Iterator, Sequence
from itertools import islice

from compliance.log.proof import peaks
from compliance.log.tile import ENTRIES, HEIGHT, WIDTH, Shelf, Tile, bundle, hashes, opened, unbundle
from compliance.log.tree import fold, leaf

Written = tuple[Tile, bytes]


class Edge:
    """What is at the right edge of a log: the entries of its last bundle, and of each level the hashes of its
    last tile, none of them full.
    """

    def __init__(self) -> None:
        self.size = 0
        self._lines: list[bytes] = []
        self._rows: list[list[bytes]] = [[]]
        self._told = 0

    def add(self, line: bytes) -> Sequence[Written]:
        """One more entry; gives the tiles that it fills."""
        self._lines.append(line)
        self._rows[0].append(leaf(line))
        self.size += 1
        return () if self.size % WIDTH else list(self._full())

    def _full(self) -> Iterator[Written]:
        yield Tile(ENTRIES, self.size // WIDTH - 1), bundle(self._lines)
        self._lines, level = [], 0
        while len(self._rows[level]) == WIDTH:
            content, self._rows[level] = b"".join(self._rows[level]), []
            yield Tile(level, (self.size >> HEIGHT * (level + 1)) - 1), content
            level += 1
            if level == len(self._rows):
                self._rows.append([])
            self._rows[level].append(opened(content)[HEIGHT][0])

    def partial(self) -> Iterator[Written]:
        """The tiles that are not full and have changed since this was last asked."""
        told, self._told = self._told, self.size
        if self._lines and told != self.size:
            yield Tile(ENTRIES, self.size // WIDTH, len(self._lines)), bundle(self._lines)
        for level, row in enumerate(self._rows):
            if row and told >> HEIGHT * level != self.size >> HEIGHT * level:
                yield Tile(level, self.size >> HEIGHT * (level + 1), len(row)), b"".join(row)

    def root(self) -> bytes:
        """The root of the tree."""
        found: list[bytes] = []
        for row in reversed(self._rows):
            found += _peaks(row)
        return fold(found)


def _peaks(row: list[bytes]) -> Iterator[bytes]:
    rows = opened(b"".join(row))
    yield from peaks(lambda level, place: rows[level][place], 0, len(row))


def resumed(shelf: Shelf, size: int) -> Edge:
    """The edge of a log of which the tiles are kept."""
    edge = Edge()
    edge.size = edge._told = size
    if size % WIDTH:
        kept = unbundle(shelf.read(Tile(ENTRIES, size // WIDTH, size % WIDTH)))
        edge._lines = list(islice(kept, size % WIDTH))
    levels = range(1, (size.bit_length() + HEIGHT - 1) // HEIGHT)
    edge._rows = [_kept(shelf, size, level) for level in (0, *levels)]
    return edge


def _kept(shelf: Shelf, size: int, level: int) -> list[bytes]:
    number, width = divmod(size >> HEIGHT * level, WIDTH)
    return hashes(shelf.read(Tile(level, number, width)))[:width] if width else []

"""What lies around the cells of a sheet: merged ranges, hidden columns, links."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from audits.config import Upload
from audits.workbook.flaw import flaw
from audits.workbook.place import Range, letters, rectangle
from compliance.facts import Fault

MERGE = re.compile(rb'<mergeCell\s[^<>]*?ref="([^"]*)"')
COLUMN = re.compile(rb"<col\s([^<>]*)>")
LINK = re.compile(rb'<hyperlink\s(?:[^<>]*\s)?ref="([^"]*)"')
EDGE = re.compile(rb'(min|max|hidden)="([^"]*)"')


@dataclass(frozen=True)
class Layout:
    """Merged ranges of more than one cell, ranges of hidden columns, ranges with links."""

    merges: tuple[Range, ...] = ()
    columns: tuple[range, ...] = ()
    links: tuple[Range, ...] = ()

    def hides(self, column: int) -> bool:
        """Whether a column is hidden."""
        return bool(self.columns) and any(column in hidden for hidden in self.columns)

    def merged(self) -> Iterator[str]:
        """Every cell inside a merged range."""
        for one in self.merges:
            for row in range(one.top, one.bottom + 1):
                for column in range(one.left, one.right + 1):
                    yield f"{letters(column)}{row}"

    def linked(self, cells: Collection[str]) -> Iterator[str]:
        """Every cell that holds something and carries a link."""
        single = {f"{letters(one.left)}{one.top}" for one in self.links}
        yield from (where for where in single if where in cells)


def layout(data: bytes, name: str, limits: Upload) -> tuple[Layout, Fault | None]:
    """The layout of a sheet part, or why it cannot be accepted."""
    merges = MERGE.findall(data)
    if len(merges) > limits.merges:
        zh = f"有 {len(merges)} 处合并单元格，上限 {limits.merges}。请取消合并。"
        return Layout(), flaw("merges", zh, f"{len(merges)} merged ranges; at most {limits.merges}.", name)
    ranges = [rectangle(one.decode()) for one in merges]
    for found, written in zip(ranges, merges, strict=True):
        if found is None or found.bottom > limits.rows or found.right > limits.columns:
            return Layout(), _too_wide(name, written)
    merged = tuple(one for one in ranges if one and one.area > 1)
    if sum(one.area for one in merged) > limits.cells:
        return Layout(), _too_wide(name, merges[0])
    linked = LINK.findall(data) if b"<hyperlink" in data else ()
    links = tuple(one for raw in linked if (one := rectangle(raw.decode())))
    return Layout(merged, tuple(_hidden(data)), links), None


def _too_wide(name: str, written: bytes) -> Fault:
    zh = "合并单元格的范围过大，请取消合并。"
    return flaw("merges", zh, "A merged range is too wide; unmerge it.", name, found=written.decode())


def _hidden(data: bytes) -> Iterator[range]:
    for raw in COLUMN.findall(data) if b"hidden" in data else ():
        given = dict(EDGE.findall(raw))
        edges = given.get(b"min", b""), given.get(b"max", b"")
        if given.get(b"hidden") in (b"1", b"true") and all(edge.isdigit() for edge in edges):
            yield range(int(edges[0]), int(edges[1]) + 1)

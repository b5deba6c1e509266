"""Checking the log: entry by entry, tile by tile, against its signature and what was seen of it before."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from audits.log.files import CHECKPOINT, Folder, replace
from audits.refusal import Unfit
from audits.signature import opened
from compliance.facts import Said
from compliance.log.edge import Edge
from compliance.log.entry import Unfaithful, numbers
from compliance.log.note import Checkpoint, Misread, read_checkpoint
from compliance.log.tile import ENTRIES, WIDTH, Tile, unbundle
from compliance.log.tree import EMPTY

Watch = Callable[[Iterable[Any], int], Iterable[Any]]
"""Somebody who is shown how far it is: the items pass through, with their number."""


def unwatched(items: Iterable[Any], count: int) -> Iterable[Any]:
    """Nobody looks."""
    return items


class Differs(Exception):
    """The first thing that is not as it should be; `where` names it."""

    def __init__(self, where: str, zh: str, en: str) -> None:
        super().__init__(where, zh, en)
        self.where, self.said = where, Said(zh, en)


@dataclass
class Log:
    """A log on its way through the check: what was seen of it, and the roots it had at some sizes."""

    wanted: dict[int, bytes]
    folder: Folder | None = None
    edge: Edge = field(default_factory=Edge)
    published: int = 0

    def take(self, line: bytes) -> None:
        """Check one more entry. Differs where it is not the next, or not as published."""
        seq = self.edge.size
        try:
            number, supersedes = numbers(line)
        except Unfaithful as why:
            raise Differs(f"entry {seq}", "不是规范格式的记录", f"not an entry: {why}") from why
        if number != seq:
            raise Differs(
                f"entry {seq}", f"此处为第 {number} 条：缺号或乱序", f"here is {number}: not in order"
            )
        if supersedes is not None and supersedes >= seq:
            raise Differs(f"entry {seq}", "取代的是后面的记录", "it supersedes a later entry")
        for tile, content in self.edge.add(line):
            self._hold(tile, content)
        if self.edge.size in self.wanted:
            self._root(self.edge.size)

    def _root(self, size: int) -> None:
        """Hold the root at this size against what was signed or seen."""
        if size == self.published:
            for tile, content in self.edge.partial():
                self._hold(tile, content)
        if self.edge.root() != self.wanted[size]:
            raise Differs(
                f"root {size}",
                "与已签署（或此前见到）的根不一致：分叉或改动",
                "not the root that was signed or seen",
            )

    def _hold(self, tile: Tile, content: bytes) -> None:
        """Hold a tile against the published one."""
        if self.folder is None or self.edge.size > self.published:
            return
        try:
            kept = self.folder.read(tile)
        except OSError as error:
            raise Differs(tile.path, "文件缺失", "this file is missing") from error
        if kept[: len(content)] != content or (tile.width == WIDTH and kept != content):
            raise Differs(tile.path, "与记录不一致", "it is not what the entries make")

    def end(self) -> None:
        """Whether everything that was signed or seen is there."""
        size, most = self.edge.size, max(self.wanted, default=0)
        if size < most:
            raise Differs(
                f"entry {size}", f"应有 {most} 条：日志缩短", f"there should be {most}: the log shrank"
            )


def signed_head(folder: Folder, verifier: str) -> Checkpoint:
    """The checkpoint of a folder. Differs if it is missing or not signed by this key."""
    note = folder.checkpoint()
    if note is None:
        raise Differs(CHECKPOINT, "没有检查点", "there is no checkpoint")
    return head_of(note, verifier, CHECKPOINT)


def head_of(note: str, verifier: str, where: str) -> Checkpoint:
    """What a note signs. Differs unless this key signed it."""
    try:
        return read_checkpoint(opened(note, verifier))
    except Misread as why:
        raise Differs(where, f"签名不成立：{why}", f"its signature does not hold: {why}") from why


def wanted(heads: Iterable[tuple[str, Checkpoint]]) -> dict[int, bytes]:
    """The root at each size that was signed or seen. Differs where two of them deny each other."""
    found: dict[int, bytes] = {0: EMPTY}
    for where, head in heads:
        if found.setdefault(head.size, head.root) != head.root:
            raise Differs(where, f"{head.size} 条时有两个不同的根：分叉", f"two roots at {head.size}: a fork")
    return found


def entries(folder: Folder, size: int) -> Iterator[bytes]:
    """The entries of a folder. Differs where a bundle is missing or damaged."""
    for number in range(-(-size // WIDTH)):
        tile = Tile(ENTRIES, number, min(WIDTH, size - number * WIDTH))
        try:
            lines = list(unbundle(folder.read(tile)))[: tile.width]
        except (OSError, ValueError) as error:
            raise Differs(tile.path, "文件缺失或损坏", "this file is missing or damaged") from error
        yield from lines


def check_folder(folder: Folder, verifier: str, seen_file: Path, watched: Watch = unwatched) -> Checkpoint:
    """Check a published log whole, and remember what was seen. Differs names the first thing that is wrong."""
    head = signed_head(folder, verifier)
    before = remembered(seen_file, verifier)
    known = [(CHECKPOINT, head)] if before is None else [(CHECKPOINT, head), (str(seen_file), before)]
    log = Log(wanted(known), folder, published=head.size)
    for line in watched(entries(folder, head.size), head.size):
        log.take(line)
    log.end()
    remember(seen_file, folder)
    return head


def remembered(seen_file: Path, verifier: str) -> Checkpoint | None:
    """What was seen of this log the last time; None the first time, and for another key."""
    if not seen_file.is_file():
        return None
    try:
        return read_checkpoint(opened(seen_file.read_text(encoding="utf-8"), verifier))
    except Misread as why:
        raise Unfit(
            f"{seen_file} 不是此日志的检查点（{why}）；若确要重新开始，请移走该文件。",
            f"{seen_file} is no checkpoint of this log ({why}); move it away to begin anew.",
        ) from why


def remember(seen_file: Path, folder: Folder) -> None:
    """Remember the checkpoint of a folder that was found good."""
    note = folder.checkpoint()
    if note is not None:
        replace(seen_file, note.encode())

"""The publisher: writes new entries as tiles and signs the new root, unless that would deny what was signed before."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from audits.config import config, now
from audits.diary import log
from audits.log.files import (
    KEY,
    Folder,
    alone,
    key_file,
    memory_file,
    published,
    replace,
    state_file,
)
from audits.refusal import Conflict
from audits.signature import Signer, make_signer, opened, read_signer
from compliance.facts import Said
from compliance.log.edge import Edge, resumed
from compliance.log.note import Checkpoint, Misread, read_checkpoint
from compliance.log.tile import WIDTH, Tile, hashes
from compliance.log.tree import EMPTY, leaf
from models import entry
from models.db import Database, Facts, Session

LOOKED_BACK = 10_000
"""So many old entries are held against their tiles each time; by night all of them."""


class Denied(Conflict):
    """Signing would deny what was signed before: the log shrank, forked, or lost its key."""


def signer() -> Signer:
    """The key of this installation, made on first use. Denied where there was one and it is gone."""
    path = key_file()
    if path.exists():
        return read_signer(path)
    if memory_file().exists() or published().checkpoint() is not None:
        raise Denied(
            f"签名密钥 {path} 不见了，而日志已经签署过；请从另存的副本恢复。",
            f"The signing key {path} is gone although the log was signed: bring it back from its copy.",
        )
    return make_signer(path, config().log.origin)


def last_signed(by: Signer) -> tuple[Checkpoint, str | None]:
    """What this key signed last, by its own memory and by what is published, and the note of it."""
    memory = memory_file().read_text(encoding="utf-8") if memory_file().is_file() else None
    found = [(_read(note, by), note) for note in (memory, published().checkpoint()) if note is not None]
    if not found:
        return Checkpoint(by.name, 0, EMPTY), None
    last = max(found, key=lambda one: one[0].size)
    if any(one.size == last[0].size and one.root != last[0].root for one, _ in found):
        raise _forked(last[0].size)
    return last


def _read(note: str, by: Signer) -> Checkpoint:
    try:
        return read_checkpoint(opened(note, by.verifier))
    except Misread as misread:
        raise Denied(
            f"已保存的检查点不是本机关密钥签署的：{misread}。",
            f"A kept checkpoint is not signed by this key: {misread}.",
        ) from misread


def _forked(size: int) -> Denied:
    return Denied(
        f"日志与已签署的检查点（{size} 条）不一致：分叉。拒绝签署。",
        f"The log differs from the checkpoint signed at {size} entries: a fork. Nothing is signed.",
    )


def publish(database: Database, thorough: bool = True) -> Facts:
    """Publish what is new. Denied, and nothing signed, where the database is not what was published."""
    with alone():
        try:
            done = _publish(database, thorough)
        except (Denied, OSError, ValueError) as error:
            said = error.said if isinstance(error, Denied) else Said(str(error), str(error))
            log.error("log_not_published", why=said.en)
            _tell(ok=False, why=said.zh, why_en=said.en)
            raise
        _tell(ok=True, size=done["size"])
    if done["added"]:
        log.info("log_published", **done)
    return done


def _tell(**said: object) -> None:
    replace(state_file(), json.dumps({"at": now().isoformat(), **said}, ensure_ascii=False).encode())


def _publish(database: Database, thorough: bool) -> Facts:
    by, folder = signer(), published()
    last, note = last_signed(by)
    with database.read() as db:
        size = entry.size(db)
        if size < last.size:
            raise Denied(
                f"数据库中有 {size} 条，已签署的有 {last.size} 条：数据库被退回。拒绝签署。",
                f"The database has {size} entries, {last.size} were signed: it was rolled back. Nothing is signed.",
            )
        edge = _edge(folder, last)
        begin = 0 if thorough else max(0, last.size - LOOKED_BACK)
        known = _Known(folder, last.size)
        for seq, line in _faithful(db, begin, size):
            if seq < last.size:
                known.hold(seq, line)
            else:
                _write(folder, edge.add(line))
    _write(folder, edge.partial())
    return _sign(by, folder, last, note, edge)


def _edge(folder: Folder, last: Checkpoint) -> Edge:
    try:
        edge = resumed(folder, last.size)
    except (OSError, ValueError) as error:
        raise _forked(last.size) from error
    if edge.root() != last.root:
        raise _forked(last.size)
    return edge


def _faithful(db: Session, begin: int, size: int) -> Iterator[tuple[int, bytes]]:
    """The entries of the database, numbered without a gap, each with its own hash."""
    wanted = begin
    for seq, line, hashed in entry.lines(db, begin, size):
        if seq != wanted or leaf(line) != hashed:
            raise _forked(wanted)
        yield seq, line
        wanted += 1
    if wanted != size:
        raise _forked(wanted)


@dataclass
class _Known:
    """The hashes of what is published, a tile at a time."""

    folder: Folder
    size: int
    number: int = -1
    row: list[bytes] = field(default_factory=list)

    def hold(self, seq: int, line: bytes) -> None:
        """Hold an old entry against its published hash."""
        number, place = divmod(seq, WIDTH)
        if number != self.number:
            self.number = number
            self.row = hashes(self.folder.read(Tile(0, number, min(WIDTH, self.size - number * WIDTH))))
        if self.row[place] != leaf(line):
            raise _forked(seq)


def _write(folder: Folder, tiles: Iterable[tuple[Tile, bytes]]) -> None:
    for tile, content in tiles:
        folder.write(tile, content)


def _sign(by: Signer, folder: Folder, last: Checkpoint, note: str | None, edge: Edge) -> Facts:
    """Sign the new root; what was signed is remembered before anybody can see it."""
    new = Checkpoint(by.name, edge.size, edge.root())
    if note is None or new != last:
        note = by.sign(new.text)
    key = folder.root / KEY
    if not key.is_file():
        replace(key, f"{by.verifier}\n".encode())
    replace(memory_file(), note.encode())
    if folder.checkpoint() != note:
        folder.publish(note)
    return {"size": new.size, "added": new.size - last.size}

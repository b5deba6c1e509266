"""Checking the log of this installation: the database against what was published and signed, and every body."""

import json
from dataclasses import dataclass, field

from audits.log.check import Differs, Log, Watch, head_of, unwatched, wanted
from audits.log.files import CHECKPOINT, KEY, key_file, memory_file, published
from audits.signature import read_signer
from compliance.act import ERASED, RESTORED
from compliance.log.entry import SALT_BYTES, Entry, commit, read
from compliance.log.note import Checkpoint
from compliance.log.tree import leaf
from models import entry
from models.db import Database, Session
from models.entry import Whole


@dataclass
class Bodies:
    """Entries whose body is not there, and what the log itself says of that."""

    gone: list[int] = field(default_factory=list)
    erased: set[int] = field(default_factory=set)
    restored: set[int] = field(default_factory=set)

    def take(self, said: Entry, row: Whole) -> None:
        """Hold a body against the commitment of its entry."""
        if row.salt is None or row.body is None:
            self.gone.append(said.seq)
        elif len(row.salt) != SALT_BYTES or commit(row.salt, row.body.encode()) != said.commit:
            raise Differs(f"body {said.seq}", "正文与承诺值不符", "it is not what its entry commits to")
        elif said.type == RESTORED:
            told = json.loads(row.body)
            self.restored |= set(range(told["from"], told["to"]))
        if said.type == ERASED and said.supersedes is not None:
            self.erased.add(said.supersedes)

    def end(self) -> None:
        """Whether the log says why each missing body is missing."""
        for seq in self.gone:
            if seq not in self.erased | self.restored:
                raise Differs(
                    f"body {seq}",
                    "正文缺失而日志未记载删除",
                    "it is gone, and no entry says that it was erased",
                )


def check_entries(db: Session, log: Log, watched: Watch = unwatched) -> int:
    """Check every entry of the database with its body; gives how many. Differs names the first that is wrong."""
    bodies = Bodies()
    for row in watched(entry.whole(db), entry.size(db)):
        line = row.text.encode()
        if leaf(line) != row.leaf:
            raise Differs(f"entry {row.seq}", "散列值与内容不符", "its hash is not that of its text")
        log.take(line)
        bodies.take(read(line), row)
    log.end()
    bodies.end()
    return log.edge.size


def signed_heads() -> list[tuple[str, Checkpoint]]:
    """What this installation has signed: by the publisher's memory, and as published. None before the first."""
    verifier = _verifier()
    if verifier is None:
        return []
    notes = [(CHECKPOINT, published().checkpoint())]
    if memory_file().is_file():
        notes.append((memory_file().name, memory_file().read_text(encoding="utf-8")))
    return [(where, head_of(note, verifier, where)) for where, note in notes if note is not None]


def _verifier() -> str | None:
    """The key of this installation: by its private half where we may read that, else as published."""
    public = published().root / KEY
    try:
        return read_signer(key_file()).verifier
    except (FileNotFoundError, PermissionError):
        return public.read_text(encoding="utf-8").strip() if public.is_file() else None


def check_database(database: Database, watched: Watch = unwatched) -> tuple[int, int]:
    """Check the database against all that was published; gives the number of entries, and of those published."""
    heads = signed_heads()
    size = next((head.size for where, head in heads if where == CHECKPOINT), 0)
    log = Log(wanted(heads), published() if size else None, published=size)
    with database.read() as db:
        return check_entries(db, log, watched), size

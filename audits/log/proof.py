"""What goes with a decision: its entry, body and salt, and the proof that the signed log holds it."""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from audits.log.files import KEY, Folder, published
from audits.signature import opened
from compliance.log.entry import Entry, canonical, read
from compliance.log.note import Checkpoint, Misread, proof_file, read_checkpoint
from compliance.log.tile import Tiled
from compliance.log.tree import leaf
from models import entry
from models.db import Session


@dataclass(frozen=True)
class Head:
    """The log as published: the checkpoint, its note, and the key that signed it."""

    checkpoint: Checkpoint
    note: str
    verifier: str


@dataclass(frozen=True)
class Proof:
    """An entry with what it commits to; `path` leads to the root of `head`, both None until it is published."""

    entry: Entry
    line: bytes
    salt: bytes | None
    body: str | None
    head: Head | None = None
    path: tuple[bytes, ...] | None = None

    @property
    def leaf(self) -> bytes:
        """The hash of the entry."""
        return leaf(self.line)

    def as_json(self) -> dict[str, Any]:
        """Entry, body and salt; from these everybody computes commitment and leaf."""
        body = None if self.body is None else json.loads(self.body)
        salt = None if self.salt is None else self.salt.hex()
        return {"entry": self.line.decode(), "leaf": self.leaf.hex(), "body": body, "salt": salt}

    def file(self) -> str | None:
        """The proof as C2SP tlog-proof; None until it is published."""
        if self.path is None or self.head is None:
            return None
        return proof_file(self.entry.seq, self.path, self.head.note)

    def attachments(self) -> dict[str, bytes]:
        """The files that go with a paper, by name."""
        proof = self.file()
        proofs = {} if proof is None else {"decision-log.tlog-proof": proof.encode()}
        return {"decision-log.json": canonical(self.as_json()), **proofs}


def head() -> Head | None:
    """The log as published, its signature checked; None before it is, or where it cannot be read."""
    folder = published()
    note, key = folder.checkpoint(), folder.root / KEY
    if note is None or not key.is_file():
        return None
    return _head(note, key.read_text(encoding="utf-8").strip())


@lru_cache(maxsize=4)
def _head(note: str, verifier: str) -> Head | None:
    try:
        return Head(read_checkpoint(opened(note, verifier)), note, verifier)
    except Misread:
        return None


def proof_of(db: Session, subject: str) -> Proof | None:
    """The entry of an act with its proof, as of now; None if it is not entered."""
    found = entry.entered(db, subject)
    if found is None:
        return None
    row, body = found
    line = row.text.encode()
    known = head()
    path = None if known is None else _path(published(), known.checkpoint.size, row.seq)
    return Proof(read(line), line, body.salt, body.text, known if path is not None else None, path)


@lru_cache(maxsize=2)
def _tree(folder: Folder, size: int) -> Tiled:
    return Tiled(folder, size)


def _path(folder: Folder, size: int, seq: int) -> tuple[bytes, ...] | None:
    try:
        return tuple(_tree(folder, size).path(seq)) if seq < size else None
    except OSError:
        return None


def pretty(proof: Proof | None) -> str:
    """The text under the seal as a person reads it; empty where it is erased."""
    if proof is None or proof.body is None:
        return ""
    return json.dumps(json.loads(proof.body), ensure_ascii=False, indent=1, sort_keys=True)

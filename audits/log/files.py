"""The files of the log: written beside, brought to disk, renamed; so that readers see the old or the new, whole."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audits.config import config
from compliance.log.tile import Tile

CHECKPOINT = "checkpoint"
KEY = "verifier-key.txt"


@dataclass(frozen=True)
class Folder:
    """A published log: `checkpoint` and `tile/...` as C2SP tlog-tiles names them."""

    root: Path

    def read(self, tile: Tile) -> bytes:
        """The content of a tile; of a partial one out of the wider one that has replaced it."""
        for path in (self.root / tile.path, self.root / Tile(tile.level, tile.number).path):
            if path.is_file():
                return path.read_bytes()
        return (self.root / tile.path).read_bytes()

    def write(self, tile: Tile, content: bytes) -> None:
        """Put a tile; partial ones that a full one replaces go."""
        path = self.root / tile.path
        replace(path, content)
        partial = path.with_name(f"{path.name}.p")
        if partial.is_dir():
            for old in partial.iterdir():
                old.unlink()
            partial.rmdir()

    def checkpoint(self) -> str | None:
        """The checkpoint as published; None before the first."""
        path = self.root / CHECKPOINT
        return path.read_text(encoding="utf-8") if path.is_file() else None

    def publish(self, note: str) -> None:
        """Put the checkpoint, once everything it speaks of is there."""
        replace(self.root / CHECKPOINT, note.encode())


def replace(path: Path, content: bytes) -> None:
    """Write a file beside, bring it to disk, and only then give it its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.partial")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def published() -> Folder:
    """The folder of this installation."""
    return Folder(Path(config().log.folder))


def key_file() -> Path:
    """Where the key is."""
    return Path(config().log.key_file)


def memory_file() -> Path:
    """Where the signer keeps what it signed last: outside the database, so that no restored backup hides it."""
    return key_file().with_suffix(".signed")


def state_file() -> Path:
    """Where the publisher says how its last run went."""
    return key_file().with_suffix(".state")


def state() -> dict[str, Any]:
    """What the publisher said last; empty before its first run."""
    try:
        found = json.loads(state_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


@contextmanager
def alone() -> Iterator[None]:
    """Hold off every other publisher of this installation."""
    path = key_file().with_suffix(".lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield

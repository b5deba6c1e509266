"""Entries: one line of canonical JSON each, with a commitment to a body that can be erased."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any

VERSION = 1
PREFIX = b"yangguang-log/commit/v1\0"
SALT_BYTES = 32
MOST_BYTES = 65_535
"""The length prefix of an entry bundle has two bytes."""
ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
WHOLE = rb"(0|[1-9][0-9]{0,15})"
LINE = re.compile(
    rb'{"at":"([0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z)","commit":"([0-9a-f]{64})"'
    rb'(?:,"org":"([0-9A-Z]{18})")?,"seq":%b(?:,"supersedes":%b)?,"type":"([a-z][a-z_.]{0,60})","v":1}'
    % (WHOLE, WHOLE)
)
"""An entry to the byte: whatever matches is in canonical form."""


class Unfaithful(ValueError):
    """A line that is no entry of this log; the message says why."""


@dataclass(frozen=True)
class Entry:
    """What an entry says. `commit` in lower-case hex; `org` only where the act is public."""

    seq: int
    type: str
    at: datetime
    commit: str
    org: str | None = None
    supersedes: int | None = None

    def line(self) -> bytes:
        """The line that is hashed and published. Unfaithful where a value cannot stand in an entry."""
        said: dict[str, Any] = {"v": VERSION, "seq": self.seq, "type": self.type, "at": utc(self.at)}
        said["commit"] = self.commit
        if self.org is not None:
            said["org"] = self.org
        if self.supersedes is not None:
            said["supersedes"] = self.supersedes
        line = ENCODER.encode(said).encode()
        if LINE.fullmatch(line) is None:
            raise Unfaithful(f"not fit for an entry: {line!r}")
        return line


def canonical(value: Any) -> bytes:
    """Canonical JSON in UTF-8: sorted keys, no blanks. TypeError for a float, which has no one spelling."""
    _refuse_floats(value)
    return ENCODER.encode(value).encode()


def _refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError(f"a float in canonical JSON: {value!r}")
    if isinstance(value, Mapping):
        for one in value.values():
            _refuse_floats(one)
    elif isinstance(value, list | tuple):
        for one in value:
            _refuse_floats(one)


def utc(at: datetime) -> str:
    """A moment as entries write it: UTC, whole seconds."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def commit(salt: bytes, body: bytes) -> str:
    """The commitment to a body in canonical JSON; without its 32 bytes of salt it says nothing about it."""
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a salt has {SALT_BYTES} bytes")
    return sha256(PREFIX + salt + body).hexdigest()


def read(line: bytes) -> Entry:
    """What a line says. Unfaithful unless it is exactly the line that its entry would have."""
    at, commit, org, seq, supersedes, type_ = _matched(line).groups()
    return Entry(
        int(seq),
        type_.decode(),
        datetime.fromisoformat(at.decode()),
        commit.decode(),
        org.decode() if org is not None else None,
        int(supersedes) if supersedes is not None else None,
    )


def numbers(line: bytes) -> tuple[int, int | None]:
    """Number of an entry, and of the one that it supersedes: all that its order asks, for whoever reads millions."""
    seq, supersedes = _matched(line).group(4, 5)
    return int(seq), None if supersedes is None else int(supersedes)


def _matched(line: bytes) -> re.Match[bytes]:
    found = LINE.fullmatch(line) if len(line) <= MOST_BYTES else None
    if found is None or not _is_day(line[7:17]):
        raise Unfaithful("it is not an entry in canonical form")
    return found


@lru_cache(maxsize=4096)
def _is_day(written: bytes) -> bool:
    try:
        date.fromisoformat(written.decode())
    except ValueError:
        return False
    return True

"""Checkpoints as C2SP signed notes: their text, their lines of signature, and the ids of keys. Signs nothing."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

ED25519 = b"\1"
DASH = "\u2014 "
PROOF_HEAD = "c2sp.org/tlog-proof@v1"


class Misread(ValueError):
    """A note, key or checkpoint that is not in its format."""


@dataclass(frozen=True)
class Checkpoint:
    """The head of a log: origin, number of entries, root."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """What is signed."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


def read_checkpoint(text: str) -> Checkpoint:
    """A checkpoint from the text of its note. Misread if it is none."""
    lines = text.split("\n")
    try:
        origin, size, root = lines[0], int(lines[1]), _base64(lines[2])
    except (IndexError, ValueError) as error:
        raise Misread("not a checkpoint") from error
    if not origin or str(size) != lines[1] or size < 0 or len(root) != 32:
        raise Misread("not a checkpoint")
    return Checkpoint(origin, size, root)


def key_id(name: str, public: bytes) -> bytes:
    """The four bytes that name an Ed25519 key of 32 bytes in a note."""
    return sha256(name.encode() + b"\n" + ED25519 + public).digest()[:4]


def verifier_key(name: str, public: bytes) -> str:
    """A public key as verifiers are configured with it: name, id, key."""
    return f"{name}+{key_id(name, public).hex()}+{b64encode(ED25519 + public).decode()}"


def read_verifier_key(written: str) -> tuple[str, bytes]:
    """Name and 32 bytes of a verifier key. Misread if it is none, or its id is another's."""
    name, known, encoded = _parts(written.strip())
    raw = _base64(encoded)
    public = raw[1:]
    if raw[:1] != ED25519 or len(public) != 32 or key_id(name, public).hex() != known:
        raise Misread("not a verifier key")
    return name, public


def _parts(written: str) -> tuple[str, str, str]:
    parts = written.split("+", 2)
    if len(parts) != 3 or not parts[0] or any(one.isspace() for one in written):
        raise Misread("not a verifier key")
    return parts[0], parts[1], parts[2]


def _base64(encoded: str) -> bytes:
    """The bytes of the one spelling that they have."""
    try:
        raw = b64decode(encoded, validate=True)
    except ValueError as error:
        raise Misread("not base64") from error
    if b64encode(raw).decode() != encoded:
        raise Misread("not base64")
    return raw


def signed(text: str, name: str, public: bytes, signature: bytes) -> str:
    """A note of one signature."""
    return f"{text}\n{DASH}{name} {b64encode(key_id(name, public) + signature).decode()}\n"


def signatures(note: str, name: str, public: bytes) -> tuple[str, Sequence[bytes]]:
    """The text of a note and the signatures that are said to be of a key. Misread if it is no note."""
    text, blank, tail = note.rpartition("\n\n")
    if not blank or not tail.endswith("\n"):
        raise Misread("not a signed note")
    found = []
    for line in tail.splitlines():
        if not line.startswith(DASH) or line.count(" ") != 2:
            raise Misread("not a line of signature")
        _, said, encoded = line.split(" ")
        raw = _base64(encoded)
        if said == name and raw[:4] == key_id(name, public):
            found.append(raw[4:])
    return text + "\n", found


def proof_file(index: int, path: Sequence[bytes], checkpoint: str) -> str:
    """A proof of inclusion that anybody can check offline (C2SP tlog-proof)."""
    hashes = "".join(f"{b64encode(one).decode()}\n" for one in path)
    return f"{PROOF_HEAD}\nindex {index}\n{hashes}\n{checkpoint}"


def read_proof_file(text: str) -> tuple[int, list[bytes], str]:
    """Index, path and checkpoint of a proof file. Misread if it is none."""
    head, blank, checkpoint = text.partition("\n\n")
    lines = head.split("\n")
    if not blank or lines[0] != PROOF_HEAD or not lines[1].startswith("index "):
        raise Misread("not a proof")
    return int(lines[1].removeprefix("index ")), [_base64(one) for one in lines[2:]], checkpoint

"""The one door to signatures: the office's Ed25519 key, kept in a file of its own, and notes signed with it."""

import os
from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from audits.refusal import Unfit
from compliance.log.note import ED25519, Misread, key_id, read_verifier_key, signatures, signed, verifier_key

HEAD = "PRIVATE+KEY"


class BadKey(Unfit):
    """A key file that cannot be used; it says why."""


@dataclass(frozen=True)
class Signer:
    """A named key. Its file has the form that C2SP tools write: PRIVATE+KEY+name+id+key."""

    name: str
    key: Ed25519PrivateKey

    @property
    def public(self) -> bytes:
        """The public half, 32 bytes."""
        return self.key.public_key().public_bytes_raw()

    @property
    def verifier(self) -> str:
        """The key by which anybody checks its signatures."""
        return verifier_key(self.name, self.public)

    def sign(self, text: str) -> str:
        """A note of a text that ends with a newline."""
        return signed(text, self.name, self.public, self.key.sign(text.encode()))

    def written(self) -> str:
        """The line of its file."""
        secret = b64encode(ED25519 + self.key.private_bytes_raw()).decode()
        return f"{HEAD}+{self.name}+{key_id(self.name, self.public).hex()}+{secret}\n"


def make_signer(path: Path, name: str) -> Signer:
    """A new key in a new file that only its owner reads. FileExistsError if there is one."""
    signer = Signer(name, Ed25519PrivateKey.generate())
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        file.write(signer.written())
        file.flush()
        os.fsync(file.fileno())
    return signer


def read_signer(path: Path) -> Signer:
    """The key in a file. BadKey if it is damaged, or if others may read it; FileNotFoundError if there is none."""
    if path.stat().st_mode & 0o077:
        raise BadKey(
            f"密钥文件 {path} 可被他人读取，请执行 chmod 600。", f"Others may read the key {path}: chmod 600."
        )
    head, _, rest = path.read_text(encoding="utf-8").strip().partition(f"{HEAD}+")
    parts = rest.split("+", 2)
    try:
        raw = b64decode(parts[2], validate=True)
        signer = Signer(parts[0], Ed25519PrivateKey.from_private_bytes(raw[1:]))
    except (IndexError, ValueError) as error:
        raise _damaged(path) from error
    if head or raw[:1] != ED25519 or key_id(signer.name, signer.public).hex() != parts[1]:
        raise _damaged(path)
    return signer


def _damaged(path: Path) -> BadKey:
    return BadKey(f"{path} 不是签名密钥文件，或已损坏。", f"{path} is not a key file, or damaged.")


def opened(note: str, verifier: str) -> str:
    """The text of a note that a key has signed. Misread if it has not, or if anything is not in its format."""
    name, public = read_verifier_key(verifier)
    text, found = signatures(note, name, public)
    if not found:
        raise Misread("not signed by this key")
    for signature in found:
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(signature, text.encode())
        except InvalidSignature as error:
            raise Misread("the signature does not hold") from error
    return text

"""What only officers may read, sealed at rest: AES-256-GCM under a key derived from the installation's secret."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from audits.config import secret_key
from audits.refusal import Unfit

NONCE = 12


def _key(purpose: str) -> bytes:
    return HKDF(hashes.SHA256(), 32, None, purpose.encode()).derive(secret_key().encode())


def seal(purpose: str, content: bytes) -> bytes:
    """Content sealed for a purpose: nonce, ciphertext, tag."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(_key(purpose)).encrypt(nonce, content, None)


def unseal(purpose: str, sealed: bytes) -> bytes:
    """The content again. Unfit where the secret of this installation is not the one it was sealed under."""
    try:
        return AESGCM(_key(purpose)).decrypt(sealed[:NONCE], sealed[NONCE:], None)
    except InvalidTag as error:
        raise Unfit(
            "密封的内容无法打开：密钥与封存时不同。请恢复原来的密钥文件。",
            "What was sealed cannot be opened: the key is another one. Restore the secret file of the time.",
        ) from error


def derived(purpose: str, of: str) -> bytes:
    """32 bytes that only this installation can derive of a text, the same each time."""
    mac = HMAC(_key(purpose), hashes.SHA256())
    mac.update(of.encode())
    return mac.finalize()

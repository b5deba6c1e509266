"""Passwords (Argon2id) and second factors (TOTP, RFC 6238): checked here, made by libraries."""

from functools import cache

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

LEAST_CHARACTERS = 10
_hasher = PasswordHasher()
STEP_SECONDS = 30
ISSUER = "Yangguang"


@cache
def nobody() -> str:
    """What is verified where there is no account; costs as much as a sign-in, once."""
    return _hasher.hash("nobody has this password")


def hashed(password: str) -> str:
    """What is kept of a password."""
    return _hasher.hash(password)


def matches(password_hash: str | None, password: str) -> bool:
    """Whether a password is right. Takes the same time when there is no such account (None)."""
    try:
        return _hasher.verify(password_hash or nobody(), password) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


def new_secret() -> str:
    """A fresh TOTP secret."""
    return pyotp.random_base32()


def address(secret: str, login: str) -> str:
    """What an authenticator app scans."""
    return pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=ISSUER)


def accepted_step(secret: str, code: str, seconds: float, used: int | None) -> int | None:
    """The time step a code belongs to (one step of drift allowed); None if wrong or already used."""
    if not (code.isascii() and code.isdigit() and len(code) == 6):
        return None
    totp = pyotp.TOTP(secret)
    current = int(seconds) // STEP_SECONDS
    for step in (current, current - 1, current + 1):
        if pyotp.utils.strings_equal(totp.generate_otp(step), code) and step > (used or 0):
            return step
    return None


def current_code(secret: str, seconds: float) -> str:
    """The code of a secret at a moment, for the demo that shows it."""
    return pyotp.TOTP(secret).generate_otp(int(seconds) // STEP_SECONDS)

"""People who sign in, what they may do and for whom, and their sessions."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models.db import Base
from models.organization import Organization
from models.registrar import Registrar, SupervisingUnit


class Role(StrEnum):
    """What an account may do. An approver is an officer who also decides what another proposed."""

    ADMINISTRATOR = "administrator"
    OFFICER = "officer"
    APPROVER = "approver"
    SUPERVISING_UNIT = "supervising_unit"
    INSPECTOR = "inspector"
    PREPARER = "preparer"
    SIGNER = "signer"


OFFICE = frozenset({Role.ADMINISTRATOR, Role.OFFICER, Role.APPROVER})
"""Roles of the registrar's own staff: these need a second factor."""

ORGANIZATION = frozenset({Role.PREPARER, Role.SIGNER})


class Account(Base):
    """One person's account. Exactly one of registrar, unit and organization says whom it acts for."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[Role]
    password_hash: Mapped[str]
    totp_secret: Mapped[str | None]
    totp_used: Mapped[int | None]  # last time step accepted, so that a code works once
    registrar_id: Mapped[int | None] = mapped_column(ForeignKey("registrar.id"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("supervising_unit.id"), index=True)
    code: Mapped[str | None] = mapped_column(ForeignKey("organization.code"), index=True)
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]

    registrar: Mapped[Registrar | None] = relationship()
    unit: Mapped[SupervisingUnit | None] = relationship()
    organization: Mapped[Organization | None] = relationship()


class SignIn(Base):
    """One session: the cookie holds a random token, this row its SHA-256. Ended by sign-out, age or idleness."""

    __tablename__ = "sign_in"

    token_sha256: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    started_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    confirmed: Mapped[bool]  # second factor given, or none needed
    ended_at: Mapped[datetime | None]


class Attempt(Base):
    """A counter of the rate limiter: hits under a key until it expires."""

    __tablename__ = "attempt"
    __table_args__ = (UniqueConstraint("key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    hits: Mapped[int]
    expires_at: Mapped[datetime] = mapped_column(index=True)


def by_login(db: Session, login: str) -> Account | None:
    """The account of a login name, whatever its state."""
    return db.query(Account).filter(Account.login == login).one_or_none()

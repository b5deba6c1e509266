"""People who sign in, what they may do and for whom, and their sessions."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

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
    return db.scalars(select(Account).where(Account.login == login)).one_or_none()


def session_of(
    db: Session, token_sha256: str, moment: datetime, age: timedelta, idle: timedelta
) -> tuple[SignIn, Account] | None:
    """The living session of a token and its account; None once ended, too old, idle or disabled."""
    query = (
        select(SignIn, Account)
        .join(Account, Account.id == SignIn.account_id)
        .where(SignIn.token_sha256 == token_sha256, SignIn.ended_at.is_(None), Account.disabled_at.is_(None))
        .where(SignIn.started_at > moment - age, SignIn.seen_at > moment - idle)
        .options(joinedload(Account.registrar), joinedload(Account.unit), joinedload(Account.organization))
    )
    row = db.execute(query).one_or_none()
    return None if row is None else (row[0], row[1])


def everyone(db: Session) -> Sequence[Account]:
    """Every account with whom it acts for, by login."""
    whole = (joinedload(Account.registrar), joinedload(Account.unit), joinedload(Account.organization))
    return db.scalars(select(Account).options(*whole).order_by(Account.login)).all()


def has_administrator(db: Session) -> bool:
    """Whether an administrator can sign in."""
    living = Account.role == Role.ADMINISTRATOR, Account.disabled_at.is_(None)
    return db.scalars(select(Account.id).where(*living).limit(1)).first() is not None

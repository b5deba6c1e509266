"""Accounts: made with a password that is shown once, and disabled, never deleted."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from audits import credential
from audits.config import ConfigFault, config
from audits.refusal import Conflict, NotFound, Unfit
from compliance.facts import Level
from models.account import OFFICE, ORGANIZATION, Account, Role, by_login, has_administrator
from models.db import Session
from models.organization import find
from models.registrar import Registrar, highest, unit_named

FIRST = "admin"
LOGIN_CHARACTERS = 80


@dataclass(frozen=True)
class Welcome:
    """A new account with its secrets in the clear: this is the only time they can be shown."""

    account: Account
    password: str
    totp_secret: str | None


def add(db: Session, moment: datetime, login: str, name: str, role: Role, *, acts_for: str = "") -> Welcome:
    """A new account. `acts_for` is the organization's code, or the supervising unit's name; an officer's office
    is the one of this installation. Conflict if the login is taken, NotFound if there is nobody to act for.
    """
    if not login.strip() or len(login) > LOGIN_CHARACTERS:
        raise Unfit("账号名不能为空，且不超过80个字符", "An account needs a name of at most 80 characters")
    if by_login(db, login) is not None:
        raise Conflict(f"账号 {login} 已存在", f"There already is an account {login}")
    password = secrets.token_urlsafe(12)
    secret = credential.new_secret() if needs_second_factor(role) else None
    account = Account(
        login=login,
        name=name,
        role=role,
        password_hash=credential.hashed(password),
        totp_secret=secret,
        created_at=moment,
        **principal(db, role, acts_for),
    )
    db.add(account)
    db.flush()
    return Welcome(account, password, secret)


def needs_second_factor(role: Role) -> bool:
    """The office's staff always; further roles by `second_factor_also` of the settings. ConfigFault if one of those
    does not exist.
    """
    also = config().web.second_factor_also
    if strange := set(also) - set(Role):
        raise ConfigFault(f"[web] second_factor_also: no such role: {', '.join(sorted(strange))}")
    return role in OFFICE or role in also


def principal(db: Session, role: Role, acts_for: str) -> dict[str, object]:
    """Whom an account of a role acts for, as the column that says so."""
    if role in ORGANIZATION:
        if find(db, acts_for) is None:
            raise NotFound(f"登记册中没有 {acts_for}", f"The register has no organization {acts_for}")
        return {"code": acts_for}
    if role is Role.SUPERVISING_UNIT:
        if (unit := unit_named(db, acts_for)) is None:
            raise NotFound(f"没有业务主管单位 {acts_for}", f"There is no supervising unit {acts_for}")
        return {"unit_id": unit.id}
    if (office := highest(db)) is None:
        raise NotFound(
            "尚无登记管理机关，请先运行 yangguang init", "There is no registrar yet: run yangguang init"
        )
    return {"registrar_id": office.id}


def found_office(db: Session, name: str, name_en: str, level: Level, reports_from: int) -> Registrar:
    """The registrar of this installation, made if there is none; it keeps reports from a year on."""
    office = highest(db)
    if office is None:
        office = Registrar(name=name, name_en=name_en, level=level, reports_from=reports_from)
        db.add(office)
        db.flush()
    return office


def first_administrator(db: Session, moment: datetime) -> Welcome | None:
    """The first administrator of an office; None where one can sign in already."""
    if has_administrator(db):
        return None
    login = FIRST if by_login(db, FIRST) is None else f"{FIRST}-{secrets.token_hex(2)}"
    return add(db, moment, login, "管理员", Role.ADMINISTRATOR)


def disable(db: Session, moment: datetime, login: str) -> Account:
    """End an account: from the next request on its sessions are refused. NotFound, or Conflict if it has ended."""
    account = by_login(db, login)
    if account is None:
        raise NotFound(f"没有账号 {login}", f"There is no account {login}")
    if account.disabled_at is not None:
        raise Conflict(f"账号 {login} 已停用", f"The account {login} is disabled already")
    account.disabled_at = moment
    return account

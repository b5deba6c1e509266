"""Small makers of rows for tests: registrar, unit, organization, accounts. Codes are fictitious and valid."""

from datetime import UTC, date, datetime
from functools import cache
from itertools import count
from typing import Any, TypeVar

from sqlalchemy.orm import Session
from stdnum.cn import uscc

from audits.credential import hashed
from compliance.facts import Kind, Level
from models.account import OFFICE, ORGANIZATION, Account, Role
from models.organization import Organization
from models.registrar import Registrar, SupervisingUnit
from models.report import keep

DAY = date(2025, 6, 30)
MOMENT = datetime(2025, 6, 30, 4, 0, tzinfo=UTC)
PASSWORD = "correct horse battery"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
NAMESAKE = {Kind.ASSOCIATION: "协会", Kind.SERVICE_INSTITUTION: "服务中心", Kind.FOUNDATION: "基金会"}
TYPE = {Kind.ASSOCIATION: "51", Kind.SERVICE_INSTITUTION: "52", Kind.FOUNDATION: "53"}
_numbers = count(1)
Row = TypeVar("Row")


def code(number: int, kind: Kind = Kind.FOUNDATION) -> str:
    """A valid unified social credit code of no real organization."""
    body = f"{TYPE[kind]}330100{number:09d}"
    return body + uscc.calc_check_digit(body)


@cache
def password_hash() -> str:
    """The hash of PASSWORD, made once: hashing is slow on purpose."""
    return hashed(PASSWORD)


def registrar(db: Session, **given: Any) -> Registrar:
    """A city office, or as given."""
    values = {
        "name": "阳光市民政局",
        "name_en": "Yangguang City Civil Affairs Bureau",
        "level": Level.CITY,
        "number_prefix": f"民社{next(_numbers)}",
        "reports_from": 2024,
    }
    return _add(db, Registrar(**(values | given)))


def unit(db: Session, **given: Any) -> SupervisingUnit:
    """A supervising unit, or as given."""
    values = {"name": f"阳光市教育局{next(_numbers)}", "name_en": "Education Bureau"}
    return _add(db, SupervisingUnit(**(values | given)))


def organization(db: Session, **given: Any) -> Organization:
    """A foundation with charity status since 2018; registrar and unit are made unless given."""
    number = next(_numbers)
    kind = given.get("kind", Kind.FOUNDATION)
    values = {
        "code": code(number, kind),
        "name": f"阳光市第{number}{NAMESAKE[kind]}",
        "kind": kind,
        "level": Level.CITY,
        "district": "东城区",
        "registered_on": date(2015, 3, 1),
        "charity_since": date(2018, 1, 1),
        "legal_representative": "张三",
        "address": "阳光市东城区一号",
        "original_fund": 200_000_000 if kind is Kind.FOUNDATION else None,
    }
    if not {"registrar", "registrar_id"} & set(given):
        values["registrar"] = registrar(db)
    if not {"unit", "unit_id"} & set(given):
        values["unit"] = unit(db)
    return _add(db, Organization(**(values | given)))


def account(db: Session, role: Role, **given: Any) -> Account:
    """An account of a role with PASSWORD; officers have TOTP_SECRET. Whom it acts for is made unless given."""
    number = next(_numbers)
    values: dict[str, Any] = {
        "login": f"{role.value}{number}",
        "name": f"某{number}",
        "role": role,
        "password_hash": password_hash(),
        "totp_secret": TOTP_SECRET if role in OFFICE else None,
        "created_at": MOMENT,
    }
    if not {"registrar", "registrar_id", "unit", "unit_id", "code", "organization"} & set(given):
        values |= _acts_for(db, role)
    return _add(db, Account(**(values | given)))


def document(db: Session, content: bytes = b"a file") -> str:
    """A kept file; its SHA-256."""
    return keep(db, content, "application/octet-stream")


def _acts_for(db: Session, role: Role) -> dict[str, Any]:
    if role in ORGANIZATION:
        return {"organization": organization(db)}
    return {"unit": unit(db)} if role is Role.SUPERVISING_UNIT else {"registrar": registrar(db)}


def _add(db: Session, row: Row) -> Row:
    db.add(row)
    db.flush()
    return row

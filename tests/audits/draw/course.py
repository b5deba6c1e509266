"""A draw taken from plan to result, step by step, in an office of two officers and three inspectors."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from audits.draw import first_after, standing_until
from audits.draw.freeze import freeze
from audits.draw.people import recuse, send
from audits.draw.plan import Wanted, make
from audits.draw.result import type_sources
from compliance.facts import Kind
from models.account import Account, Role
from models.db import Session
from models.draw.plan import Plan
from models.organization import Organization
from models.registrar import Registrar
from tests import make as made

DAY = date(2025, 3, 3)
SOURCES = ["SSQ 2025031 03 07 12 19 25 31 + 08", "DLT 25031 01 02 03 04 05 + 06 07"]


@dataclass(frozen=True)
class Office:
    """A registrar with its people and organizations."""

    registrar: Registrar
    first: Account
    second: Account
    inspector: Account
    organizations: list[Organization]


def office(db: Session, size: int = 12) -> Office:
    """An office: foundations and associations, three inspectors with four visits each, one recusal."""
    registrar = made.registrar(db)
    first, second = (
        made.account(db, Role.OFFICER, registrar=registrar),
        made.account(db, Role.APPROVER, registrar=registrar),
    )
    inspector = made.account(db, Role.INSPECTOR, registrar=registrar)
    unit = made.unit(db)
    kinds = (Kind.FOUNDATION, Kind.ASSOCIATION)
    some = [made.organization(db, registrar=registrar, unit=unit, kind=kinds[n % 2]) for n in range(size)]
    for code in ("J001", "J002", "J003"):
        send(db, first, registrar.id, code, f"检查员{code}", 4, inspector if code == "J001" else None)
    recuse(db, first, registrar.id, "J001", some[0].code, "近亲属在该组织任职")
    return Office(registrar, first, second, inspector, some)


def wanted(**given: Any) -> Wanted:
    """A plan by kind, with the two lotteries announced by issue."""
    values = {"name": "抽查", "seed_announced": "双色球和大乐透", "registered_by": DAY, "strata": ("kind",)}
    return Wanted(**{**values, "sources": ("SSQ 2025031", "DLT 25031"), **given})


def planned(db: Session, of: Office, **given: Any) -> Plan:
    """A plan."""
    return make(db, DAY, of.first, of.registrar, wanted(**given))


def frozen(db: Session, of: Office, **given: Any) -> Plan:
    """A plan with its lists frozen."""
    plan = planned(db, of, **given)
    freeze(db, DAY + timedelta(days=1), of.first, plan)
    return plan


def ready_on(db: Session, plan: Plan) -> date:
    """The first day on which sources may be typed."""
    return first_after(standing_until(db, plan))


def drawn(db: Session, of: Office | None = None, **given: Any) -> Plan:
    """A plan with its result."""
    of = of or office(db)
    plan = frozen(db, of, **given)
    for one in (of.first, of.second):
        type_sources(db, ready_on(db, plan), one, plan, SOURCES)
    return plan

"""Questions about draws."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, joinedload

from models.account import Account, Role
from models.draw.outcome import Replaced, Result, Selected, Source, Visit
from models.draw.people import Inspector, Recusal
from models.draw.plan import Answer, Frozen, Objection, Plan
from models.organization import Organization


def plan_of(db: Session, number: str, lock: bool = False) -> Plan | None:
    """A plan by its number; locked against others who would act on it."""
    query = select(Plan).where(Plan.number == number)
    locked = query.with_for_update(of=Plan).execution_options(populate_existing=True)
    return db.scalars(locked if lock else query).unique().one_or_none()


def plans(db: Session, registrars: Sequence[int] | None = None) -> Sequence[Plan]:
    """Every plan (of some registrars), latest first."""
    query = select(Plan).options(joinedload(Plan.result)).order_by(Plan.id.desc())
    if registrars is not None:
        query = query.where(Plan.registrar_id.in_(registrars))
    return db.scalars(query).unique().all()


def plans_to_freeze(db: Session, registrar_id: int) -> Sequence[Plan]:
    """Plans of a registrar that nothing was frozen for, oldest first."""
    query = select(Plan).outerjoin(Frozen).where(Frozen.id.is_(None), Plan.registrar_id == registrar_id)
    return db.scalars(query.order_by(Plan.id)).unique().all()


def inspectors(db: Session, registrar_id: int) -> Sequence[Inspector]:
    """The inspectors of a registrar as they stand, by code; those with capacity 0 are not sent."""
    latest = select(func.max(Inspector.id)).where(Inspector.registrar_id == registrar_id)
    query = select(Inspector).where(Inspector.id.in_(latest.group_by(Inspector.code)))
    return db.scalars(query.order_by(Inspector.code)).all()


def recusals(db: Session, registrar_id: int) -> Sequence[Recusal]:
    """Recusals of a registrar's inspectors that stand."""
    latest = select(func.max(Recusal.id)).where(Recusal.registrar_id == registrar_id)
    query = select(Recusal).where(Recusal.id.in_(latest.group_by(Recusal.inspector, Recusal.code)))
    return db.scalars(query.where(Recusal.stands).order_by(Recusal.code, Recusal.inspector)).all()


def register(db: Session, registrar_id: int) -> Sequence[Any]:
    """Code, name, kind, district, registration, dissolution and address of a registrar's organizations."""
    columns = (
        Organization.code,
        Organization.name,
        Organization.kind,
        Organization.district,
        Organization.registered_on,
        Organization.dissolved_on,
        Organization.address,
    )
    return db.execute(select(*columns).where(Organization.registrar_id == registrar_id)).all()


def drawn_since(db: Session, registrar_id: int, day: date) -> set[str]:
    """Codes that a registrar's draws have drawn since a day."""
    query = select(Selected.code).join(Plan, Plan.id == Selected.plan_id)
    query = query.join(Result, Result.plan_id == Plan.id)
    return set(db.scalars(query.where(Plan.registrar_id == registrar_id, Result.on >= day)))


def left_out(db: Session, plan_id: int) -> set[str]:
    """Codes that upheld objections take out of a plan's population."""
    query = select(Objection.code).join(Answer).join(Frozen, Frozen.id == Objection.frozen_id)
    found = db.scalars(query.where(Frozen.plan_id == plan_id, Answer.upheld, Answer.leave_out))
    return {code for code in found if code}


def used(db: Session, sources: Sequence[str]) -> Sequence[str]:
    """Those of some sources that a draw has used."""
    return db.scalars(select(Source.text).where(Source.text.in_(sources))).all()


def claim(db: Session, plan_id: int, sources: Sequence[str]) -> bool:
    """Take sources for a draw; False if another draw, at this very moment perhaps, has one of them."""
    try:
        with db.begin_nested():
            db.add_all(Source(text=text, plan_id=plan_id) for text in sources)
    except IntegrityError:
        return False
    return True


def places(db: Session, plan_id: int, most: int | None = None, start: int = 0) -> Sequence[Selected]:
    """Who was drawn, replacements included, by stratum and place, with the organizations."""
    query = select(Selected).where(Selected.plan_id == plan_id).options(joinedload(Selected.organization))
    page = query.order_by(Selected.stratum, Selected.place).limit(most).offset(start)
    return db.scalars(page).all()


def count_places(db: Session, plan_id: int) -> int:
    """How many were drawn, replacements included."""
    query = select(func.count()).select_from(Selected).where(Selected.plan_id == plan_id)
    return db.scalar(query) or 0


def visits(db: Session, plan_id: int, codes: Sequence[str] | None = None) -> Sequence[Visit]:
    """Which inspectors go where (to some organizations)."""
    query = select(Visit).where(Visit.plan_id == plan_id).order_by(Visit.code, Visit.place)
    return db.scalars(query if codes is None else query.where(Visit.code.in_(codes))).all()


PLANS, DRAWN, RESULTS = Plan.__table__.c, Selected.__table__.c, Result.__table__.c
DRAWN_IN = (
    select(PLANS.number, PLANS.name, RESULTS.on)
    .join_from(Selected.__table__, Plan.__table__, PLANS.id == DRAWN.plan_id)
    .join(Result.__table__, RESULTS.plan_id == PLANS.id)
    .where(DRAWN.code == bindparam("code"))
    .order_by(PLANS.id.desc())
)


def drawn_of(db: Session, code: str) -> Sequence[Any]:
    """The draws in which an organization was drawn, latest first: number, name, and the day of the result."""
    return db.execute(DRAWN_IN, {"code": code}).all()


def open_to_objections(db: Session, registrar_id: int, day: date) -> Sequence[Plan]:
    """The plans of a registrar whose lists are frozen and open to objections on a day, oldest first."""
    held = select(Frozen.plan_id).where(Frozen.until >= day, Frozen.on <= day)
    query = select(Plan).where(Plan.registrar_id == registrar_id, Plan.id.in_(held))
    plans = db.scalars(query.where(~Plan.result.has()).order_by(Plan.id)).unique()
    return [plan for plan in plans if plan.snapshots[-1].until >= day]


def visits_of(db: Session, account_id: int) -> Sequence[tuple[Visit, Plan]]:
    """Where an account that is an inspector is sent, latest plan first; replaced organizations left out."""
    codes = select(Inspector.code).where(Inspector.account_id == account_id)
    registrar = select(Inspector.registrar_id).where(Inspector.account_id == account_id)
    gone = select(Replaced.instead_of).where(Replaced.plan_id == Visit.plan_id)
    query = select(Visit, Plan).join(Plan, Plan.id == Visit.plan_id)
    query = query.where(Visit.inspector.in_(codes), Plan.registrar_id.in_(registrar), Visit.code.not_in(gone))
    query = query.options(joinedload(Visit.organization))
    rows = db.execute(query.order_by(Plan.id.desc(), Visit.code)).unique()
    return [(row[0], row[1]) for row in rows]


def people_of(db: Session, registrar_id: int, roles: Sequence[Role]) -> Sequence[Account]:
    """The living accounts of a registrar with some roles."""
    query = select(Account).where(Account.registrar_id == registrar_id, Account.role.in_(roles))
    return db.scalars(query.where(Account.disabled_at.is_(None)).order_by(Account.id)).all()

"""Inspectors: who may be sent, how often, and whom each may not inspect."""

import re

from audits.config import now
from audits.draw import officers_only, reasons
from audits.refusal import Conflict, NotFound, Unfit
from compliance.draw import Inspectors
from models.account import Account, Role
from models.db import Session
from models.draw.asked import inspectors, recusals
from models.draw.people import Inspector, Recusal
from models.organization import find

MOST_VISITS = 1000
CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,19}")


def crew(db: Session, registrar_id: int, each: int) -> Inspectors:
    """The inspectors as they stand: only those who can make visits."""
    capacity = {one.code: one.capacity for one in inspectors(db, registrar_id) if one.capacity}
    pairs = {(one.code, one.inspector) for one in recusals(db, registrar_id) if one.inspector in capacity}
    return Inspectors(capacity, frozenset(pairs), each)


def _fit(code: str, name: str, capacity: int, account: Account | None, registrar_id: int) -> None:
    if not CODE.fullmatch(code):
        raise Unfit("检查人员代码应为大写字母、数字。", "An inspector's code is capital letters and digits.")
    if not name.strip() or not 0 <= capacity <= MOST_VISITS:
        raise Unfit(
            f"请填写姓名和0至{MOST_VISITS}之间的户数。",
            f"Give a name and between 0 and {MOST_VISITS} visits.",
        )
    if account is not None and (account.role is not Role.INSPECTOR or account.registrar_id != registrar_id):
        raise Unfit("该账号不是本机关的检查员账号。", "That account is not an inspector's of this office.")


def send(
    db: Session,
    by: Account | None,
    registrar_id: int,
    code: str,
    name: str,
    capacity: int,
    account: Account | None,
) -> Inspector:
    """Enter an inspector, or the visits he can make from now on (0: none). Unfit for a code that is none."""
    officers_only(by)
    _fit(code, name, capacity, account, registrar_id)
    whose = account.id if account else None
    if whose and any(one.account_id == whose and one.code != code for one in inspectors(db, registrar_id)):
        raise Conflict("该账号已有检查人员代码。", "That account has an inspector's code already.")
    row = Inspector(
        registrar_id=registrar_id, code=code, account_id=whose, name=name.strip(), capacity=capacity
    )
    row.at, row.by = now(), by.id if by else None
    db.add(row)
    db.flush()
    return row


def recuse(
    db: Session,
    by: Account | None,
    registrar_id: int,
    inspector: str,
    code: str,
    why: str,
    stands: bool = True,
) -> Recusal:
    """Enter that an inspector may not inspect an organization, or that he may again."""
    officers_only(by)
    if inspector not in {one.code for one in inspectors(db, registrar_id)}:
        raise NotFound("没有这名检查人员。", "There is no such inspector.")
    organization = find(db, code.strip().upper())
    if organization is None:
        raise NotFound("没有该代码的组织。", "There is no organization of this code.")
    row = Recusal(registrar_id=registrar_id, inspector=inspector, code=organization.code, stands=stands)
    row.reason, row.at, row.by = reasons(why), now(), by.id if by else None
    db.add(row)
    db.flush()
    return row

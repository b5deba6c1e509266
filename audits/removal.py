"""The way off a list: an organization asks for it once nothing is missing."""

from datetime import date

from audits.listing import open_case_of, removal_facts
from audits.refusal import Conflict, NotFound
from compliance.case import Matter
from compliance.facts import REGISTER_NAMES, Register, Said
from compliance.listing import Record, record
from compliance.removal import Removal, removals
from models.account import Account
from models.case import Case, open_case
from models.db import Session
from models.organization import Organization, lock
from models.record import dossier


def removal_from(facts: Record, register: Register) -> Removal | None:
    """What removal from a list asks for; None if the organization is not on it."""
    return next((one for one in removals(facts) if one.list is register), None)


def still_needed(removal: Removal | None) -> Said:
    """Why a removal is not possible yet, in words."""
    if removal is None:
        return Said("该社会组织不在该名录内。", "The organization is not on this list.")
    zh = "；".join(missing.said.zh for missing in removal.missing)
    en = "; ".join(missing.said.en for missing in removal.missing)
    since = removal.earliest.isoformat() if removal.earliest else ""
    if zh:
        return Said(f"尚不具备移出条件，还须：{zh}。", f"Not possible yet. Still to be done: {en}.")
    return Said(f"尚未到可以移出的日期（{since}）。", f"Not possible before {since}.")


def apply_for_removal(
    db: Session, day: date, by: Account, organization: Organization, register: Register
) -> Case:
    """Ask to be taken off a list. Conflict says what is missing; asked twice, it is the same case."""
    if by.code != organization.code:
        raise NotFound("未找到", "Not found")
    lock(db, organization.code)
    known = open_case(db, organization.code, Matter.REMOVAL, register)
    if known is not None:
        return known
    facts = record(dossier(db, organization.code), day)
    removal = removal_from(facts, register)
    if removal is None or not removal.possible(day):
        said = still_needed(removal)
        raise Conflict(
            f"{REGISTER_NAMES[register].zh}：{said.zh}", f"{REGISTER_NAMES[register].en}: {said.en}"
        )
    details = removal_facts(register, facts.lists[register], day)
    return open_case_of(db, day, by, organization, Matter.REMOVAL, "", details)

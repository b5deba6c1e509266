"""Opening a case by hand: an officer of the organization's registrar, with facts, evidence and the article."""

from collections.abc import Mapping
from datetime import date

from audits.listing import open_case_of
from audits.objection import OFFICERS
from audits.refusal import Conflict, NotFound, Refused, Unfit
from compliance.case import MATTER_NAMES, Matter
from compliance.case.asks import Ask, Unsaid
from compliance.case.filing import BY_HAND, fields, filed
from models.account import Account
from models.case import Case, open_case
from models.db import Session
from models.organization import Organization, lock
from models.registrar import within


def asked(organization: Organization, matter: Matter, day: date) -> tuple[Ask, ...]:
    """What is asked when such a case is opened against an organization."""
    charity = organization.charity_since is not None and organization.charity_since <= day
    return fields(matter, organization.kind, charity, day)


def file_case(
    db: Session, day: date, by: Account, organization: Organization, matter: Matter, said: Mapping[str, str]
) -> Case:
    """Open a case. Conflict if one about the same act is open already, Unfit if something is not said."""
    if by.registrar_id is None or organization.registrar_id not in within(db, by.registrar_id):
        raise NotFound("未找到", "Not found")
    if by.role not in OFFICERS or matter not in BY_HAND:
        raise Refused("只有登记管理机关经办人员可以立案。", "Only the registrar's officers open cases.")
    lock(db, organization.code)
    try:
        facts = filed(matter, asked(organization, matter, day), said, day)
    except Unsaid as error:
        raise Unfit(error.said.zh, error.said.en) from error
    known = open_case(db, organization.code, matter, "", str(facts.get("ground", "")))
    if known is not None:
        name = MATTER_NAMES[matter]
        raise Conflict(
            f"同一情形的“{name.zh}”案件尚未结案：{known.number}。",
            f"A case of {name.en.lower()} about the same act is open: {known.number}.",
        )
    return open_case_of(db, day, by, organization, matter, str(facts.get("ground", "")), facts)

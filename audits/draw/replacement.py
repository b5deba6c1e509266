"""One that was drawn is found dissolved: the next ticket of the same order comes instead, nobody is renumbered."""

from datetime import date

from audits.config import now
from audits.draw import misplaced, officers_only, reasons
from audits.draw.entered import enter
from audits.draw.result import content, lists_of
from audits.refusal import Conflict, NotFound, Unfit
from compliance.draw import Assigned, Drawn, Replacement, replace
from compliance.draw.files import rows_of
from models import bulk
from models.account import Account
from models.db import Session
from models.draw.outcome import Replaced, Result, Selected, Visit
from models.draw.plan import Frozen, Plan
from models.organization import find


def drawn_of(db: Session, result: Result) -> tuple[list[Drawn], list[Assigned]]:
    """The tables of a result, as they were kept."""
    drawn = rows_of("drawn.csv", content(db, result.drawn))
    assigned = rows_of("assigned.csv", content(db, result.assigned))
    return (
        [Drawn(stratum, int(place), code, ticket) for stratum, place, code, ticket in drawn],
        [Assigned(code, who, int(place)) for code, who, place in assigned],
    )


def replacements(plan: Plan) -> list[Replacement]:
    """The replacements so far, in the order they were made."""
    return [
        Replacement(
            one.instead_of, Drawn(one.stratum, one.place, one.code, one.ticket), tuple(one.inspectors)
        )
        for one in plan.replacements
    ]


def replace_dissolved(db: Session, day: date, by: Account, plan: Plan, code: str, why: str) -> Replaced:
    """Draw the next instead of one that is dissolved. Unfit for one that is not, Conflict where none is left."""
    officers_only(by)
    result = plan.result
    if result is None:
        raise misplaced(db, plan, day)
    before = replacements(plan)
    drawn, assigned = drawn_of(db, result)
    _must_be_gone(db, code, day, {one.code for one in (*drawn, *(one.drawn for one in before))})
    if any(one.instead_of == code for one in before):
        raise Conflict("该组织已经替补。", "This organization has been replaced.")
    of = db.get_one(Frozen, result.frozen_id)
    lists = lists_of(db, plan, of)
    heir = replace(result.seed, lists.population, lists.inspectors, (drawn, assigned, before), code)
    if heir is None:
        raise Conflict("该层没有可以递补的组织。", "There is no further organization in this stratum.")
    row = _kept(db, day, by, plan, heir, reasons(why))
    enter(db, "replacement", plan, {"id": plan.number, "instead_of": code, "code": row.code})
    return row


def _must_be_gone(db: Session, code: str, day: date, drawn: set[str]) -> None:
    organization = find(db, code)
    if organization is None or code not in drawn:
        raise NotFound("该组织不在抽中之列。", "This organization was not drawn.")
    if organization.dissolved_on is None or organization.dissolved_on > day:
        raise Unfit(
            "登记簿中该组织尚未注销，不能替补。", "The register does not have this organization as dissolved."
        )


def _kept(db: Session, day: date, by: Account, plan: Plan, heir: Replacement, why: str) -> Replaced:
    one = heir.drawn
    row = Replaced(
        instead_of=heir.instead_of,
        reason=why,
        **vars(one),
        inspectors=list(heir.inspectors),
        on=day,
        at=now(),
        by=by.id,
    )
    plan.replacements.append(row)
    db.add(Selected(plan_id=plan.id, **vars(one)))
    db.flush()
    sent = enumerate(heir.inspectors, 1)
    rows = [{"plan_id": plan.id, "code": one.code, "inspector": who, "place": n} for n, who in sent]
    bulk.add_all(db, Visit, rows)
    return row

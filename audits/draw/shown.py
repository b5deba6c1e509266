"""A draw as everyone may see it, from plan to result: inspectors by their codes, organizations by theirs."""

from datetime import date
from typing import Any

from audits.draw import export, frozen, stage, standing_until
from audits.draw.plan import told
from audits.refusal import Conflict, NotFound
from compliance.draw import how_many
from compliance.draw.files import share
from models.db import Session
from models.draw.asked import places, plan_of, visits
from models.draw.outcome import Selected
from models.draw.plan import Frozen, Plan


def public_plan(db: Session, number: str) -> Plan:
    """A plan by its number: every plan is public. NotFound if there is none."""
    plan = plan_of(db, number)
    if plan is None:
        raise NotFound(f"没有编号为{number}的抽取方案。", f"There is no draw {number}.")
    return plan


def earliest(db: Session, plan: Plan) -> str | None:
    """The day after which the sources may be typed; None where the holidays of that year are not known."""
    try:
        return standing_until(db, plan).isoformat()
    except Conflict:
        return None


def strata(plan: Plan) -> list[dict[str, Any]]:
    """Strata of the lists that hold: size, ratio, how many are drawn."""
    of = frozen(plan)
    return [
        {
            "stratum": name,
            "size": size,
            "ratio": plan.ratio[name],
            "drawn": how_many(share(plan.ratio[name]), size),
        }
        for name, size in (of.counts.items() if of else ())
    ]


def lists_json(of: Frozen) -> dict[str, Any]:
    """Frozen lists with objections and answers; who objected is not said."""
    return {
        "version": of.version,
        "frozen_at": of.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "objections_until": of.until.isoformat(),
        "hashes": of.hashes,
        "objections": [
            {
                "on": one.on.isoformat(),
                "upheld": one.answer.upheld if one.answer else None,
                "reasons": one.answer.reasons if one.answer else None,
            }
            for one in of.objections
        ],
    }


def place_json(one: Selected) -> dict[str, Any]:
    """One that was drawn."""
    known = {name: getattr(one, name) for name in ("stratum", "place", "code", "ticket")}
    return {**known, "name": one.organization.name}


def result_json(db: Session, plan: Plan) -> dict[str, Any]:
    """Sources, seed, who was drawn and which inspectors go; empty before the draw."""
    result = plan.result
    if result is None:
        return {"drawn_on": None, "sources": [], "seed": None, "short": {}, "drawn": [], "replacements": []}
    sent: dict[str, list[str]] = {}
    for visit in visits(db, plan.id):
        sent.setdefault(visit.code, []).append(visit.inspector)
    return {
        "drawn_on": result.on.isoformat(),
        "sources": result.sources,
        "seed": result.seed,
        "short": result.short,
        "drawn": [{**place_json(one), "inspectors": sent.get(one.code, [])} for one in places(db, plan.id)],
        "replacements": [
            {"instead_of": one.instead_of, "code": one.code, "on": one.on.isoformat(), "reason": one.reason}
            for one in plan.replacements
        ],
    }


def as_json(db: Session, plan: Plan, day: date) -> dict[str, Any]:
    """The whole draw as one document."""
    return {**course(db, plan, day), **result_json(db, plan)}


def course(db: Session, plan: Plan, day: date) -> dict[str, Any]:
    """A draw without who was drawn."""
    of = frozen(plan)
    return {
        **told(plan),
        "stage": str(stage(db, plan, day)),
        "earliest_after": earliest(db, plan),
        "algorithm": "yangguang-draw-1",
        "hashes": of.hashes if of else {},
        "strata": strata(plan),
        "snapshots": [lists_json(one) for one in plan.snapshots],
        "files": [f"/draws/{plan.number}/files/{name}" for name in export.names(plan)],
    }

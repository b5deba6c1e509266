"""The folder of a draw (contract 5): what anyone needs to do it again."""

from pathlib import Path

from audits.draw import frozen, verify
from audits.draw.replacement import replacements
from audits.draw.result import content
from audits.refusal import Conflict
from compliance.draw.files import HEADS, Said, replacements_table
from models.db import Session
from models.draw.plan import Frozen, Plan

EVERY = {"draw.json", "verify.py", *HEADS}
"""Every name that a file of a draw can have."""


def said(plan: Plan, of: Frozen) -> Said:
    """draw.json of a plan with the lists that hold."""
    result = plan.result
    return Said(
        id=plan.number,
        frozen_at=of.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        seed_announced=plan.seed_announced,
        hashes=of.hashes,
        ratio=plan.ratio,
        inspectors_each=plan.inspectors_each,
        sources=result.sources if result else (),
        seed=result.seed if result else "",
        short=result.short if result else {},
    )


def lists_shown(plan: Plan) -> Frozen:
    """The lists that hold. Conflict where nothing is frozen yet."""
    of = frozen(plan)
    if of is None:
        raise Conflict(
            f"方案{plan.number}尚未冻结名单。", f"The lists of draw {plan.number} are not frozen yet."
        )
    return of


def names(plan: Plan) -> list[str]:
    """The files of a plan: none before its lists are frozen."""
    of, result = frozen(plan), plan.result
    if of is None:
        return []
    later = ["drawn.csv", "assigned.csv"] if result else []
    more = ["replacements.csv"] if plan.replacements else []
    return ["draw.json", *of.hashes, *later, *more, "verify.py"]


def file(db: Session, plan: Plan, name: str) -> bytes:
    """One file of a plan. KeyError for a name that is none of its files."""
    of, result = lists_shown(plan), plan.result
    if name not in names(plan):
        raise KeyError(name)
    if name in of.hashes:
        return content(db, of.hashes[name])
    if name == "draw.json":
        return said(plan, of).content()
    if name == "verify.py":
        return Path(verify.__file__).read_bytes()
    if name == "replacements.csv":
        return replacements_table(replacements(plan))
    if result is None:
        raise KeyError(name)
    return content(db, result.drawn if name == "drawn.csv" else result.assigned)


def files(db: Session, plan: Plan) -> dict[str, bytes]:
    """Every file of a plan."""
    lists_shown(plan)
    return {name: file(db, plan, name) for name in names(plan)}

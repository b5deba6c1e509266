"""Draws of the simulated office: inspectors, last year's finished draw to look at, and a plan ready to freeze."""

from datetime import date, timedelta

from audits.draw import first_after, standing_until
from audits.draw.desk import officers, usual
from audits.draw.freeze import freeze
from audits.draw.people import recuse, send
from audits.draw.plan import Wanted, make
from audits.draw.result import type_sources
from audits.refusal import Conflict
from audits.simulate.office import noon
from compliance.draw import how_many
from compliance.draw.files import share
from compliance.draw.finding import Outcome, Word
from models.account import Account, Role
from models.db import Session
from models.draw.asked import people_of, register, visits
from models.draw.finding import Finding
from models.draw.plan import Plan
from models.registrar import highest

INSPECTORS = ("高远", "田野", "苏晴", "贺明", "温岚", "程朗", "江月", "云帆")
RELATED = "近亲属在该组织任职"
WEEKS = 42
"""So many days after the draw its visits were made."""
OPEN = 2
"""So many findings wait for whoever went along."""
FOUND = (
    *((Outcome.CLEAR, ""),) * 5,
    (Outcome.FOUND, "理事会记录不全，未按章程规定召开会议。"),
    *((Outcome.CLEAR, ""),) * 4,
    (Outcome.NO_ANSWER, "登记住所无人办公，电话未接通。"),
    (Outcome.FOUND, "财务支出审批手续不完备。"),
)
SPARE = 6
"""So many visits an inspector can make beyond his share."""


def draws(db: Session, day: date) -> None:
    """Make both draws; Conflict where the office is not there yet."""
    city = highest(db)
    if city is None:
        raise Conflict("没有登记管理机关。", "There is no registrar.")
    begun = date(day.year - 1, 4, 7)
    plan = make(db, begun, None, city, _last_year(begun))
    _crew(db, city.id, plan.ratio)
    lists = freeze(db, begun + timedelta(days=1), None, plan)
    first, second = officers(db, city.id)[:2]
    drawn_on = first_after(standing_until(db, plan))
    result = None
    for one in (first, second):
        result = type_sources(db, drawn_on, one, plan, _results(begun))
    if result is None:
        raise Conflict("两人录入的随机源不一致。", "The two officers typed different sources.")
    plan.at, lists.at, result.at = (noon(one) for one in (begun, lists.on, drawn_on))
    for typed in plan.typed:
        typed.at = noon(drawn_on)
    _visited(db, plan, drawn_on + timedelta(WEEKS), first)
    make(db, day, first, city, usual(day))


def _visited(db: Session, plan: Plan, on: date, officer: Account) -> None:
    """What last year's visits found: every place of the list says what, the last ones are still to be confirmed."""
    went: dict[str, list[str]] = {}
    for one in visits(db, plan.id):
        went.setdefault(one.code, []).append(one.inspector)
    for place, (code, both) in enumerate(sorted(went.items())):
        outcome, says = FOUND[place % len(FOUND)]
        areas = ["3"] if outcome is Outcome.FOUND else []
        told = {
            "plan_id": plan.id,
            "code": code,
            "outcome": outcome,
            "on": on,
            "at": noon(on),
            "by": officer.id,
        }
        db.add(Finding(**told, inspector=both[0], word=Word.ENTERED, areas=areas, says=says))
        db.flush()
        if place < len(went) - OPEN and len(both) > 1:
            db.add(Finding(**told, inspector=both[1], word=Word.CONFIRMED, areas=[], says=""))
            db.flush()


def _last_year(begun: date) -> Wanted:
    text = usual(begun)
    labels = [one.split(" ")[0] + " " + one.split(" ")[1] for one in _results(begun)]
    return Wanted(text.name, text.seed_announced, begun, sources=labels)


def _results(begun: date) -> list[str]:
    issue = f"{begun.year}047"
    return [f"SSQ {issue} 02 08 13 19 24 30 + 11", f"DLT {issue[2:]} 04 11 18 27 33 + 05 09"]


def _crew(db: Session, city: int, ratio: dict[str, str]) -> None:
    """Inspectors who can make all visits of the usual draw and some more, one of them with the account."""
    rows = register(db, city)
    visits = 2 * how_many(share(ratio["foundation.C"]), len(rows))
    each = -(-visits // len(INSPECTORS)) + SPARE
    accounts = people_of(db, city, (Role.INSPECTOR,))
    for number, name in enumerate(INSPECTORS, 1):
        account = accounts[0] if number == 1 and accounts else None
        send(db, None, city, f"J{number:03d}", name, each, account)
    for number, row in enumerate(sorted(rows)[: 3 * len(INSPECTORS)]):
        recuse(db, None, city, f"J{1 + number % len(INSPECTORS):03d}", row.code, RELATED)

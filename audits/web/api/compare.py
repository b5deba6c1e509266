"""Up to four organizations side by side as JSON."""

from typing import Any

from flask.typing import ResponseReturnValue

from audits.config import today
from audits.refusal import NotFound, Unfit
from audits.web.access import public
from audits.web.api.pages import pages
from audits.web.api.register import day_text, row_json, share, status_json
from audits.web.public.compare import codes_asked
from audits.web.public.compared import MOST, Chosen, Column, choose, compared
from audits.web.session import database
from compliance.facts import yuan
from compliance.law.transparency_items import Aspect
from compliance.opened import Opened


@pages.get("/compare")
@public
def compare() -> ResponseReturnValue:
    """The same as /compare. Unfit for more than four or a code twice; NotFound for an unknown one."""
    with database().read() as db:
        chosen = choose(db, codes_asked())
        _fit(chosen)
        edition, columns = compared(db, chosen.found, today())
    told = {"id": edition.id, "year": edition.year, "day": day_text(edition.day)} if edition else None
    classes = {column.place.class_ for column in columns if column.place}
    return {
        "edition": told,
        "same_class": len(classes) == 1 and all(column.place for column in columns),
        "organizations": [column_json(column) for column in columns],
    }


def _fit(chosen: Chosen) -> None:
    if chosen.unknown:
        code = chosen.unknown[0]
        raise NotFound(f"没有代码为 {code} 的组织。", f"There is no organization of the code {code}.")
    if chosen.repeated:
        code = chosen.repeated[0].code
        raise Unfit(f"代码 {code} 重复。", f"The code {code} is named twice.")
    if chosen.beyond:
        raise Unfit(f"最多对比{MOST}家：code=…&code=…", f"Name {MOST} codes at most: code=…&code=…")


def column_json(column: Column) -> dict[str, Any]:
    """One organization."""
    held = column.place
    return {
        **row_json(column.organization),
        "class": held.class_ if held else None,
        **{name: getattr(held, name) if held else None for name in ("rank", "best", "worst", "before")},
        "score": share(held.score) if held else None,
        "parts": {one.value: share(held.parts.get(one.value)) if held else None for one in Aspect},
        "items": [item_json(one) for one in column.items.values()],
        "money": [
            {"year": one.year, "income": _yuan(one.income), "expense": _yuan(one.expense)}
            for one in column.money.values()
        ],
        "reports": [status_json(one) for one in column.punctual],
    }


def _yuan(amount: int | None) -> str | None:
    return None if amount is None else yuan(amount)


def item_json(one: Opened) -> dict[str, Any]:
    """How an item stands: `won` of its `marks`, null where it is not known or does not bind."""
    won = None if one.value is None else share(one.value * one.item.marks)
    return {"item": one.name, "state": one.state.value, "marks": one.item.marks, "won": won}

"""Up to four organizations side by side, added by name or code and taken away by links."""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.web import asked
from audits.web.access import public
from audits.web.language import gettext as _
from audits.web.public.compared import MOST, YEARS, Chosen, Column, choose, compared
from audits.web.public.pages import pages
from audits.web.public.place import TONES
from audits.web.session import database
from compliance.law.transparency_items import ASPECT_NAMES, ITEMS
from compliance.opened import Opened, State
from models.db import Session
from models.record import identified
from models.search import find_codes

FEW = 10
LONGEST, MOST_ASKED = 40, 20


@pages.get("/compare")
@public
def compare() -> ResponseReturnValue:
    """Kind, class, place, score, parts, items, money and punctuality of up to four organizations."""
    day, added = today(), asked.text("add")
    with database().read() as db:
        chosen = choose(db, codes_asked())
        hits = sought(db, added, chosen.codes)
        if len(hits) == 1 and len(chosen.codes) < MOST:
            return redirect(address([*chosen.codes, hits[0].code]), 303)
        edition, columns = compared(db, chosen.found, day)
    return render_template(
        "public/compare.html",
        edition=edition,
        columns=columns,
        notes=list(_notes(chosen, added, hits)),
        hits=[(row, address([*chosen.codes, row.code])) for row in hits if len(chosen.codes) < MOST],
        without=[address([code for code in chosen.codes if code != one]) for one in chosen.codes],
        room=MOST - len(chosen.codes),
        added=added,
        aspects=ASPECT_NAMES,
        items=items_shown(columns),
        years=years_shown(columns),
        punctual=range(day.year - YEARS, day.year),
        data=f"/api/v1{address(chosen.codes)}",
    )


def codes_asked() -> list[str]:
    """The codes in the address, as codes are written."""
    given = (code.strip().upper()[:LONGEST] for code in request.args.getlist("code"))
    return [code for code in given if code and "\0" not in code][:MOST_ASKED]


def address(codes: Sequence[str]) -> str:
    """The address that compares some organizations."""
    return f"/compare?{urlencode({'code': codes}, doseq=True)}" if codes else "/compare"


def sought(db: Session, words: str, already: Sequence[str]) -> list[Any]:
    """Organizations of a name or a code that are not compared already, the one of exactly this name alone."""
    codes = [code for code in find_codes(db, words, FEW + MOST) if code not in already] if words else []
    found = {row.code: row for row, _dossier in identified(db, codes)}
    rows = [found[code] for code in codes if code in found]
    exact = [row for row in rows if words in (row.name, row.code)]
    return exact if len(exact) == 1 else rows[:FEW]


def _notes(chosen: Chosen, added: str, hits: Sequence[Any]) -> Iterator[str]:
    for row in chosen.repeated:
        yield _("%(name)s is named twice; it is shown once.", name=row.name)
    for code in chosen.unknown:
        yield _("There is no organization of the code %(code)s.", code=code)
    for row in chosen.beyond:
        yield _("At most four are compared: %(name)s is left out.", name=row.name)
    if added and len(chosen.codes) == MOST:
        yield _("Four are compared already: take one away first.")
    elif added and not hits:
        yield _("No further organization is found under “%(words)s”.", words=added)


def items_shown(columns: Sequence[Column]) -> list[tuple[Any, list[dict[str, Any] | None]]]:
    """Every item that binds one of them, with a cell for each: None where nothing is known of its items."""
    rows = []
    for name, dated in ITEMS.items():
        cells = [column.items.get(name) for column in columns]
        if any(one and one.state is not State.UNBOUND for one in cells):
            rows.append((dated.label, [_cell(one) for one in cells]))
    return rows


def _cell(one: Opened | None) -> dict[str, Any] | None:
    if one is None:
        return None
    won = None if one.value is None else f"{one.value * one.item.marks / 1000:.1f}"
    return {"state": one.state.value, "tone": TONES[one.state], "won": won, "marks": one.item.marks}


def years_shown(columns: Sequence[Column]) -> list[int]:
    """The last years of which any of them published its statements, latest first."""
    return sorted({year for column in columns for year in column.money}, reverse=True)[:YEARS]

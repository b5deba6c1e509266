"""An organization's place in an edition, opened: each item with what it rests on and what would raise it."""

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import polars as pl
from flask import abort, g, render_template
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.web.access import public
from audits.web.public.badge import badge_of
from audits.web.public.evidence import link, sentence
from audits.web.public.pages import pages
from audits.web.public.ranking import class_name, published, shape_of
from audits.web.session import database
from compliance.law.transparency_items import ASPECT_NAMES, BINDS_NAMES, ITEMS, MARKS_VARY
from compliance.opened import Opened, State, known_items, opened
from models.db import Session
from models.ranked import place, rank_at
from models.ranking import places_of
from models.ranking_inputs import kept_block

TONES = {State.FULL: "good", State.PART: "warn", State.NOTHING: "bad", State.UNKNOWN: "", State.UNBOUND: ""}


@pages.get("/ranking/<int:edition>/<code>", endpoint="place")
@public
def show(edition: int, code: str) -> ResponseReturnValue:
    """One organization's score in a published edition, item by item."""
    with database().read() as db:
        current, _every = published(db, edition)
        row = place(db, edition, code) or abort(404)
        told = place_opened(db, current, row)
        past = places_of(db, code)
        badge = badge_of(db, code, today()) if past[0].id == edition else None
    return render_template("public/place.html", edition=current, past=past, badge=badge, **told)


def place_opened(db: Session, edition: Any, row: Any) -> dict[str, Any]:
    """What a page shows of a place in an edition, or in a preview of one: parts, items, what would raise it."""
    inputs, won = rests_on(db, edition.id, row.code)
    lines = list(_lines(db, edition, row, opened(inputs, won, edition.day), inputs))
    limit = MARKS_VARY.on(edition.day)
    steps = shape_of(db, edition.id).steps
    return {
        "place": row,
        "class_name": class_name(row.class_),
        "ranked": sum(many for (class_, _step), many in steps.items() if class_ == row.class_),
        "parts": [(name.on(g.language), row.parts.get(key.value)) for key, name in ASPECT_NAMES.items()],
        "lines": [one for one in lines if one["state"] is not State.UNBOUND],
        "unbound": [one for one in lines if one["state"] is State.UNBOUND],
        "raising": raising(lines),
        "limit": limit.value if limit else None,
    }


def rests_on(db: Session, edition: int, code: str) -> tuple[Mapping[str, Any], Mapping[str, int]]:
    """The public inputs of an organization's place, and its known items in thousandths. The edition holds it."""
    block = kept_block(db, edition, code)
    assert block is not None
    inputs, place = (
        pl.read_parquet(io.BytesIO(content)).row(by_predicate=pl.col("code") == code, named=True)
        for content in block
    )
    return inputs, known_items(place)


def _lines(
    db: Session, edition: Any, row: Any, found: Sequence[Opened], inputs: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    for one in found:
        raised = one.raised if row.score is not None else None
        yield {
            "name": one.name,
            "label": ITEMS[one.name].label,
            "part": ASPECT_NAMES[one.item.aspect],
            "binds": BINDS_NAMES[one.item.binds],
            "marks": one.item.marks,
            "state": one.state,
            "tone": TONES[one.state],
            "won": None if one.value is None else f"{one.value * one.item.marks / 1000:.1f}",
            "evidence": sentence(one.name, inputs),
            "link": link(one.name, inputs, edition.year),
            "needs": one.needs,
            "raised": raised,
            "rank": rank_at(db, edition.id, row.class_, raised) if raised is not None else None,
        }


def raising(lines: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lines that would raise the score, the most first."""
    return sorted(
        (one for one in lines if one["raised"] is not None), key=lambda one: one["raised"], reverse=True
    )

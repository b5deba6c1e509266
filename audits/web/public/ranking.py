"""The transparency ranking: the current edition, past ones, and the method."""

from collections.abc import Sequence
from typing import Any

from flask import abort, current_app, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from audits.config import today
from audits.web import asked
from audits.web.access import public
from audits.web.public.pages import pages
from audits.web.public.spread import columns
from audits.web.session import database
from compliance.facts import KIND_NAMES, Kind
from compliance.law.transparency_items import ASPECT_NAMES, ITEMS, Binds
from compliance.transparency import items
from models.browse import districts
from models.db import Session
from models.ranking import Asked, Edition, classes, count_places, editions, latest_edition, places, shared

FULL = 100_000
"""The best score, in thousandths of a point."""


def class_name(class_: str) -> str:
    """A class such as "foundation.large" in words."""
    kind, _dot, size = class_.partition(".")
    sizes = {
        "large": _("large"),
        "medium": _("medium-sized"),
        "small": _("small"),
        "unsized": _("income not known"),
    }
    name = KIND_NAMES[Kind(kind)].on(g.language) if kind in set(Kind) else kind
    return f"{name} · {sizes.get(size, size)}"


def wanted(size: int = 50) -> Asked:
    """What the address asks of an edition."""
    page, many = asked.paged(size)
    return Asked(
        kind=asked.kind(),
        class_=asked.text("class"),
        district=asked.text("district"),
        q=asked.text("q"),
        sort=asked.one_of("sort", ("score", "rank")) or "score",
        page=page,
        size=many,
    )


def points(score: int | None) -> str:
    """Thousandths of a point as points with one decimal; empty where there is no score."""
    return "" if score is None else f"{score / 1000:.1f}"


def part(place: Any, aspect: str) -> int | None:
    """One of the four parts of a score, in thousandths of a point."""
    value = (place.parts or {}).get(aspect)
    return value if isinstance(value, int) else None


def the_edition(db: Session, edition: int) -> Edition:
    """A published edition; 404 if there is none of this number."""
    found = db.get(Edition, edition)
    if found is None or found.published_at is None:
        abort(404)
    return found


@pages.get("/ranking")
@public
def ranking() -> ResponseReturnValue:
    """The current edition, or what there will be once one is published."""
    with database().read() as db:
        current = latest_edition(db)
        return _shown(db, current) if current else render_template("public/no_ranking.html")


@pages.get("/ranking/<int:edition>")
@public
def edition(edition: int) -> ResponseReturnValue:
    """One edition, as published."""
    with database().read() as db:
        return _shown(db, the_edition(db, edition))


def classes_of(db: Session, edition: Edition) -> Sequence[tuple[str, int]]:
    """The classes of an edition: a published edition never changes, so they are counted once a process."""
    known: dict[int, Sequence[tuple[str, int]]] = current_app.extensions.setdefault("classes", {})
    if edition.id not in known:
        known[edition.id] = classes(db, edition.id)
    return known[edition.id]


def _shown(db: Session, current: Edition) -> str:
    want = wanted()
    total, rows = count_places(db, current.id, want), places(db, current.id, want)
    return render_template(
        "public/ranking.html",
        edition=current,
        want=want,
        rows=rows,
        tied=shared(db, current.id, [place.rank for place, _who in rows if place.rank is not None]),
        columns=columns(db, current, want),
        total=total,
        classes=[(key, class_name(key), count) for key, count in classes_of(db, current)],
        class_name=class_name,
        aspects={key.value: name for key, name in ASPECT_NAMES.items()},
        part=part,
        points=points,
        editions=editions(db),
        kinds=KIND_NAMES,
        districts=districts(db),
        next=asked.next_page(want.page, want.size, total),
        previous=asked.address(want.page - 1) if want.page > 1 else None,
    )


@pages.get("/ranking/method")
@public
def method() -> ResponseReturnValue:
    """Items, marks and whom each binds."""
    whom = {
        Binds.ALL: _("everyone"),
        Binds.CHARITY: _("charities"),
        Binds.QUALIFIED: _("holders of the public-fundraising qualification"),
        Binds.UNQUALIFIED: _("charities without that qualification"),
        Binds.CHARITY_PRIOR: _("charities that reported on the year before"),
        Binds.PRIOR: _("whoever reported on the year before"),
        Binds.AUDITED: _("foundations and public fundraisers"),
        Binds.RELATED: _("charities with related-party dealings"),
    }
    rows = [(ITEMS[name], item) for name, item in items(today())]
    return render_template("public/method.html", rows=rows, aspects=ASPECT_NAMES, whom=whom)


@pages.get("/ranking/current")
@public
def current() -> ResponseReturnValue:
    """A permanent address of the current edition."""
    return redirect(url_for("public.ranking"), 302)

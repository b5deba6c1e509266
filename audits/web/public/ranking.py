"""The transparency ranking: the current edition, past ones, and the method."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from flask import abort, current_app, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup, escape

from audits.config import today
from audits.web import asked
from audits.web.access import public
from audits.web.language import gettext as _
from audits.web.public.pages import pages
from audits.web.public.spread import columns
from audits.web.published import VERSION
from audits.web.session import database
from compliance.band import settings
from compliance.facts import KIND_NAMES, Kind
from compliance.law.transparency_items import ASPECT_NAMES, BINDS_NAMES, ITEMS, MARKS_VARY
from compliance.transparency import items
from models.db import Session
from models.ranked import Asked, Shape, page, shape
from models.ranking import editions


def class_name(class_: str) -> str:
    """A class such as "foundation.large" in words."""
    return _class_name(class_, g.language)


@lru_cache(1000)
def _class_name(class_: str, language: str) -> str:
    kind, _dot, size = class_.partition(".")
    sizes = {
        "large": _("large"),
        "medium": _("medium-sized"),
        "small": _("small"),
        "unsized": _("income not known"),
    }
    name = KIND_NAMES[Kind(kind)].on(language) if kind in set(Kind) else kind
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


@pages.app_template_filter()
def points(score: int) -> str:
    """Thousandths of a point as points with one decimal."""
    return f"{score / 1000:.1f}"


def part(worth: int | None, label: str) -> Markup:
    """The cell of one of the four parts, given in thousandths of a point."""
    return _part(None if worth is None else worth // 100, label)


@lru_cache(10_000)
def _part(tenths: int | None, label: str) -> Markup:
    return Markup(render_template("public/part.html", tenths=tenths, label=label))


def shape_of(db: Session, edition: int) -> Shape:
    """The counts of an edition: a published edition never changes, so it is counted once a process."""
    known: dict[int, Shape] = current_app.extensions.setdefault("shapes", {})
    if edition not in known:
        known[edition] = shape(db, edition)
    return known[edition]


def published(db: Session, edition: int | None = None) -> tuple[Any, Sequence[Any]]:
    """A published edition, or the current one, and all there are. 404 where there is none of this number."""
    every = _editions(db)
    if edition is None:
        return (every[0] if every else None), every
    found = next((one for one in every if one.id == edition), None)
    return (found, every) if found else abort(404)


def _editions(db: Session) -> Sequence[Any]:
    """All published editions, asked for once as long as nothing public changes."""
    version = request.environ.get(VERSION)
    if version is None:
        return editions(db)
    kept: tuple[int, Sequence[Any]] | None = current_app.extensions.get("editions")
    if kept is None or kept[0] != version:
        kept = current_app.extensions["editions"] = version, editions(db)
    return kept[1]


@pages.get("/ranking")
@public
def ranking() -> ResponseReturnValue:
    """The current edition, or what there will be once one is published."""
    with database().read() as db:
        current, every = published(db)
        return _shown(db, current, every) if current else render_template("public/no_ranking.html")


@pages.get("/ranking/<int:edition>")
@public
def edition(edition: int) -> ResponseReturnValue:
    """One edition, as published."""
    with database().read() as db:
        return _shown(db, *published(db, edition))


def _shown(db: Session, current: Any, every: Sequence[Any]) -> str:
    want, of = wanted(), shape_of(db, current.id)
    rows, total = page(db, current.id, want, of)
    aspects = {key.value: name.on(g.language) for key, name in ASPECT_NAMES.items()}
    names = {key: escape(class_name(key)) for key in of.classes}
    return render_template(
        "public/ranking.html",
        edition=current,
        want=want,
        rows=[
            (*told, [part(parts.get(key), name) for key, name in aspects.items()]) for *told, parts in rows
        ],
        drawing=_kept_drawing()(current.id, want.kind, want.class_, g.language) if rows else "",
        total=total,
        classes=[(key, names[key], count) for key, count in of.classes.items()],
        class_names=names,
        aspects=aspects.values(),
        editions=every,
        kinds=KIND_NAMES,
        districts=of.districts,
        next=asked.next_page(want.page, want.size, total),
        previous=asked.address(want.page - 1) if want.page > 1 else None,
    )


def _kept_drawing() -> Callable[..., Markup]:
    kept: Callable[..., Markup] = current_app.extensions.setdefault("drawings", lru_cache(1000)(_drawing))
    return kept


def _drawing(edition: int, kind: str, class_: str, language: str) -> Markup:
    """How scores are spread, which never changes in a published edition."""
    of = current_app.extensions["shapes"][edition]
    whose = (
        class_name(class_) if class_ else KIND_NAMES[Kind(kind)].on(language) if kind else _("All classes")
    )
    spread = columns(of, Asked(kind=kind, class_=class_))
    return Markup(render_template("public/spread.html", columns=spread, whose=whose))


@pages.get("/ranking/method")
@public
def method() -> ResponseReturnValue:
    """Items, marks and whom each binds: of today, or of an edition."""
    number = asked.text("edition")
    on = today()
    if number.isdigit():
        with database().read() as db:
            on = published(db, int(number[:15]))[0].day
    rows = [(ITEMS[name], item) for name, item in items(on)]
    limit, every = MARKS_VARY.on(on), len(list(settings(on)))
    return render_template(
        "public/method.html",
        on=on,
        rows=rows,
        aspects=ASPECT_NAMES,
        whom=BINDS_NAMES,
        limit=limit.value if limit else 0,
        settings=every,
    )


@pages.get("/ranking/current")
@public
def current() -> ResponseReturnValue:
    """A permanent address of the current edition."""
    return redirect(url_for("public.ranking"), 302)

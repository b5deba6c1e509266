"""Feeds to follow: an organization, a list, the ranking, an edition. What may not be shown is not in them."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from flask import Response, abort, g
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.web.access import public
from audits.web.atom import Entry, answer, midnight
from audits.web.language import day as day_text
from audits.web.language import gettext as _
from audits.web.public.lists import on_list
from audits.web.public.organization import Known, conclusion, listing, look
from audits.web.public.pages import pages
from audits.web.public.ranking import class_name, points, published, shape_of
from audits.web.session import database
from audits.web.standing import happening
from compliance.display import Entry as Shown
from compliance.display import entries, public_events
from compliance.facts import REGISTER_NAMES, Register
from models.listed import decision_numbers
from models.ranked import Asked, page
from models.ranking import editions

MOST = 50
"""So many entries a feed holds, the latest; a reader looks often enough to miss none."""
BEST = 100
ENGLISH = ".en"


def spoken(name: str) -> str:
    """The name in an address without its language, which is the language of the answer from here on."""
    english = name.endswith(ENGLISH)
    g.language = "en" if english else "zh"
    return name.removesuffix(ENGLISH)


def latest(found: Iterator[Entry]) -> list[Entry]:
    """The latest entries, latest first; those of one moment in the order of their names."""
    return sorted(found, key=lambda one: (-one.at.timestamp(), one.name))[:MOST]


@pages.get("/feeds/organizations/<code>.atom")
@public
def organization_feed(code: str) -> ResponseReturnValue:
    """What happened to an organization."""
    code, day = spoken(code), today()
    with database().read() as db:
        known = look(db, code, day)
    name = known.organization.name
    told = _("Reports, conclusions, lists, record and ranking of %(name)s.", name=name)
    return answer(
        f"organizations/{code}", name, told, f"/organizations/{code}", latest(_happened(known, day))
    )


def _happened(known: Known, day: date) -> Iterator[Entry]:
    code = known.organization.code
    path = f"/organizations/{code}"
    yield from _reported(known, day)
    for row in known.conclusions:
        if row.on <= day:
            said = conclusion(row)
            title = _("Conclusion on %(year)s: %(said)s", year=row.year, said=said["said"])
            yield Entry(f"{path[1:]}/conclusions/{row.number}", path, title, said["number"], midnight(row.on))
    for entry in entries(known.facts):
        yield listed(entry, code, known.organization.name, listing(entry, code, known.numbers))
    yield from _record(known, day)
    for place in known.places:
        title = _("In the transparency ranking of %(year)s", year=place.year)
        told = (
            _("Score: %(score)s", score=points(place.score))
            if place.score is not None
            else _("not enough data")
        )
        yield Entry(f"{path[1:]}/ranking/{place.id}", f"/ranking/{place.id}", title, told, place.published_at)


def _record(known: Known, day: date) -> Iterator[Entry]:
    """Penalties, assessments and awards; several of a kind on one day are numbered."""
    path, seen = f"/organizations/{known.organization.code}", Counter[str]()
    for one in public_events(known.dossier.events, day):
        name, told = f"{path[1:]}/record/{one.what}/{one.on}", happening(one.what, one.details)
        seen[name] += 1
        numbered = f"{name}/{seen[name]}" if seen[name] > 1 else name
        yield Entry(numbered, path, told, told, midnight(one.on))


def _reported(known: Known, day: date) -> Iterator[Entry]:
    path = f"/organizations/{known.organization.code}"
    for one in known.dossier.reports:
        if one.received_on and one.received_on <= day:
            title = _("Annual report on %(year)s received", year=one.year)
            told = _("received %(day)s", day=day_text(one.received_on))
            yield Entry(
                f"{path[1:]}/reports/{one.year}/received", path, title, told, midnight(one.received_on)
            )
        if one.published_on and one.published_on <= day:
            title = _("Annual report on %(year)s published", year=one.year)
            where = f"{path}/reports/{one.year}"
            yield Entry(f"{where[1:]}/published", where, title, title, midnight(one.published_on))


def listed(entry: Shown, code: str, name: str, shown: dict[str, object]) -> Entry:
    """An entry on a list: one name for ever, changed when it is removed."""
    of = {"name": name, "list": shown["list_name"]}
    out = entry.removed_on
    title = (
        _("%(name)s: removed from the %(list)s", **of)
        if out
        else _("%(name)s: entered on the %(list)s", **of)
    )
    number = shown["removal_number"] if out else shown["number"]
    summary = " · ".join(str(one) for one in (shown["reason"], shown["basis"], number) if one)
    own = f"lists/{entry.list}/{code}/{entry.ground}/{entry.since}"
    return Entry(own, f"/organizations/{code}", title, summary, midnight(out or entry.since))


@pages.get("/feeds/lists/<register>.atom")
@public
def list_feed(register: str) -> ResponseReturnValue:
    """Who came onto a list, and who left it."""
    register = spoken(register)
    if register not in set(Register):
        abort(404)
    with database().read() as db:
        every = on_list(db, Register(register), today())
        found = sorted(every, key=lambda one: one[1].removed_on or one[1].since, reverse=True)[:MOST]
        numbers = decision_numbers(db, {row.code for row, _one in found})
    told = (listed(one, row.code, row.name, listing(one, row.code, numbers)) for row, one in found)
    title = REGISTER_NAMES[Register(register)].on(g.language)
    subtitle = _("Entries and removals that may be shown; credit repair takes an entry out at once.")
    return answer(f"lists/{register}", title, subtitle, f"/lists/{register}", latest(told))


@pages.get("/feeds/<name>.atom")
@public
def ranking_feed(name: str) -> ResponseReturnValue:
    """Editions of the ranking, as they are published."""
    if spoken(name) != "ranking":
        abort(404)
    with database().read() as db:
        every = editions(db)
    found = (
        Entry(
            f"ranking/{one.id}", f"/ranking/{one.id}", _("Transparency ranking of %(year)s", year=one.year),
            _("Computed for %(day)s, method %(method)s.", day=day_text(one.day), method=one.method), one.published_at,
        )
        for one in every
    )  # fmt: skip
    return answer(
        "ranking", _("Transparency ranking"), _("A new edition is a new entry."), "/ranking", latest(found)
    )


@pages.get("/feeds/ranking/<edition>.atom")
@public
def edition_feed(edition: str) -> Response:
    """The best of an edition; it never changes, a correction is the next edition."""
    number = spoken(edition)
    if not number.isdigit():
        abort(404)
    with database().read() as db:
        one, _every = published(db, int(number[:15]))
        rows, total = page(db, one.id, Asked(size=BEST), shape_of(db, one.id))
    found = (
        Entry(
            f"ranking/{one.id}/{row.code}", f"/organizations/{row.code}", row.name,
            _("%(class)s, place %(rank)s, score %(score)s", **{"class": class_name(row.class_)}, rank=row.rank,
              score=points(row.score)),
            one.published_at,
        )
        for row in rows
        if row.score is not None
    )  # fmt: skip
    title = _("Transparency ranking of %(year)s", year=one.year)
    told = _(
        "The best %(best)s of %(total)s; all of them are on the page.", best=min(BEST, total), total=total
    )
    return answer(f"ranking/{one.id}", title, told, f"/ranking/{one.id}", found)

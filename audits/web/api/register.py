"""The register, an organization, an edition and a list as JSON."""

from typing import Any

from flask import abort
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.web import asked
from audits.web.access import public
from audits.web.api.pages import pages
from audits.web.public.lists import page_of
from audits.web.public.organization import YEARS, conclusions, listing, look
from audits.web.public.organizations import found
from audits.web.public.ranking import published, shape_of, wanted
from audits.web.public.status import Status, history
from audits.web.session import database
from compliance.display import assessment, entries, public_events
from compliance.facts import Register, YearReport, yuan
from compliance.law.transparency_items import Aspect
from compliance.published import street
from models.ranked import page as page_of_edition


def day_text(day: Any) -> str | None:
    """A day as YYYY-MM-DD; None stays None."""
    return day.isoformat() if day is not None else None


def status_json(status: Status) -> dict[str, Any]:
    """A reporting status."""
    return {
        "year": status.year, "status": status.key, "due": day_text(status.due),
        "received_on": day_text(status.done), "days_late": status.days,
    }  # fmt: skip


def row_json(row: Any) -> dict[str, Any]:
    """A row of the register."""
    return {
        "code": row.code, "name": row.name, "kind": row.kind, "level": row.level, "district": row.district,
        "registrar": row.registrar, "registered_on": day_text(row.registered_on),
        "charity_since": day_text(row.charity_since),
        "fundraising_since": day_text(row.fundraising_since), "dissolved_on": day_text(row.dissolved_on),
    }  # fmt: skip


def listing_json(shown: dict[str, Any]) -> dict[str, Any]:
    """An entry on a list."""
    days = {name: day_text(shown[name]) for name in ("since", "removed_on")}
    return {**{key: value for key, value in shown.items() if key != "list_name"}, **days}


def listed(items: list[Any], total: int, page: int, size: int, more: bool = False) -> dict[str, Any]:
    """A page of anything."""
    following = asked.next_page(page, size, total, more)
    return {"items": items, "total": total, "page": page, "size": size, "next": following}


@pages.get("/organizations")
@public
def organizations() -> ResponseReturnValue:
    """Search and browse the register."""
    day = today()
    with database().read() as db:
        sought = asked.sought(db, day)
        page, rows = found(db, sought, day)
    items = [{**row_json(one.row), "report": status_json(one.status)} for one in rows]
    return listed(items, page.total, sought.page, sought.size, page.more) | {"more": page.more}


@pages.get("/organizations/<code>")
@public
def organization(code: str) -> ResponseReturnValue:
    """All that is public of one organization."""
    day = today()
    with database().read() as db:
        known = look(db, code, day)
    graded = assessment(known.dossier.events, day)
    return {
        **identity_json(known.organization),
        "former_names": [{"name": name, "since": day_text(since)} for name, since in known.names],
        "reports": [status_json(one) for one in history(known.dossier, day, YEARS)],
        "figures": [figures_json(one) for one in known.dossier.reports if one.published_on is not None],
        "conclusions": [conclusion_json(one) for one in conclusions(known, day)],
        "lists": [listing_json(listing(entry, code, known.numbers)) for entry in entries(known.facts)],
        "assessment": dict(graded.details) if graded else None,
        "record": [
            {"on": day_text(one.on), "what": one.what, **one.details}
            for one in public_events(known.dossier.events, day)
        ],
    }


def identity_json(who: Any) -> dict[str, Any]:
    """Who an organization is."""
    names = ("code", "name", "kind", "level", "district", "legal_representative")
    days = ("registered_on", "charity_since", "fundraising_since", "dissolved_on")
    return {
        **{name: getattr(who, name) for name in names},
        **{name: day_text(getattr(who, name)) for name in days},
        "registrar": who.registrar,
        "supervising_unit": who.unit,
        "address": street(who.address),
    }


def figures_json(report: YearReport) -> dict[str, Any]:
    """The published figures of a year, in yuan."""
    return {"year": report.year, **{name: yuan(worth) for name, worth in report.figures.items()}}


def conclusion_json(shown: dict[str, Any]) -> dict[str, Any]:
    """A conclusion."""
    return {key: day_text(shown[key]) if key == "on" else shown[key] for key in CONCLUSION}


CONCLUSION = ("year", "on", "number", "key", "basis")


@pages.get("/ranking/<edition>")
@public
def ranking(edition: str) -> ResponseReturnValue:
    """A page of an edition; `current` is the latest."""
    if edition != "current" and not edition.isdigit():
        abort(404)
    want = wanted()
    with database().read() as db:
        one, _every = published(db, None if edition == "current" else int(edition[:15]))
        if one is None:
            abort(404)
        rows, total = page_of_edition(db, one.id, want, shape_of(db, one.id))
    items = [place_json(place) for place in rows]
    told = {"edition": one.id, "year": one.year, "day": day_text(one.day), "method": one.method}
    return listed(items, total, want.page, want.size) | told


def place_json(place: Any) -> dict[str, Any]:
    """A place, opened into its four parts."""
    return {
        "code": place.code,
        "name": place.name,
        "class": place.class_,
        "district": place.district,
        **{name: getattr(place, name) for name in ("rank", "best", "worst", "before")},
        "score": share(place.score),
        "parts": {aspect.value: share(place.parts.get(aspect.value)) for aspect in Aspect},
    }


def share(score: int | None) -> str | None:
    """Thousandths of a point as points; None where there is not enough data."""
    return None if score is None else f"{score // 1000}.{score % 1000:03d}"


@pages.get("/lists/<register>")
@public
def lists(register: str) -> ResponseReturnValue:
    """A list: who stands on it, and who has lately left it as far as that may be shown."""
    if register not in set(Register):
        abort(404)
    with database().read() as db:
        rows, total, page, size, removed = page_of(db, Register(register), today())
    items, gone = (
        [{"code": one.row.code, "name": one.row.name, "kind": one.row.kind, "district": one.row.district,
          "authority": one.row.registrar, **listing_json(one.shown)} for one in some]
        for some in (rows, removed)
    )  # fmt: skip
    return listed(items, total, page, size) | {"removed": gone}

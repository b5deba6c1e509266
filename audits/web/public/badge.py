"""The badge of an organization: a drawing that other sites show, served live and expiring by itself."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import Response, abort, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from audits.config import config, today, zone
from audits.web.access import public
from audits.web.language import gettext as _
from audits.web.public.pages import pages
from audits.web.public.ranking import class_name
from audits.web.session import database
from compliance.badge import good_until, is_good
from models.db import Session
from models.ranked import place
from models.ranking import places_of

WIDE, TALL = 380, 168
ROOM, BIGGEST, SMALLEST = WIDE - 36, 17, 5
KEPT_SECONDS = 3600


@dataclass(frozen=True)
class Badge:
    """What a badge says. `verify` is the address of the place it rests on, `until` its last day."""

    place: Any
    edition: Any
    verify: str
    until: date
    good: bool
    wide: int = WIDE
    tall: int = TALL

    @property
    def html(self) -> str:
        """The HTML that shows it on another site, linked to the newest place."""
        code, root = self.place.code, request.url_root
        query = "?lang=en" if g.language == "en" else ""
        name = self.place.name.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
        return (
            f'<a href="{root}badges/{code}"><img src="{root}badges/{code}.svg{query}" width="{WIDE}" '
            f'height="{TALL}" alt="{name} · {config().office.name}"></a>'
        )


def badge_of(db: Session, code: str, day: date) -> Badge | None:
    """The badge of an organization's newest place; None where it never had one."""
    newest = next(iter(places_of(db, code)), None)
    held = place(db, newest.id, code) if newest else None
    if newest is None or held is None:
        return None
    published = legal_day(newest.published_at)
    address = url_for("public.place", edition=newest.id, code=code, _external=True)
    return Badge(held, newest, address, good_until(published), is_good(published, day))


def drawn(badge: Badge) -> str:
    """The drawing in the language of the request, each line in the size that fits."""
    office = config().office
    name = office.name_en if g.language == "en" else office.name
    heading = _("Transparency ranking on %(year)s", year=badge.edition.year)
    line = f"{heading} · {class_name(badge.place.class_)}" if badge.good else heading
    return render_template(
        "public/badge.svg",
        badge=badge,
        place=badge.place,
        office_name=name,
        heading=heading,
        line=line,
        office_size=fitting(name, 13, ROOM - 70),
        name_size=fitting(badge.place.name),
        line_size=fitting(line, 12),
        link_size=fitting(badge.verify, 11),
    )


def legal_day(moment: datetime) -> date:
    """The day of a moment in the legal time zone."""
    return moment.astimezone(zone()).date()


@pages.get("/badges/<code>.svg", endpoint="badge")
@public
def drawing(code: str) -> ResponseReturnValue:
    """The badge as SVG, in Chinese unless ?lang=en. 404 for whoever has no place."""
    g.language = "en" if request.args.get("lang") == "en" else "zh"
    with database().read() as db:
        found = badge_of(db, code, today()) or abort(404)
    answer: Response = make_response(drawn(found))
    answer.headers["Content-Type"] = "image/svg+xml; charset=utf-8"
    answer.headers["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer


@pages.get("/badges/<code>")
@public
def newest(code: str) -> ResponseReturnValue:
    """To the place that the badge rests on."""
    with database().read() as db:
        found = badge_of(db, code, today()) or abort(404)
    return redirect(found.verify, 302)


def fitting(words: str, most: int = BIGGEST, room: int = ROOM) -> float:
    """The size in which words fit a width: a Chinese character is as wide as its size, a Latin letter 0.62 of it."""
    long = sum(0.62 if letter.isascii() else 1.0 for letter in words) or 1.0
    return round(max(SMALLEST, min(most, room / long)), 1)

"""The decision log in public: its files as C2SP tlog-tiles names them, and a page that explains them."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Response, abort, g, render_template
from flask.typing import ResponseReturnValue

from audits.log.files import published, state
from audits.log.proof import head
from audits.web.access import public
from audits.web.public.pages import pages
from audits.web.session import database
from compliance.act import name_of
from compliance.log.entry import Entry, read
from models import entry
from models.db import Session
from models.decision import numbers_of
from models.organization import names_of

TILE = re.compile(r"(?:entries|[0-9]|[1-5][0-9]|6[0-3])/(?:x[0-9]{3}/)*[0-9]{3}(?:\.p/[1-9][0-9]{0,2})?")
FOR_EVER = "public, max-age=31536000, immutable"
LATEST = 20
ABOUT_ONE = frozenset({"report", "case", "list", "penalty", "record"})
"""What acts that are about one organization begin with."""


@pages.get("/log/checkpoint")
@public
def checkpoint() -> ResponseReturnValue:
    """The signed head of the log."""
    note = published().checkpoint()
    if note is None:
        abort(404)
    answer = Response(note, content_type="text/plain; charset=utf-8")
    answer.headers["Cache-Control"] = "public, max-age=5"
    return answer


@pages.get("/log/tile/<path:place>")
@public
def tile(place: str) -> ResponseReturnValue:
    """A tile of hashes or a bundle of entries: it never changes."""
    path = published().root / "tile" / place
    if TILE.fullmatch(place) is None or not path.is_file():
        abort(404)
    answer = Response(path.read_bytes(), content_type="application/octet-stream")
    answer.headers["Cache-Control"] = FOR_EVER
    return answer


@dataclass(frozen=True)
class Shown:
    """An entry as the page lists it."""

    entry: Entry
    name: str
    organization: str
    number: str

    @property
    def hidden(self) -> bool:
        """Whether the act is about an organization that is not named."""
        return self.entry.org is None and self.entry.type.partition(".")[0] in ABOUT_ONE


@pages.get("/log")
@public
def log() -> ResponseReturnValue:
    """What the log is, how it stands, and how anybody checks it."""
    found = head()
    with database().read() as db:
        size = entry.size(db)
        rows = latest(db, size)
    return render_template(
        "public/log.html",
        head=found.checkpoint if found else None,
        verifier=found.verifier if found else "",
        size=size,
        rows=rows,
        refused=refused(),
        looked=looked(),
    )


def latest(db: Session, size: int) -> list[Shown]:
    """The latest entries, newest first."""
    found = [read(line) for _, line, _ in entry.lines(db, max(0, size - LATEST))]
    names = names_of(db, {one.org for one in found if one.org})
    numbers = numbers_of(db, [one.seq for one in found if one.org])
    return [
        Shown(one, name_of(one.type).on(g.language), names.get(one.org or "", ""), numbers.get(one.seq, ""))
        for one in reversed(found)
    ]


def refused() -> str:
    """Why the publisher signs nothing any more; empty while it does."""
    said = state()
    return "" if said.get("ok", True) else str(said.get("why_en" if g.language == "en" else "why", ""))


def looked() -> datetime | None:
    """When the publisher last looked."""
    at = state().get("at")
    return datetime.fromisoformat(at) if at else None


def health(db: Session) -> dict[str, Any]:
    """How the log stands, for whoever watches: entries, those published, since when the next one waits."""
    found, size, said = head(), entry.size(db), state()
    shown = found.checkpoint.size if found else 0
    waiting = next((read(line).at.isoformat() for _, line, _ in entry.lines(db, shown, shown + 1)), None)
    why = {} if said.get("ok", True) else {"why": said.get("why_en", "")}
    return {"ok": said.get("ok", True), "entries": size, "published": shown, "waiting_since": waiting, **why}

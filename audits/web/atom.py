"""Atom (RFC 4287): a feed out of entries. Names are tag URIs (RFC 4151), the same whatever the address is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from feedgenerator import Atom1Feed
from flask import Response, g, request
from markupsafe import escape

from audits.config import config, zone

NAMED_SINCE = "2026"
"""The year since which the names are ours; part of every name, so that it never changes."""
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
"""When a feed was changed that has no entry."""


@dataclass(frozen=True)
class Entry:
    """One thing that happened. `name` is its own for ever, `path` where it is read, `at` when it last changed."""

    name: str
    path: str
    title: str
    summary: str
    at: datetime


class Feed(Atom1Feed):  # type: ignore[misc]  # the library has no types
    """A feed that says when its entries changed and never what time it is now."""

    def latest_post_date(self) -> datetime:
        """When the entry that changed last did."""
        return max((item["updateddate"] for item in self.items), default=BEGINNING)


def tag(name: str) -> str:
    """The lasting name of a feed or an entry."""
    authority = config().log.origin.partition("/")[0]
    return f"tag:{authority},{NAMED_SINCE}:{name}"


def midnight(day: date) -> datetime:
    """The moment a legal day begins."""
    return datetime.combine(day, time(), zone())


def answer(name: str, title: str, subtitle: str, path: str, entries: Iterable[Entry]) -> Response:
    """A feed in the language of the request; not sent again to who has it."""
    root = request.url_root.rstrip("/")
    office = config().office
    english = g.language == "en"
    feed = Feed(
        title=title, link=root + path, description=subtitle, language="en" if english else "zh-CN",
        author_name=office.name_en if english else office.name, feed_url=root + request.path, feed_guid=tag(name),
    )  # fmt: skip
    for one in entries:
        feed.add_item(
            title=one.title, link=root + one.path, description=str(escape(one.summary)), unique_id=tag(one.name),
            updateddate=one.at,
        )  # fmt: skip
    made = Response(feed.writeString("utf-8"), content_type=Atom1Feed.content_type)
    made.add_etag()
    made.make_conditional(request)
    return made

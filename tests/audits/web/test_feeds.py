"""Feeds: valid Atom with lasting names and honest moments, in both languages, and nothing that may not be shown."""

import re
from datetime import date, datetime, timedelta
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from flask import Flask

from audits import ranking
from audits.config import now, today
from audits.simulate import simulate
from audits.web.app import create_app
from audits.web.public.feeds import MOST
from models.db import Database
from models.organization import Organization
from models.ranking import editions
from tests.audits.web.test_public import an_organization, happened, reported
from tests.visitor import Visitor

ATOM = "{http://www.w3.org/2005/Atom}"
GROUND = {"list": "anomaly", "ground": "anomaly.report_missed"}
DAY = date(2026, 11, 23)


@pytest.fixture
def app(sqlite_database: Database) -> Flask:
    return create_app(sqlite_database)


def feed(visitor: Visitor, address: str) -> Element:
    """A feed that has all that RFC 4287 demands of it."""
    answer = visitor.get(address)
    assert answer.status_code == 200 and answer.content_type.startswith("application/atom+xml")
    root: Element = fromstring(answer.get_data())
    assert root.tag == f"{ATOM}feed"
    names = [said(one, "id") for one in (root, *root.iter(f"{ATOM}entry"))]
    assert len(set(names)) == len(names)
    for one in (root, *root.iter(f"{ATOM}entry")):
        assert said(one, "id").startswith("tag:") and said(one, "title")
        assert datetime.fromisoformat(said(one, "updated")).tzinfo is not None
        links = {link.get("rel"): link.get("href", "") for link in one.findall(f"{ATOM}link")}
        assert links["alternate"].startswith("http://localhost/")
    assert {link.get("rel") for link in root.findall(f"{ATOM}link")} == {"alternate", "self"}
    return root


def said(one: Element, name: str) -> str:
    return one.findtext(f"{ATOM}{name}") or ""


def titles(root: Element) -> list[str]:
    return [said(one, "title") for one in root.iter(f"{ATOM}entry")]


def followed(database: Database) -> Organization:
    made = an_organization(database)
    reported(database, made, today().year - 1)
    happened(database, made.code, "listed", today() - timedelta(100), **GROUND)
    return made


def test_a_removal_changes_the_entry_and_keeps_its_name(app: Flask, sqlite_database: Database) -> None:
    made, visitor = followed(sqlite_database), Visitor(app)
    (before,) = feed(visitor, "/feeds/lists/anomaly.atom").iter(f"{ATOM}entry")
    happened(sqlite_database, made.code, "removed", today() - timedelta(2), **GROUND)
    (after,) = feed(visitor, "/feeds/lists/anomaly.atom").iter(f"{ATOM}entry")
    assert said(before, "id") == said(after, "id")
    assert said(before, "updated") < said(after, "updated")
    assert "列入" in said(before, "title") and "移出" in said(after, "title")


def test_what_is_repaired_is_gone_from_every_feed_with_the_next_request(
    app: Flask, sqlite_database: Database
) -> None:
    made, visitor = followed(sqlite_database), Visitor(app)
    addresses = ("/feeds/lists/anomaly.atom", f"/feeds/organizations/{made.code}.atom")
    for address in addresses:
        assert any("列入" in title for title in titles(feed(visitor, address)))
    happened(sqlite_database, made.code, "repaired", today(), **GROUND)
    for address in addresses:
        assert not any("列入" in title for title in titles(feed(visitor, address)))


def test_both_languages_tell_the_same_things(app: Flask, sqlite_database: Database) -> None:
    made, visitor = followed(sqlite_database), Visitor(app)
    for path in (f"organizations/{made.code}", "lists/anomaly", "ranking"):
        chinese, english = (feed(visitor, f"/feeds/{path}{end}.atom") for end in ("", ".en"))
        assert [said(one, "id") for one in chinese.iter()] == [said(one, "id") for one in english.iter()]
        assert english.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    told = " ".join(titles(feed(visitor, f"/feeds/organizations/{made.code}.en.atom")))
    assert "received" in told and "published" in told and "entered on the" in told


def test_an_edition_and_the_editions_are_followed(app: Flask, sqlite_database: Database) -> None:
    list(simulate(sqlite_database, 200, range(2024, 2026), 3, DAY))
    with sqlite_database.write() as db:
        for year in (2024, 2025):
            edition, _ = ranking.compute(db, year, DAY)
            ranking.publish(db, edition, now())
        latest = editions(db)[0]
    visitor = Visitor(app)
    assert titles(feed(visitor, "/feeds/ranking.en.atom")) == [
        "Transparency ranking of 2025",
        "Transparency ranking of 2024",
    ]
    best = titles(feed(visitor, f"/feeds/ranking/{latest.id}.atom"))
    page = visitor.get(f"/ranking/{latest.id}").get_data(as_text=True)
    assert best and all(name in page for name in best[:10])
    with sqlite_database.read() as db:
        codes = [one.code for one in db.query(Organization).limit(20)]
    for code in codes:
        assert len(titles(feed(visitor, f"/feeds/organizations/{code}.atom"))) <= MOST


def test_pages_name_their_feeds(app: Flask, sqlite_database: Database) -> None:
    made, visitor = followed(sqlite_database), Visitor(app)
    for address in (f"/organizations/{made.code}", "/lists/anomaly"):
        for language, end in (("zh", ""), ("en", ".en")):
            page = visitor.get(f"{address}?lang={language}").get_data(as_text=True)
            (link,) = re.findall(
                r'<link rel="alternate" type="application/atom\+xml"[^>]*href="([^"]+)"', page
            )
            assert link == f"/feeds{address}{end}.atom"
            assert visitor.get(link).status_code == 200


def test_who_has_the_feed_is_not_sent_it_again(app: Flask, sqlite_database: Database) -> None:
    followed(sqlite_database)
    first = create_app(sqlite_database).test_client().get("/feeds/lists/anomaly.atom")
    again = Visitor(app).get("/feeds/lists/anomaly.atom", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path", ["lists/other", "organizations/539999990000000000", "ranking/9", "ranking/x", "news"]
)
def test_what_is_not_there_has_no_feed(app: Flask, path: str) -> None:
    assert Visitor(app).get(f"/feeds/{path}.atom").status_code == 404

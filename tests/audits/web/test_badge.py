"""The badge: what it says, in which language, until when, and that it may stand on other sites."""

import xml.etree.ElementTree as Tree
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask, g
from werkzeug.test import TestResponse

from audits.web.app import create_app
from audits.web.public.badge import ROOM, Badge, badge_of, drawn, fitting
from compliance.badge import good_until
from models.db import Database
from models.migrate import upgrade
from models.ranked import Asked, page, shape
from tests.audits.web.test_place import DAY, filled
from tests.visitor import Visitor

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {"svg", "title", "desc", "rect", "path", "circle", "text", "a"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('office') / 'office.db'}")
    upgrade(database)
    yield filled(database)
    database.close()


@pytest.fixture(scope="module")
def app(office: Database) -> Flask:
    return create_app(office)


@pytest.fixture(scope="module")
def places(office: Database) -> list[Any]:
    with office.read() as db:
        rows, _total = page(db, 2, Asked(size=200), shape(db, 2))
    return list(rows)


def picture_of(answer: TestResponse) -> Tree.Element:
    assert answer.status_code == 200
    assert answer.content_type == "image/svg+xml; charset=utf-8"
    return Tree.fromstring(answer.text)


def test_every_place_has_a_badge_in_both_languages_that_refers_to_nothing(
    app: Flask, places: list[Any]
) -> None:
    client = app.test_client()
    for row in places:
        for language, words in (("", "2025年度透明度排行"), ("?lang=en", "Transparency ranking on 2025")):
            picture = picture_of(client.get(f"/badges/{row.code}.svg{language}"))
            assert {one.tag.removeprefix(SVG) for one in picture.iter()} <= DRAWN
            said = "".join(picture.itertext())
            assert words in said and row.name in said
            assert row.score is None or f"{row.score / 1000:.1f}" in said
            title, desc = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")
            assert title is not None and row.name in str(title.text)
            assert desc is not None and f"/ranking/2/{row.code}" in str(desc.text)
            (link,) = picture.iter(f"{SVG}a")
            assert link.attrib["href"] == f"http://localhost/ranking/2/{row.code}"
            assert client.get(link.attrib["href"]).status_code == 200
            assert not any("style" in one.attrib or "onload" in one.attrib for one in picture.iter())


def test_it_names_the_office_and_the_last_day(app: Flask, places: list[Any]) -> None:
    said = "".join(picture_of(app.test_client().get(f"/badges/{places[0].code}.svg")).itertext())
    until = good_until(DAY)
    assert "阳光市民政局" in said
    assert f"有效期至{until.year}年{until.month}月{until.day}日" in said
    assert "已过期" not in said and "模拟" in said


def test_it_expires_by_itself(app: Flask, office: Database, places: list[Any]) -> None:
    row, until = places[0], good_until(DAY)
    with app.test_request_context(), office.read() as db:
        last, after = (badge_of(db, row.code, day) for day in (until, until + timedelta(1)))
        assert last is not None and after is not None
        assert last.good and not after.good
        for language, word in (("zh", "已过期"), ("en", "Expired")):
            assert rendered(after, language).count(word) >= 1
            assert word not in rendered(last, language)
            assert f">{row.score / 1000:.1f}<" not in rendered(after, language)


def rendered(badge: Badge, language: str) -> str:
    g.language = language
    return drawn(badge)


@pytest.mark.parametrize("address", ["/badges/nobody.svg", "/badges/nobody", "/badges/.svg"])
def test_who_is_not_known_has_none(app: Flask, address: str) -> None:
    assert app.test_client().get(address).status_code == 404


def test_who_never_had_a_place_has_none(app: Flask, places: list[Any]) -> None:
    known = {row.code for row in places}
    listed: Any = app.test_client().get("/api/v1/organizations?kind=association&size=200").json
    outside = next(one["code"] for one in listed["items"] if one["code"] not in known)
    assert app.test_client().get(f"/badges/{outside}.svg").status_code == 404


def test_other_sites_may_show_it_and_no_cookie_is_left_there(app: Flask, places: list[Any]) -> None:
    answer = app.test_client().get(f"/badges/{places[0].code}.svg?lang=en")
    assert answer.headers.getlist("Cross-Origin-Resource-Policy") == ["cross-origin"]
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert "Set-Cookie" not in answer.headers
    assert len(answer.headers.getlist("Content-Security-Policy")) == 1
    page = app.test_client().get("/ranking")
    assert page.headers.getlist("Cross-Origin-Resource-Policy") == ["same-origin"]


def test_its_language_is_that_of_its_address_alone(app: Flask, places: list[Any]) -> None:
    visitor = Visitor(app)
    visitor.get("/ranking?lang=en")
    assert "透明度排行" in visitor.get(f"/badges/{places[0].code}.svg").text


def test_its_addresses_are_those_of_the_host_that_was_asked(app: Flask, places: list[Any]) -> None:
    client, address = app.test_client(), f"/badges/{places[0].code}.svg"
    assert "http://localhost/ranking/2/" in client.get(address).text
    again = client.get(address, headers={"Host": "127.0.0.1"}).text
    assert "http://127.0.0.1/ranking/2/" in again and "localhost" not in again


def test_the_newest_place_shows_it_with_the_html_to_copy(app: Flask, places: list[Any]) -> None:
    client, row = app.test_client(), places[0]
    text = client.get(f"/ranking/2/{row.code}").text
    assert f'src="/badges/{row.code}.svg"' in text
    assert f"&lt;a href=&#34;http://localhost/badges/{row.code}&#34;&gt;" in text
    assert f"/badges/{row.code}.svg" not in client.get(f"/ranking/1/{row.code}").text
    to = client.get(f"/badges/{row.code}")
    assert (to.status_code, to.headers["Location"]) == (302, f"http://localhost/ranking/2/{row.code}")


@pytest.mark.parametrize("words", ["阳" * 8, "阳" * 40, "阳光 Sunshine" * 3, "", "x" * 60])
def test_words_fit_the_width_or_are_as_small_as_can_be_read(words: str) -> None:
    size = fitting(words)
    assert 5 <= size <= 17
    wide = sum(0.62 if one.isascii() else 1.0 for one in words) * size
    assert wide <= ROOM + 3 or size == 5

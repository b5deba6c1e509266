"""The page of a place: every item with what it rests on, and what would raise the score."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from flask import Flask

from audits import ranking
from audits.simulate import simulate
from audits.web.app import create_app
from models.db import Database
from models.migrate import upgrade
from models.ranked import Asked, page, place, rank_at, shape

DAY = date(2026, 11, 23)
MOMENT = datetime(2026, 11, 23, 3, tzinfo=UTC)


def filled(database: Database) -> Database:
    """A simulated office with two published editions."""
    list(simulate(database, 700, range(2024, 2026), 3, DAY))
    for year in (2024, 2025):
        with database.write() as db:
            edition, _ = ranking.compute(db, year, DAY)
            ranking.publish(db, edition, MOMENT)
    return database


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('office') / 'office.db'}")
    upgrade(database)
    yield filled(database)
    database.close()


@pytest.fixture
def app(office: Database) -> Flask:
    return create_app(office)


def test_every_place_of_an_edition_opens_in_both_languages(app: Flask, office: Database) -> None:
    client = app.test_client()
    with office.read() as db:
        rows, _total = page(db, 2, Asked(size=200), shape(db, 2))
    assert len(rows) > 20
    for row in rows:
        for language, words in (("zh", "逐项得分"), ("en", "Item by item")):
            answer = client.get(f"/ranking/2/{row.code}?lang={language}")
            assert answer.status_code == 200
            assert words in answer.text and row.name in answer.text
            assert ("怎样提高得分" in answer.text) == (
                language == "zh" and row.score is not None and row.score < 100_000
            )


def test_the_place_foretold_is_that_of_whoever_has_such_a_score(database: Database) -> None:
    with filled(database).read() as db:
        rows, _total = page(db, 2, Asked(size=200), shape(db, 2))
        ranked = [row for row in rows if row.score is not None]
        for row in ranked:
            assert rank_at(db, 2, row.class_, row.score) == row.rank
            better = sum(one.class_ == row.class_ and one.score > row.score + 1 for one in ranked)
            assert rank_at(db, 2, row.class_, row.score + 1) == better + 1


def test_a_place_tells_its_band_and_its_place_before(app: Flask, office: Database) -> None:
    client = app.test_client()
    with office.read() as db:
        rows, _total = page(db, 2, Asked(size=200), shape(db, 2))
        moved = [row for row in rows if row.before]
        assert moved
        for row in moved:
            old = place(db, 1, row.code)
            assert old is not None and (old.rank, old.class_) == (row.before, row.class_)
    assert re.search(r"[▲▼] (上升|下降)\d+|持平", client.get("/ranking/2").text)
    banded = [row for row in rows if row.best != row.worst]
    assert banded and all(row.best <= row.rank <= row.worst for row in banded)
    told: Any = client.get(f"/api/v1/ranking/2?page_size=200&code={banded[0].code}").json
    (found,) = [one for one in told["items"] if one["code"] == banded[0].code]
    assert (found["best"], found["worst"]) == (banded[0].best, banded[0].worst)


@pytest.mark.parametrize("address", ["/ranking/9/{code}", "/ranking/2/nobody", "/ranking/x/{code}"])
def test_what_is_not_there_is_not_found(app: Flask, office: Database, address: str) -> None:
    with office.read() as db:
        rows, _total = page(db, 2, Asked(size=1), shape(db, 2))
    assert app.test_client().get(address.format(code=rows[0].code)).status_code == 404


def test_an_edition_that_is_not_published_is_not_there(app: Flask, office: Database) -> None:
    with office.write() as db:
        edition, places = ranking.compute(db, 2025, DAY)
        number = edition.id
    assert app.test_client().get(f"/ranking/{number}/{places['code'][0]}").status_code == 404


def test_the_method_of_an_edition_is_that_of_its_day(app: Flask) -> None:
    client = app.test_client()
    assert "2026年11月23日有效" in client.get("/ranking/method?edition=2").text
    assert client.get("/ranking/method?edition=99").status_code == 404

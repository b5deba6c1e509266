"""Organizations side by side, as a page and as JSON."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from audits.web.api.schema import SCHEMAS
from audits.web.app import create_app
from models.db import Database
from models.migrate import upgrade
from models.ranked import Asked, page, shape
from tests.audits.web.test_api import unlike
from tests.audits.web.test_place import filled


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


def of_classes(places: list[Any], many: int) -> list[Any]:
    """The first place of each of some classes."""
    return list({row.class_: row for row in places if row.score is not None}.values())[:many]


def asked(rows: list[Any]) -> str:
    return "&".join(f"code={row.code}" for row in rows)


def test_nobody_is_compared_before_somebody_is_named(app: Flask) -> None:
    answer = app.test_client().get("/compare")
    assert answer.status_code == 200
    assert "添加" in answer.text and "<table" not in answer.text


@pytest.mark.parametrize("many", [1, 2, 3, 4])
def test_each_stands_in_a_column_of_its_own(app: Flask, places: list[Any], many: int) -> None:
    rows = of_classes(places, many)
    answer = app.test_client().get(f"/compare?{asked(rows)}&lang=en")
    assert answer.status_code == 200
    for row in rows:
        assert f'/organizations/{row.code}"' in answer.text
        assert f"<b>{row.score / 1000:.1f}</b>" in answer.text
    cells = re.findall(r"<tr><th scope=\"row\"[^>]*>.*?</tr>", answer.text, re.DOTALL)
    assert len(cells) > 15
    assert {one.count("<td") for one in cells} == {many}
    assert ("are not ranked against each other" in answer.text) == (many > 1)
    assert ("Name or code of an organization" in answer.text) == (many < 4)


def test_organizations_of_one_class_are_not_said_to_differ(app: Flask, places: list[Any]) -> None:
    same = [row for row in places if row.class_ == places[0].class_][:2]
    assert "不同分组的组织之间不排名次" not in app.test_client().get(f"/compare?{asked(same)}").text


def test_a_fifth_a_repeated_and_an_unknown_one_are_told(app: Flask, places: list[Any]) -> None:
    answer = app.test_client().get(f"/compare?{asked(places[:5])}&code={places[0].code}&code=nobody")
    assert answer.status_code == 200
    assert f"最多对比四家：{places[4].name}未列入" in answer.text
    assert f"{places[0].name}重复，只显示一次" in answer.text
    assert "没有代码为NOBODY的组织" in answer.text
    assert answer.text.count("移除") == 4


def test_one_is_added_by_its_name_or_its_code(app: Flask, places: list[Any]) -> None:
    client, (first, second) = app.test_client(), places[:2]
    for words in (second.code, second.name):
        answer = client.get("/compare", query_string={"code": first.code, "add": words})
        assert answer.status_code == 303
        assert answer.headers["Location"].endswith(f"/compare?code={first.code}&code={second.code}")
    nobody = client.get("/compare", query_string={"code": first.code, "add": "没有这家组织"})
    assert "没有找到" in nobody.text
    again = client.get("/compare", query_string={"code": first.code, "add": first.code})
    assert "没有找到" in again.text
    full = client.get(f"/compare?{asked(places[:4])}&add={places[5].code}")
    assert "请先移除一家" in full.text


def test_of_many_of_a_name_one_is_chosen(app: Flask, places: list[Any]) -> None:
    answer = app.test_client().get("/compare", query_string={"code": places[0].code, "add": "基金会"})
    assert answer.status_code == 200
    assert "请选择一家" in answer.text
    links = re.findall(r'<li><a href="(/compare\?code=[^"]+)"', answer.text)
    assert 2 <= len(links) <= 10
    assert all(link.startswith(f"/compare?code={places[0].code}&amp;code=") for link in links)


@pytest.mark.parametrize("words", ["x" * 101, "%00", "' OR 1=1 --", "<script>", "%", "_"])
def test_no_words_break_the_page(app: Flask, words: str) -> None:
    answer = app.test_client().get("/compare", query_string={"add": words, "code": words})
    assert answer.status_code in (200, 422)
    assert "<script>" not in answer.text


def test_who_has_no_place_is_compared_without_one(app: Flask, office: Database, places: list[Any]) -> None:
    known = {row.code for row in places}
    listed: Any = app.test_client().get("/api/v1/organizations?kind=association&size=200").json
    outside = next(one["code"] for one in listed["items"] if one["code"] not in known)
    text = app.test_client().get(f"/compare?code={outside}&code={places[0].code}").text
    assert "未参加排行" in text
    told: Any = app.test_client().get(f"/api/v1/compare?code={outside}&code={places[0].code}").json
    assert not told["same_class"]
    assert told["organizations"][0]["class"] is None


def test_the_data_say_the_same(app: Flask, places: list[Any]) -> None:
    rows = of_classes(places, 4)
    told: Any = app.test_client().get(f"/api/v1/compare?{asked(rows)}").json
    assert unlike(told, SCHEMAS["Comparison"]) == []
    assert told["edition"]["id"] == 2
    for row, one in zip(rows, told["organizations"], strict=True):
        assert (one["code"], one["class"], one["rank"]) == (row.code, row.class_, row.rank)
        assert float(one["score"]) * 1000 == row.score
        assert any(item["won"] is not None for item in one["items"])
    assert any(one["money"] for one in told["organizations"])


@pytest.mark.parametrize(
    ("query", "status"),
    [("", 200), ("code=nobody", 404), ("{0}&{0}", 422), ("{0}&{1}&{2}&{3}&{4}", 422), ("{0}&{1}", 200)],
)
def test_the_data_are_refused_with_a_word(app: Flask, places: list[Any], query: str, status: int) -> None:
    answer = app.test_client().get(f"/api/v1/compare?{query.format(*(asked([row]) for row in places))}")
    assert answer.status_code == status
    assert status == 200 or answer.json["detail"]  # type: ignore[index]


def test_the_ranking_and_the_page_of_an_organization_lead_here(app: Flask, places: list[Any]) -> None:
    client = app.test_client()
    ranking = client.get("/ranking").text
    ticked = ranking[ranking.index('<form action="/compare">') :]
    assert f'<input type="checkbox" name="code" value="{places[0].code}"' in ticked.partition("</form>")[0]
    assert f'href="/compare?code={places[0].code}"' in client.get(f"/organizations/{places[0].code}").text


def test_before_any_edition_there_is_no_place(sqlite_database: Database) -> None:
    from_scratch = create_app(sqlite_database).test_client()
    assert from_scratch.get("/compare?code=nobody").status_code == 200

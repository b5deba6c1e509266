"""The paper of an edition: method, classes, places; no longer than a leaflet, and it says so."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from audits import ranking
from audits.config import now
from audits.paper import edition as paper
from audits.paper import html
from audits.simulate import simulate
from audits.web.app import create_app
from models.db import Database
from models.ranked import Asked, page, shape
from models.ranking import editions
from tests.visitor import Visitor

DAY = date(2026, 11, 23)


@pytest.fixture
def office(sqlite_database: Database) -> Database:
    list(simulate(sqlite_database, 400, range(2024, 2026), 3, DAY))
    with sqlite_database.write() as db:
        edition, _ = ranking.compute(db, 2025, DAY)
        ranking.publish(db, edition, now())
    return sqlite_database


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ("透明度排行", "类别内名次", "评分项目和分值")),
        ("en", ("Transparency ranking", "Place in class", "Items and marks")),
    ],
)
def test_a_visitor_gets_the_edition_as_a_pdf(office: Database, language: str, words: tuple[str, ...]) -> None:
    answer = Visitor(create_app(office)).get(f"/ranking/1/paper.pdf?lang={language}")
    assert answer.status_code == 200 and answer.content_type == "application/pdf"
    text = "".join(one.extract_text() for one in PdfReader(BytesIO(answer.get_data())).pages)
    squeezed = text.replace(" ", "").replace("\n", "")
    with office.read() as db:
        best, _total = page(db, 1, Asked(size=3), shape(db, 1))
    for word in (*words, "transparency_items/2018-01-24", *(row.code for row in best)):
        assert word.replace(" ", "") in squeezed


def test_what_is_asked_must_be_a_class_or_district_of_the_edition(office: Database) -> None:
    visitor = Visitor(create_app(office))
    for asked in ("?class=other", "?district=other"):
        assert visitor.get(f"/ranking/1/paper.pdf{asked}").status_code == 404
    assert visitor.get("/ranking/9/paper.pdf").status_code == 404


def test_a_long_edition_is_cut_and_says_so(office: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    with office.read() as db:
        (one,), of = editions(db), shape(db, 1)
        total = sum(of.counts.values())
        for most, sentence in ((total, f"All {total}, best"), (5, f"first 5 of {total}, best")):
            rows, _ = page(db, 1, Asked(size=most), of)
            page_of = html("edition", paper.context(one, Asked(), of, rows, total, "en"), "en")
            assert sentence in page_of
            assert page_of.count('<span class="code">') == most

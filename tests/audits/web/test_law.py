"""The law page: every instrument and every citation has its anchor, and English is English."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from audits.web.app import create_app
from compliance.inspection import ON_FIGURES, ON_STATEMENTS
from compliance.law import HOUSE, Cite
from compliance.shelf import INSTRUMENTS, shelf
from models.db import Database
from tests.visitor import Visitor

TEMPLATES = Path(__file__).parents[3] / "templates"
NUMBER = re.compile(r"[\u4e00-\u9fff]+(?:〔\d{4}〕|第)\d+号")
"""A document number is a name: it stays as it is in English."""
HAN = re.compile(r"[\u4e00-\u9fff]+")


@pytest.fixture
def app(sqlite_database: Database) -> Flask:
    return create_app(sqlite_database)


def page(app: Flask, language: str = "zh") -> str:
    return Visitor(app).get(f"/law?lang={language}").get_data(as_text=True)


def cites() -> Iterator[Cite]:
    """Every citation of every version of every provision and rule."""
    found = [edition.cite for one in shelf() for held in one.provisions for edition in held.editions]
    found += [text.cite for rule in (*ON_FIGURES, *ON_STATEMENTS) for text in rule.provision.texts]
    for cite in found:
        yield cite
        if cite.also:
            yield cite.also


def test_every_citation_has_an_anchor_and_every_anchor_is_one(app: Flask) -> None:
    anchors = re.findall(r'\bid="([^"]+)"', page(app))
    assert len(anchors) == len(set(anchors))
    assert {cite.act.key for cite in cites()} - set(anchors) == set()


def test_every_link_into_the_law_page_arrives(app: Flask) -> None:
    anchors = set(re.findall(r'\bid="([^"]+)"', page(app)))
    text = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))
    links = set(re.findall(r'href="/law#([\w.]+)"', text))
    assert {"transparency_items", "house_rules"} <= links <= anchors


def test_every_file_of_law_with_a_value_is_on_the_shelf() -> None:
    folder = TEMPLATES.parent / "compliance" / "law"
    stating = {
        path.stem
        for path in folder.glob("*.py")
        if re.search(r"^[A-Z_]+\b.*= (?:\w+\.)?Dated\(", path.read_text("utf-8"), re.M)
    }
    assert stating - {module.__name__.rpartition(".")[2] for module in INSTRUMENTS} == set()


def test_in_english_only_names_are_chinese(app: Flask) -> None:
    main = page(app, "en").partition("<main")[2].partition("</main>")[0]
    shown = re.sub(r"<[^>]+>", " ", main)
    assert HOUSE.en in shown
    assert HAN.findall(NUMBER.sub("", shown)) == []

"""The public check's answer: grouped by what is asked, each group within one jump, in one language."""

import re
from io import BytesIO

import orjson
import pytest
from flask import Flask

from audits.web.app import create_app
from compliance.facts import Kind
from compliance.form.document import to_json
from compliance.form.example import example
from models.db import Database
from tests.visitor import Visitor

HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def visitor(sqlite_database: Database) -> Visitor:
    app: Flask = create_app(sqlite_database)
    return Visitor(app)


def answer(visitor: Visitor, language: str = "zh") -> str:
    """The page for a report with something to correct and something to explain."""
    wrong = {"balance.total_assets.closing": 1, "activity.management_cost.total": 10**9}
    given = to_json(Kind.FOUNDATION, 2025, {**example(Kind.FOUNDATION, 2025), **wrong})
    visitor.get(f"/check?lang={language}")
    sent = visitor.post("/check", {"report": (BytesIO(orjson.dumps(given)), "r.json")})
    assert sent.status_code == 200
    return sent.get_data(as_text=True)


def test_every_severity_with_faults_is_one_jump_away_with_its_count(visitor: Visitor) -> None:
    page = answer(visitor)
    jumps = dict(re.findall(r'href="#(stop|explain|advise)">(\d+)', page))
    assert {"stop", "explain"} <= jumps.keys()
    for severity, count in jumps.items():
        group = page.partition(f'<h3 id="{severity}"')[2].partition("</table>")[0]
        assert group.count(f'class="fault-{severity}"') == int(count)
    assert 'href="#result"' in page and 'id="result"' in page


def test_bases_are_told_in_the_language_of_the_page(visitor: Visitor) -> None:
    bases = re.findall(r"(?:Basis|依据)[:：] ([^<]+)<", answer(visitor, "en"))
    assert bases and not [basis for basis in bases if HAN.search(basis)]
    assert all(HAN.search(basis) for basis in re.findall(r"依据[:：] ([^<]+)<", answer(visitor, "zh")))

"""The API says what the pages say, in the shapes its own document promises."""

import json
import re
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest

from audits.config import now, today
from audits.template import template
from audits.web.api.document import ROUTES
from audits.web.api.schema import SCHEMAS, Schema
from audits.web.app import create_app
from compliance.facts import Kind
from compliance.form.document import to_json
from compliance.form.example import example
from models.db import Database
from models.event import Event
from models.ranking import Edition, Place
from models.search import rebuild
from tests import make
from tests.audits.draw.course import drawn
from tests.visitor import Visitor

TYPES = {
    "string": str, "integer": int, "object": dict, "array": list, "boolean": bool, "null": type(None),
}  # fmt: skip
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOSSIER = {
    "organization": {
        "code": make.code(1), "name": "某基金会", "kind": "foundation", "level": "city",
        "registered_on": "2015-03-01", "charity_since": None, "fundraising_since": None, "supervised": True,
        "original_fund": "2000000.00",
    },
    "reports": [],
    "events": [],
}  # fmt: skip


def unlike(value: Any, schema: Schema, at: str = "") -> list[str]:
    """Where an answer is not of the shape promised (the part of JSON Schema that the document uses)."""
    kinds = schema.get("type", list(TYPES))
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if not isinstance(value, tuple(TYPES[kind] for kind in kinds)):
        return [f"{at}: {value!r} is no {kinds}"]
    found = [] if value in schema.get("enum", [value]) else [f"{at}: {value!r} is not among the words"]
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        found.append(f"{at}: {value!r} is not written like that")
    if isinstance(value, list):
        found += [
            one for n, item in enumerate(value) for one in unlike(item, schema.get("items", {}), f"{at}.{n}")
        ]
    return found + (_unlike_table(value, schema, at) if isinstance(value, dict) else [])


def _unlike_table(value: dict[str, Any], schema: Schema, at: str) -> list[str]:
    known, more = schema.get("properties", {}), schema.get("additionalProperties", {})
    found = [f"{at}.{name} is missing" for name in schema.get("required", ()) if name not in value]
    for name, inner in value.items():
        if name in known or isinstance(more, dict):
            found += unlike(inner, known.get(name, more), f"{at}.{name}")
        else:
            found.append(f"{at}.{name} is not promised")
    return found


@pytest.fixture
def visitor(sqlite_database: Database) -> Visitor:
    return Visitor(create_app(sqlite_database))


@pytest.fixture
def code(sqlite_database: Database) -> str:
    day = today() - timedelta(20)
    with sqlite_database.write() as db:
        made = make.organization(db, name="阳光市助学基金会")
        details = {"list": "anomaly", "ground": "anomaly.unreachable"}
        db.add(Event(code=made.code, on=day, what="listed", details=details, at=now()))
        edition = Edition(year=2024, day=day, method="m", published_at=now(), counts=COUNTS)
        db.add(edition)
        db.flush()
        parts: dict[str, Any] = {
            "timely": 100_000,
            "complete": None,
            "consistent": 50_500,
            "verified": 0,
            "items": {},
        }
        place = {
            "edition_id": edition.id,
            "code": made.code,
            "name": made.name,
            "class_": "foundation.small",
            "position": 1,
        }
        db.add(Place(**place, district=made.district, rank=1, tied=False, score=61_234, parts=parts))
        rebuild(db)
        return made.code


COUNTS = {"classes": [["foundation.small", "530102", 1]], "steps": [["foundation.small", 6, 1]]}


def test_every_answer_has_the_shape_its_document_promises(
    sqlite_database: Database, visitor: Visitor, code: str
) -> None:
    with sqlite_database.write() as db:
        drawn(db)
    filled = {"code": code, "edition": "current", "register": "anomaly", "number": "2025-1"}
    for route in (route for route in ROUTES if route.method == "get"):
        answer = visitor.get("/api/v1" + route.path.format(**filled))
        assert answer.status_code == 200, route.path
        assert unlike(answer.get_json(), SCHEMAS[route.answers]) == [], route.path


def test_the_document_names_every_route_and_no_other(visitor: Visitor) -> None:
    told = visitor.get("/api/v1/openapi.json").get_json()
    rules = visitor.client.application.url_map.iter_rules()
    served = {
        re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule) for rule in rules if rule.rule.startswith("/api/v1")
    }
    assert set(told["paths"]) == served - {"/api/v1/openapi.json"}
    assert told["openapi"].startswith("3.1")


def test_a_page_of_the_register_leads_to_the_next(visitor: Visitor, sqlite_database: Database) -> None:
    with sqlite_database.write() as db:
        for _ in range(5):
            make.organization(db)
    address: str | None = "/api/v1/organizations?size=2"
    seen: list[str] = []
    while address:
        page = visitor.get(address).get_json()
        assert page["total"] == 5
        seen += [row["code"] for row in page["items"]]
        address = page["next"]
    assert len(seen) == len(set(seen)) == 5


def test_search_and_filters_narrow(visitor: Visitor, code: str) -> None:
    for query, hits in (("q=助学", 1), ("q=助学&kind=association", 0), ("class=foundation.small", 1),
                        ("class=foundation.large", 0), ("district=东城区", 1),
                        ("q=" + code[:6], 1)):  # fmt: skip
        assert visitor.get(f"/api/v1/organizations?{query}").get_json()["total"] == hits, query


def test_the_ranking_opens_into_four_parts(visitor: Visitor, code: str) -> None:
    (row,) = visitor.get("/api/v1/ranking/current").get_json()["items"]
    assert row["score"] == "61.234"
    assert row["parts"] == {
        "timely": "100.000",
        "complete": None,
        "consistent": "50.500",
        "verified": "0.000",
    }


@pytest.mark.parametrize(
    "address",
    ["/organizations/x", "/lists/x", "/ranking/x", "/ranking/99", "/nothing", "/ranking/" + "9" * 40],
)
def test_what_does_not_exist_is_a_problem_document(visitor: Visitor, address: str) -> None:
    answer = visitor.get("/api/v1" + address)
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"
    assert unlike(answer.get_json(), SCHEMAS["Problem"]) == []


def test_a_wrong_parameter_is_a_problem_document(visitor: Visitor) -> None:
    answer = visitor.get("/api/v1/organizations?size=1000")
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")


def test_a_report_is_checked_as_a_file_or_as_the_body(visitor: Visitor) -> None:
    answers = example(Kind.ASSOCIATION, 2025)
    book = template(Kind.ASSOCIATION, 2025, prefill=answers)
    document = json.dumps(to_json(Kind.ASSOCIATION, 2025, answers)).encode()
    sent = (
        visitor.client.post("/api/v1/check", data={"file": (BytesIO(book), "r.xlsx")}),
        visitor.client.post("/api/v1/check", data=book, content_type=XLSX),
        visitor.client.post("/api/v1/check", data=document, content_type="application/json"),
    )
    for answer in sent:
        assert answer.status_code == 200
        assert unlike(answer.get_json(), SCHEMAS["Verdict"]) == []
        assert answer.get_json()["verdict"] == "accepted"


def test_a_rejected_report_is_an_answer_and_no_error(visitor: Visitor) -> None:
    answer = visitor.client.post("/api/v1/check", data=b"PK broken", content_type=XLSX)
    assert (answer.status_code, answer.get_json()["verdict"]) == (200, "rejected")


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"x", "text/plain", 415),
        (b"", XLSX, 422),
        (b"x" * 10_500_000, XLSX, 413),
        (b"", "multipart/form-data", 422),
    ],
)
def test_what_cannot_be_checked_is_said(visitor: Visitor, body: bytes, kind: str, status: int) -> None:
    answer = visitor.client.post("/api/v1/check", data=body, content_type=kind)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")


def test_a_dossier_is_judged_by_the_law_of_a_day(visitor: Visitor) -> None:
    answer = visitor.client.post("/api/v1/judge?on=2025-06-30", json=DOSSIER)
    assert answer.status_code == 200
    assert unlike(answer.get_json(), SCHEMAS["Judgement"]) == []
    assert answer.get_json()["on"] == "2025-06-30"


@pytest.mark.parametrize(
    "body",
    [
        "{",
        "[]",
        "null",
        '{"organization": {}}',
        '{"a": 1, "a": 2}',
        "[" * 5000,
        '{"x": NaN}',
        "",
        '{"organization": 7}',
    ],
)
def test_a_dossier_that_cannot_be_read_is_said_in_words(visitor: Visitor, body: str) -> None:
    answer = visitor.client.post("/api/v1/judge", data=body, content_type="application/json")
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")
    assert answer.get_json()["detail"]

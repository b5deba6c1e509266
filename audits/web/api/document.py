"""The OpenAPI document, made from one table of routes."""

from dataclasses import dataclass
from typing import Any

from flask.typing import ResponseReturnValue

from audits.web.access import public
from audits.web.api.pages import pages
from audits.web.api.question import RAW
from audits.web.api.schema import SCHEMAS, TEXT, WHOLE, Schema, several, words
from audits.web.asked import MOST_SIZE, STATUSES
from audits.web.public.compared import MOST
from compliance.facts import Kind, Level, Register
from compliance.law.credit_measures import GROUNDS

PAGED: dict[str, Schema] = {
    "page": {**WHOLE, "minimum": 1},
    "size": {**WHOLE, "minimum": 1, "maximum": MOST_SIZE},
}
COMMON: dict[str, Schema] = {"q": TEXT, "kind": words(Kind), "district": TEXT}


@dataclass(frozen=True)
class Route:
    """One operation: its path, what it answers, and what may be asked in the address."""

    path: str
    name: str
    summary: str
    answers: str
    query: dict[str, Schema]
    method: str = "get"
    takes: tuple[str, ...] = ()
    where: dict[str, Schema] | None = None


ROUTES = (
    Route(
        "/organizations", "organizations", "Search and browse the register", "OrganizationPage",
        {**COMMON, "level": words(Level), "class": TEXT, "year": WHOLE, "status": words(STATUSES),
         "charity": words(("yes",)), "sort": words(("name", "code")), **PAGED},
    ),
    Route("/organizations/{code}", "organization", "All that is public of one organization", "Organization",
          {}, where={"code": TEXT}),
    Route(
        "/ranking/{edition}", "ranking", "A page of an edition of the ranking; `current` is the latest",
        "RankingPage", {**COMMON, "class": TEXT, "sort": words(("score", "rank")), **PAGED},
        where={"edition": TEXT},
    ),
    Route("/compare", "compare", "Up to four organizations side by side", "Comparison",
          {"code": {**several(TEXT), "maxItems": MOST}}),
    Route("/lists/{register}", "lists", "Who stands on a list, and who has lately left it", "ListPage",
          {**COMMON, "ground": words(GROUNDS), **PAGED}, where={"register": words(Register)}),
    Route("/draws/{number}", "draw", "A draw of spot checks, from plan to result", "Draw", {},
          where={"number": TEXT}),
    Route("/check", "check", "What is wrong with a report; nothing is stored", "Verdict", {},
          "post", ("multipart/form-data", *RAW)),
    Route("/judge", "judge", "What the law makes of a dossier; nothing is stored", "Judgement",
          {"on": {"type": "string", "format": "date"}}, "post", ("application/json",)),
)  # fmt: skip
"""Every operation of the API."""
PROBLEMS = {"get": ("404", "422"), "post": ("400", "413", "415", "422", "429")}


def operation(route: Route) -> dict[str, Any]:
    """One operation as OpenAPI writes it."""
    asked = [
        {"name": name, "in": place, "required": place == "path", "schema": schema}
        for place, some in (("path", route.where or {}), ("query", route.query))
        for name, schema in some.items()
    ]
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    answer = {"application/json": {"schema": {"$ref": f"#/components/schemas/{route.answers}"}}}
    made: dict[str, Any] = {
        "operationId": route.name,
        "summary": route.summary,
        "parameters": asked,
        "responses": {
            "200": {"description": route.summary, "content": answer},
            **{status: {"description": "Problem", "content": problem} for status in PROBLEMS[route.method]},
        },
    }
    if route.takes:
        made["requestBody"] = {"required": True, "content": {kind: {"schema": {}} for kind in route.takes}}
    return made


def document() -> dict[str, Any]:
    """The whole document."""
    paths: dict[str, Any] = {}
    for route in ROUTES:
        paths.setdefault(f"/api/v1{route.path}", {})[route.method] = operation(route)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Yangguang", "version": "1", "description": "The same data as the public pages."},
        "paths": paths,
        "components": {"schemas": SCHEMAS},
    }


@pages.get("/openapi.json")
@public
def openapi() -> ResponseReturnValue:
    """The OpenAPI document."""
    return document()

"""The shapes of the answers as JSON Schema: the document is made of them, and tests hold answers to them."""

from typing import Any

from compliance.facts import Conclusion, Kind, Level, Register, Severity
from compliance.opened import State

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer"}
DAY: Schema = {"type": "string", "format": "date"}
MAYBE_DAY: Schema = {"type": ["string", "null"], "format": "date"}
MAYBE_TEXT: Schema = {"type": ["string", "null"]}
MONEY: Schema = {"type": "string", "pattern": r"^-?\d+\.\d\d$", "description": "yuan, two decimals"}
MAYBE_MONEY: Schema = {**MONEY, "type": ["string", "null"]}
POINTS: Schema = {"type": ["string", "null"], "pattern": r"^\d+\.\d{3}$"}
FREE: Schema = {"type": "object"}


def words(members: Any) -> Schema:
    """One of some words."""
    return {"type": "string", "enum": [str(member) for member in members]}


def table(**properties: Schema) -> Schema:
    """An object with exactly these keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def several(item: Schema) -> Schema:
    """An array."""
    return {"type": "array", "items": item}


def paged(item: Schema, **more: Schema) -> Schema:
    """A page of a list."""
    return table(items=several(item), total=WHOLE, page=WHOLE, size=WHOLE, next=MAYBE_TEXT, **more)


STATUS = table(
    year=WHOLE, status=words(("on_time", "late", "overdue", "open", "none")), due=MAYBE_DAY,
    received_on=MAYBE_DAY, days_late=WHOLE,
)  # fmt: skip
IDENTITY = {
    "code": TEXT, "name": TEXT, "kind": words(Kind), "level": words(Level), "district": TEXT,
    "registrar": TEXT, "registered_on": DAY, "charity_since": MAYBE_DAY, "fundraising_since": MAYBE_DAY,
    "dissolved_on": MAYBE_DAY,
}  # fmt: skip
ENTRY = {
    "list": words(Register), "ground": TEXT, "reason": TEXT, "basis": TEXT, "since": DAY,
    "removed_on": MAYBE_DAY, "number": TEXT, "removal_number": TEXT,
}  # fmt: skip
CONCLUDED = table(
    year=WHOLE, on=DAY, number=TEXT, key={"type": ["string", "null"], "enum": [*map(str, Conclusion), None]},
    basis=several(TEXT),
)  # fmt: skip
FIGURES: Schema = {"type": "object", "properties": {"year": WHOLE}, "additionalProperties": MONEY}
ORGANIZATION = table(
    **IDENTITY,
    supervising_unit=MAYBE_TEXT,
    legal_representative=TEXT,
    address=TEXT,
    former_names=several(table(name=TEXT, since=DAY)),
    reports=several(STATUS),
    figures=several(FIGURES),
    conclusions=several(CONCLUDED),
    lists=several(table(**ENTRY)),
    assessment={"type": ["object", "null"]},
    record=several({"type": "object", "required": ["on", "what"], "properties": {"on": DAY, "what": TEXT}}),
)
ROW = table(**IDENTITY, report=STATUS)
LISTED = table(
    code=TEXT, name=TEXT, kind=words(Kind), district=TEXT, authority=TEXT, **ENTRY
)  # fmt: skip
ASPECTS = table(timely=POINTS, complete=POINTS, consistent=POINTS, verified=POINTS)
PLACED = {key: {"type": ["integer", "null"]} for key in ("rank", "best", "worst", "before")}
PLACE = table(
    **{"class": TEXT}, code=TEXT, name=TEXT, district=TEXT, score=POINTS, parts=ASPECTS,
    **PLACED,
)  # fmt: skip
COMPARED = table(
    **IDENTITY, **{"class": MAYBE_TEXT}, **PLACED, score=POINTS, parts=ASPECTS,
    items=several(table(item=TEXT, state=words(State), marks=WHOLE, won=POINTS)),
    money=several(table(year=WHOLE, income=MAYBE_MONEY, expense=MAYBE_MONEY)), reports=several(STATUS),
)  # fmt: skip
EDITION: Schema = {**table(id=WHOLE, year=WHOLE, day=DAY), "type": ["object", "null"]}
FAULT = table(
    severity=words(Severity), rule=TEXT, sheet=TEXT, cell=TEXT, line=TEXT, message=TEXT, message_en=TEXT,
    basis=TEXT, found=TEXT, expected=TEXT,
)  # fmt: skip
VERDICT = table(
    verdict=words(("accepted", "explain", "rejected")), rules=TEXT, sha256=TEXT, faults=several(FAULT),
    not_checked=several(TEXT), not_checked_en=several(TEXT),
)  # fmt: skip
JUDGEMENT = table(
    on=DAY, duties=several(FREE), findings=several(FREE), unknown=several(FREE), standing=FREE,
    proposals=several(FREE), repair=several(FREE), credit=FREE,
)  # fmt: skip
PROBLEM = table(type=TEXT, title=TEXT, status=WHOLE, detail=TEXT, instance=TEXT)
HASHES: Schema = {"type": "object", "additionalProperties": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}
DRAW: Schema = table(
    id=TEXT, name=TEXT, basis=TEXT, population=FREE, stratified_by=several(TEXT), ratio=FREE,
    inspectors_each=WHOLE, seed_announced=TEXT,
    announced_sources=several(TEXT), sources=several(TEXT), planned_on=DAY, stage=TEXT,
    earliest_after=MAYBE_DAY, algorithm=TEXT, hashes=HASHES,
    strata=several(table(stratum=TEXT, size=WHOLE, ratio=TEXT, drawn=WHOLE)), snapshots=several(FREE),
    files=several(TEXT), drawn_on=MAYBE_DAY, seed=MAYBE_TEXT, short=FREE,
    drawn=several(
        table(stratum=TEXT, place=WHOLE, code=TEXT, name=TEXT, ticket=TEXT, inspectors=several(TEXT))
    ),
    replacements=several(table(instead_of=TEXT, code=TEXT, on=DAY, reason=TEXT)),
)  # fmt: skip
SCHEMAS: dict[str, Schema] = {
    "Draw": DRAW,
    "Organization": ORGANIZATION,
    "OrganizationPage": paged(ROW, more={"type": "boolean"}),
    "RankingPage": paged(PLACE, edition=WHOLE, year=WHOLE, day=DAY, method=TEXT),
    "Comparison": table(edition=EDITION, same_class={"type": "boolean"}, organizations=several(COMPARED)),
    "ListPage": paged(LISTED, removed=several(LISTED)),
    "Verdict": VERDICT,
    "Judgement": JUDGEMENT,
    "Problem": PROBLEM,
}
"""Every named shape."""

"""Every route against every role: who may not is refused, and another's object is as if it were not there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from flask import Flask
from werkzeug.routing import Rule

from audits import listing
from audits.web.app import create_app
from models.account import Account, Role
from models.case import cases_of
from models.db import Database
from models.report import Report
from tests import make
from tests.visitor import Visitor

UNGUARDED = {"static", "bootstrap.static"}
PRIVATE = ("/my", "/desk")
DAY = date(2026, 11, 2)


@dataclass(frozen=True)
class Things:
    """One organization's objects, as addresses name them."""

    code: str
    report_id: int
    number: str
    move: int
    sha256: str

    def address(self, rule: Rule) -> str:
        """The address of a route with these objects in it."""
        given = {"year": 2025, "register": "anomaly", "edition": 1, "list": "anomaly"}
        known = {**given, **vars(self), "filename": "sun.svg"}
        return _filled(rule, known)


def _filled(rule: Rule, known: dict[str, object]) -> str:
    address = str(rule.rule)
    for name in rule.arguments:
        for converter in (f"<{name}>", f"<int:{name}>", f"<path:{name}>"):
            address = address.replace(converter, str(known.get(name, "1")))
    return address


MISSING = Things("539999990000000000", 999_999, "没有案〔2026〕1号", 999_999, "0" * 64)


@pytest.fixture
def app(sqlite_database: Database) -> Flask:
    return create_app(sqlite_database)


def guarded(app: Flask) -> Iterator[tuple[Rule, str, frozenset[Role]]]:
    for rule in app.url_map.iter_rules():
        if rule.endpoint in UNGUARDED:
            continue
        open_to: frozenset[Role] = vars(app.view_functions[rule.endpoint])["open_to"]
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            yield rule, method, open_to


def ask(visitor: Visitor, method: str, address: str) -> int:
    return (visitor.get(address) if method == "GET" else visitor.post(address)).status_code


@pytest.fixture
def everyone(sqlite_database: Database) -> dict[Role, Account]:
    with sqlite_database.write() as db:
        return {role: make.account(db, role) for role in Role}


def test_whoever_is_not_named_by_a_route_is_refused(app: Flask, everyone: dict[Role, Account]) -> None:
    wrong = []
    for role, account in everyone.items():
        visitor = Visitor(app).sign_in(account)
        for rule, method, open_to in guarded(app):
            if rule.endpoint == "account.sign_out":
                continue
            status = ask(visitor, method, MISSING.address(rule))
            refused = bool(open_to) and role not in open_to
            if (status == 403) != refused or status >= 500:
                wrong.append((str(role), method, str(rule), status))
    assert wrong == []


def test_a_stranger_is_asked_to_sign_in(app: Flask) -> None:
    visitor = Visitor(app)
    wrong = []
    for rule, method, open_to in guarded(app):
        if open_to:
            status = ask(visitor, method, MISSING.address(rule))
            if status != (303 if method == "GET" else 401):
                wrong.append((method, str(rule), status))
    assert wrong == []


def test_every_private_route_names_its_roles(app: Flask) -> None:
    silent = [
        str(rule) for rule, _method, roles in guarded(app) if str(rule).startswith(PRIVATE) and not roles
    ]
    assert silent == []


def things_of(database: Database) -> Things:
    """An organization with a report and a case, that nobody else has to do with."""
    with database.write() as db:
        organization = make.organization(db, registered_on=date(2024, 1, 1))
        content = make.document(db)
        report = Report(
            code=organization.code,
            year=2024,
            version=1,
            kind=organization.kind,
            sha256=content,
            file_name="年报.xlsx",
            uploaded_at=make.MOMENT,
            uploaded_by=None,
            rules="1",
            verdict="accepted",
            lines={},
            faults=[],
            corrected=[],
        )
        db.add(report)
        db.flush()
        listing.open_proposals(db, DAY)
        case = cases_of(db, organization.code)[0]
        return Things(organization.code, report.id, case.number, case.moves[0].id, content)


def test_anothers_object_answers_as_if_it_were_not_there(
    app: Flask, sqlite_database: Database, everyone: dict[Role, Account]
) -> None:
    others = things_of(sqlite_database)
    objects = {"code", "report_id", "number", "sha256"}
    seen = []
    for role, account in everyone.items():
        visitor = Visitor(app).sign_in(account)
        for rule, method, open_to in guarded(app):
            if role not in open_to or not objects & rule.arguments:
                continue
            theirs, nothing = (ask(visitor, method, it.address(rule)) for it in (others, MISSING))
            seen.append((str(role), method, str(rule), theirs, nothing))
    assert len(seen) > 20
    assert [one for one in seen if one[3:] != (404, 404)] == []

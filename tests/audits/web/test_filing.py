"""What an organization does with its report on the pages."""

from io import BytesIO

import pytest
from flask import Flask

from audits.web.app import create_app
from models.account import Account
from models.db import Database
from models.report import Took, all_versions
from tests.reporting import YEAR, People, audit_report, content, drafted, submitted
from tests.visitor import Visitor

WALK = f"/my/report/{YEAR}"


@pytest.fixture
def app(sqlite_database: Database) -> Flask:
    return create_app(sqlite_database)


def upload(app: Flask, by: Account, file: bytes, step: str = "upload") -> str:
    """The page after sending a file, in English."""
    visitor = Visitor(app).sign_in(by)
    visitor.get("/account/password?lang=en")
    sent = visitor.post(f"{WALK}/{step}", {"file": (BytesIO(file), "年报.json")})
    assert sent.status_code == 303, sent.get_data(as_text=True)
    return visitor.get(sent.headers["Location"]).get_data(as_text=True)


def test_the_same_bytes_again_are_named_as_known_and_kept_once(app: Flask, sqlite_database: Database) -> None:
    with sqlite_database.write() as db:
        people = People(db)
    file = content(people.organization)
    assert "has been checked" in upload(app, people.preparer, file)
    assert "already, as version 1. Nothing was kept twice." in upload(app, people.preparer, file)
    with sqlite_database.read() as db:
        assert len(all_versions(db, people.organization.code, YEAR)) == 1


def test_the_same_bytes_after_submission_name_the_receipt(app: Flask, sqlite_database: Database) -> None:
    with sqlite_database.write() as db:
        people = People(db)
        report = submitted(db, people)
        number = next(step.number for step in report.steps if step.took is Took.SUBMITTED)
    page = upload(app, people.preparer, content(people.organization))
    assert f"Its receipt is {number}." in page and "Nothing was kept twice" in page


def test_the_same_audit_report_again_is_attached_once(app: Flask, sqlite_database: Database) -> None:
    with sqlite_database.write() as db:
        people = People(db)
        drafted(db, people)
    assert "attached already" in upload(app, people.preparer, audit_report(), "attach")
    with sqlite_database.read() as db:
        [report] = all_versions(db, people.organization.code, YEAR)
        assert [step.took for step in report.steps].count(Took.ATTACHED) == 1

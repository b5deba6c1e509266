"""What is counted once is counted again as soon as something changes, and only then."""

from datetime import date

from flask import Flask

from audits.web.app import create_app
from audits.web.unchanged import MOST, unchanged
from models.account import Role
from models.db import Database
from tests import make, reporting
from tests.models.statistics.office import happened, organization
from tests.visitor import Visitor


def asked(app: Flask, database: Database, key: str, made: list[int]) -> int:
    with app.app_context(), database.read() as db:
        return unchanged(db, key, lambda: made.append(len(made)) or len(made))  # type: ignore[func-returns-value]


def test_an_answer_holds_until_something_changes(database: Database) -> None:
    app, made = create_app(database), list[int]()
    assert [asked(app, database, "one", made) for _ in range(3)] == [1, 1, 1]
    assert asked(app, database, "other", made) == 2
    with database.write() as db:
        happened(db, organization(db, make.registrar(db)), date(2025, 1, 1), "warning")
    assert [asked(app, database, "one", made) for _ in range(2)] == [3, 3]


def test_no_more_answers_are_kept_than_a_process_can_hold(sqlite_database: Database) -> None:
    app, made = create_app(sqlite_database), list[int]()
    for number in range(2 * MOST + 1):
        asked(app, sqlite_database, str(number), made)
    assert len(app.extensions["unchanged"]) <= MOST


def test_the_desk_counts_a_report_as_soon_as_it_is_agreed_to(sqlite_database: Database) -> None:
    with sqlite_database.write() as db:
        people = reporting.People(db)
        officer = make.account(db, Role.OFFICER, registrar=people.organization.registrar)
    visitor = Visitor(create_app(sqlite_database)).sign_in(officer)
    name = people.organization.name
    for _ in range(2):
        assert name not in visitor.get("/desk").get_data(as_text=True)
    with sqlite_database.write() as db:
        reporting.consented(db, people)
    assert name in visitor.get("/desk").get_data(as_text=True)

"""Papers given out by the pages: the Chinese one as issued, the English one as a translation, to the same people."""

from datetime import date
from io import BytesIO
from urllib.parse import quote

import pytest
from flask import Flask
from pypdf import PdfReader

from audits import case as acts
from audits import inspection, listing
from audits.web.app import create_app
from compliance.case import Move
from compliance.facts import Kind
from models.account import Role
from models.case import cases_of
from models.db import Database
from models.holiday import Holiday
from tests import make
from tests.reporting import DAY, People, consented
from tests.visitor import Visitor

NOTICED = date(2039, 12, 20)


@pytest.fixture
def app(sqlite_database: Database) -> Flask:
    return create_app(sqlite_database)


def text(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def test_receipt_and_conclusion_are_offered_in_english_as_translations(
    app: Flask, sqlite_database: Database
) -> None:
    with sqlite_database.write() as db:
        people = People(db)
        report = consented(db, people)
        step = inspection.conclude(db, DAY, people.officer, report, "qualified", "")
        address = f"/desk/reports/{report.id}"
    preparer, officer = Visitor(app).sign_in(people.preparer), Visitor(app).sign_in(people.officer)
    page = preparer.get("/my/report/2025").get_data(as_text=True)
    for paper in ("receipt", "conclusion"):
        assert f"/my/report/2025/{paper}.pdf" in page and f"/my/report/2025/{paper}.en.pdf" in page
    said = text(preparer.get("/my/report/2025/conclusion.en.pdf").data)
    assert "translation for information" in said and "Qualified" in said
    page = officer.get(address).get_data(as_text=True)
    assert f"{address}/papers/{step.id}.pdf" in page
    english = officer.get(f"{address}/papers/{step.id}.en.pdf")
    assert english.headers["Content-Disposition"].startswith("attachment") and "(English)" in str(
        english.headers["Content-Disposition"]
    )
    assert text(english.data) == said
    assert "translation" not in text(officer.get(f"{address}/papers/{step.id}.pdf").data)


def test_a_step_without_a_paper_has_none_in_english_either(app: Flask, sqlite_database: Database) -> None:
    with sqlite_database.write() as db:
        people = People(db)
        report = consented(db, people)
        address = f"/desk/reports/{report.id}/papers/{report.steps[-1].id}"
    officer = Visitor(app).sign_in(people.officer)
    assert [officer.get(f"{address}{end}").status_code for end in (".pdf", ".en.pdf")] == [404, 404]


def test_a_period_that_the_calendar_does_not_tell_is_to_be_announced_until_the_office_enters_it(
    app: Flask, sqlite_database: Database
) -> None:
    with sqlite_database.write() as db:
        people = People(db, kind=Kind.ASSOCIATION, charity_since=None, registered_on=date(2038, 1, 5))
        listing.open_proposals(db, NOTICED)
        case = cases_of(db, people.organization.code)[0]
        acts.take(db, NOTICED, people.officer, case, Move.NOTICED, {})
        number = case.number
    pages = (
        (Visitor(app).sign_in(people.preparer), f"/my/cases/{number}"),
        (Visitor(app).sign_in(people.officer), f"/desk/cases/{number}"),
    )
    for visitor, address in pages:
        assert "待公布" in visitor.get(address).get_data(as_text=True)
        assert "to be announced" in visitor.get(f"{address}?lang=en").get_data(as_text=True)
    with sqlite_database.write() as db:
        for day in (date(2039, 12, 30), date(2040, 1, 2)):
            db.add(Holiday(day=day, working=False, source="国办发明电〔2038〕9号"))
    for visitor, address in pages:
        assert "2040年1月12日" in visitor.get(f"{address}?lang=zh").get_data(as_text=True)


def test_papers_of_a_case_are_offered_in_english_to_both_sides(app: Flask, sqlite_database: Database) -> None:
    with sqlite_database.write() as db:
        people = People(db, kind=Kind.ASSOCIATION, charity_since=None, registered_on=date(2024, 1, 5))
        listing.open_proposals(db, date(2025, 7, 1))
        case = cases_of(db, people.organization.code)[0]
        move = acts.take(db, date(2025, 7, 2), people.officer, case, Move.NOTICED, {})
        db.flush()
        address, stranger = f"/cases/{case.number}/papers/{move.id}.en.pdf", make.account(db, Role.OFFICER)
    for account, place in ((people.preparer, "/my"), (people.officer, "/desk")):
        visitor = Visitor(app).sign_in(account)
        assert quote(address) in visitor.get(f"{place}/cases/{case.number}").get_data(as_text=True)
        assert "translation for information" in text(visitor.get(f"{place}{address}").data)
    assert Visitor(app).sign_in(stranger).get(f"/desk{address}").status_code == 404

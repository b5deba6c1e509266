"""Figures on pages: each number opens to as many cases; the public sees no case that may not be shown."""

import csv
import io
import re
from datetime import date, timedelta

import pytest

from audits.complaint.kept import step_of
from audits.config import today
from audits.web.app import create_app
from compliance.complaint import Doing
from compliance.facts import Conclusion
from compliance.statistics import FIGURES
from compliance.statistics.figure import Seen
from models.account import Account, Role
from models.complaint import Complaint
from models.db import Database
from models.organization import Organization
from models.registrar import Registrar
from tests import make
from tests.audits.draw.course import drawn
from tests.models.statistics.office import assessed, happened, organization, reported
from tests.visitor import Visitor

LINK = re.compile(r'<a href="(/(?:desk/)?statistics/[^"]+)" aria-label="[^"]*">(\d+)</a>')
TOTAL = re.compile(r'<h1>[^<]*<span class="quiet">(\d+)</span>')
SECRET = "把善款转走的事实"
HIDDEN = re.compile(r"其中(\d+)件不再展示")
YESTERDAY = today() - timedelta(days=1)
EVIL = "=HYPERLINK(1)基金会"
"""A name that a spreadsheet program would compute."""


@pytest.fixture
def city(sqlite_database: Database) -> Registrar:
    """An office with some of everything in the first half of 2025, one organization with a repaired listing."""
    with sqlite_database.write() as db:
        office = make.registrar(db)
        some = [organization(db, office) for _ in range(4)]
        some[0].name = EVIL
        for n, of in enumerate(some[:3]):
            verdict = list(Conclusion)[n]
            reported(db, of, 2024, date(2025, 4, 1 + n), [(date(2025, 6, 1 + n), verdict)], audited=n == 0)
        of = some[0]
        happened(db, of, date(2025, 2, 1), "warning")
        happened(db, of, YESTERDAY, "suspension")
        happened(db, of, date(2025, 2, 3), "complaint_upheld")
        assessed(db, of, date(2024, 1, 1), "3A", date(2028, 12, 31))
        for one in some[:2]:
            happened(db, one, date(2025, 3, 1), "listed", list="anomaly", ground="anomaly.unreachable")
        happened(db, some[1], date(2025, 5, 1), "repaired", list="anomaly", ground="anomaly.unreachable")
        for n, about in enumerate((some[2].code, "某某中心")):
            complaint = Complaint(number=f"{n:010}", token=f"{n:032}", secret="", registrar_id=office.id)
            complaint.code, complaint.topic = (some[2].code if n == 0 else None), "fees"
            for doing in (Doing.RECEIVED, (Doing.TAKEN_UP, Doing.REFUSED)[n]):
                complaint.steps.append(step_of(doing, date(2025, 2, 7), {"about": about, "text": SECRET}))
            db.add(complaint)
        drawn(db)
        return office


def officer(database: Database, of: Registrar, role: Role = Role.OFFICER) -> Visitor:
    with database.write() as db:
        account: Account = make.account(db, role, registrar=of)
    return Visitor(create_app(database)).sign_in(account)


def text(visitor: Visitor, address: str) -> str:
    answer = visitor.get(address)
    assert answer.status_code == 200, (address, answer.get_data(as_text=True))
    return answer.get_data(as_text=True)


def opened(visitor: Visitor, address: str) -> list[tuple[str, int, int]]:
    """Each number of a page with the total that its link shows."""
    found = []
    for link, number in LINK.findall(text(visitor, address)):
        page = text(visitor, link.replace("&amp;", "&"))
        total = TOTAL.search(page)
        assert total is not None, link
        hidden = HIDDEN.search(page)
        rows = page.partition("<tbody>")[2].count("<tr>")
        assert rows == min(50, int(total[1]) - (int(hidden[1]) if hidden else 0)), link
        found.append((link, int(number), int(total[1])))
    return found


@pytest.mark.parametrize("query", ["?period=2025H1", "?period=2025&against=year", "?period=2025Q2&lang=zh"])
def test_every_number_of_the_desk_opens_to_as_many_cases(
    sqlite_database: Database, city: Registrar, query: str
) -> None:
    found = opened(officer(sqlite_database, city), f"/desk/statistics{query}")
    assert len(found) > 12
    assert [one for one in found if one[1] != one[2]] == []


def test_every_number_of_the_public_page_opens_to_as_many_cases(
    sqlite_database: Database, city: Registrar
) -> None:
    found = opened(Visitor(create_app(sqlite_database)), "/statistics?period=2025H1")
    assert len(found) > 12
    assert [one for one in found if one[1] != one[2]] == []


def test_every_number_of_the_desks_first_page_opens_to_as_many_cases(
    sqlite_database: Database, city: Registrar
) -> None:
    found = opened(officer(sqlite_database, city), "/desk")
    assert found
    assert [one for one in found if one[1] != one[2]] == []


def named(database: Database, city: Registrar) -> list[Organization]:
    with database.read() as db:
        of = db.query(Organization).filter(Organization.registrar_id == city.id)
        return of.order_by(Organization.registered_on, Organization.code).all()


def test_the_public_sees_neither_a_repaired_entry_nor_a_light_penalty(
    sqlite_database: Database, city: Registrar
) -> None:
    visitor = Visitor(create_app(sqlite_database))
    repaired = named(sqlite_database, city)[1].code
    assert repaired in text(visitor, "/statistics/newly_registered?period=2015")
    page = text(visitor, "/statistics/anomaly.in?period=2025H1")
    assert repaired not in page
    assert TOTAL.search(page)[1] == "2"  # type: ignore[index]
    assert "限期停止活动" in text(visitor, f"/statistics/penalties?period={YESTERDAY.year}")
    light = text(visitor, "/statistics/penalties?period=2025H1")
    assert HIDDEN.search(light)[1] == "1"  # type: ignore[index]
    assert "<tbody>" not in light
    assert repaired in text(officer(sqlite_database, city), "/desk/statistics/anomaly.in?period=2025H1")


def test_cases_that_are_the_offices_own_open_nowhere_in_public(
    sqlite_database: Database, city: Registrar
) -> None:
    visitor = Visitor(create_app(sqlite_database))
    page = text(visitor, "/statistics?period=2025H1")
    for one in FIGURES:
        if one.seen is Seen.NONE:
            assert f"/statistics/{one.key}" not in page
            assert visitor.get(f"/statistics/{one.key}?period=2025H1").status_code == 404


@pytest.mark.parametrize("where", ["/statistics", "/desk/statistics"])
def test_what_is_asked_wrongly_is_said(sqlite_database: Database, city: Registrar, where: str) -> None:
    visitor = officer(sqlite_database, city)
    for query in ("?period=2999", "?period=2025H3", "?against=never"):
        assert visitor.get(f"{where}{query}").status_code == 422
    assert visitor.get(f"{where}/registered?to=yesterday").status_code == 422
    assert visitor.get(f"{where}/no-such-figure").status_code == 404


def test_complaints_are_counted_and_open_to_their_numbers_for_those_who_handle_them(
    sqlite_database: Database, city: Registrar
) -> None:
    address = "/desk/statistics/complaints?period=2025H1"
    page = text(officer(sqlite_database, city), address)
    assert page.count('href="/desk/complaints/') == 2
    assert "未写明或者未能识别" in page
    assert SECRET not in page
    administrator = text(officer(sqlite_database, city, Role.ADMINISTRATOR), address)
    assert 'href="/desk/complaints/' not in administrator
    assert "不予受理的投诉举报" in text(Visitor(create_app(sqlite_database)), "/statistics?period=2025H1")
    assert re.search("投诉举报</span><b>1</b>", text(officer(sqlite_database, city), "/desk"))


def test_an_officer_of_another_office_counts_nothing_of_it(
    sqlite_database: Database, city: Registrar
) -> None:
    with sqlite_database.write() as db:
        other = make.registrar(db)
    visitor = officer(sqlite_database, other)
    assert LINK.findall(text(visitor, "/desk/statistics?period=2025H1")) == []
    assert EVIL not in text(visitor, "/desk/statistics/registered?period=2025H1")


def test_only_the_office_sees_the_figures_of_the_desk(sqlite_database: Database, city: Registrar) -> None:
    inspector = officer(sqlite_database, city, Role.INSPECTOR)
    assert inspector.get("/desk/statistics").status_code == 403
    assert 'id="figures"' not in text(inspector, "/desk")


@pytest.mark.parametrize("where", ["/statistics", "/desk/statistics"])
def test_what_is_not_kept_is_said(sqlite_database: Database, city: Registrar, where: str) -> None:
    assert "离任审计" in text(officer(sqlite_database, city), where)


def test_files_are_safe_to_open(sqlite_database: Database, city: Registrar) -> None:
    visitor = officer(sqlite_database, city)
    answer = visitor.get("/desk/statistics/registered/cases.csv?period=2025H1")
    rows = list(csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig"))))
    assert len(rows) == 5
    assert "'" + EVIL in {row[1] for row in rows}
    assert answer.headers["Content-Disposition"].startswith("attachment")
    for address in ("/desk/statistics.csv", "/statistics.csv"):
        lines = visitor.get(f"{address}?period=2025H1").get_data().decode("utf-8-sig").splitlines()
        assert len(lines) == len(FIGURES) + 1


def test_the_work_report_comes_in_both_languages(sqlite_database: Database, city: Registrar) -> None:
    visitor = officer(sqlite_database, city)
    for name in ("report.pdf", "report.en.pdf"):
        answer = visitor.get(f"/desk/statistics/{name}?period=2025H1")
        assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
        assert answer.get_data().startswith(b"%PDF-")


def test_an_empty_register_has_figures_of_nought(sqlite_database: Database) -> None:
    visitor = Visitor(create_app(sqlite_database))
    for language in ("zh", "en"):
        assert "<table" in text(visitor, f"/statistics?lang={language}")

"""What a visitor is promised: everything public is found, nothing else is shown, nothing ends in a fault."""

import re
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from sqlalchemy import event, select

from audits.config import now, today
from audits.progress import add_step
from audits.template import template
from audits.web.app import create_app
from compliance.conclusion import concluded_under
from compliance.facts import Kind
from compliance.form.document import to_json
from compliance.form.example import example
from compliance.published import street
from models.db import Database
from models.event import Event
from models.organization import Organization
from models.record import figures_row
from models.report import Report, Took, keep
from models.search import rebuild
from tests import make
from tests.visitor import Visitor

PAGES = (
    "/", "/organizations", "/lists/anomaly", "/lists/serious", "/ranking", "/ranking/method", "/law",
    "/check", "/log", "/accessibility",
)  # fmt: skip
CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.fixture
def visitor(sqlite_database: Database) -> Visitor:
    return Visitor(create_app(sqlite_database))


def an_organization(database: Database, **given: Any) -> Organization:
    with database.write() as db:
        made = make.organization(db, **given)
        db.flush()
        rebuild(db)
        return made


def happened(database: Database, code: str, what: str, on: date, **details: str) -> None:
    with database.write() as db:
        db.add(Event(code=code, on=on, what=what, details=details, at=now()))


def reported(database: Database, of: Organization, year: int) -> None:
    lines = to_json(of.kind, year, example(of.kind, year))["lines"]
    with database.write() as db:
        report = Report(
            code=of.code, year=year, version=1, kind=of.kind, sha256=keep(db, b"x", "text/plain"),
            file_name="r",
            uploaded_at=now(), rules="", verdict="accepted", lines=lines, faults=[], corrected=[],
        )  # fmt: skip
        db.add(report)
        db.flush()
        row = figures_row(db, of.code, year, report.id, {"total_expense": 100})
        row.received_on = row.published_on = date(year + 1, 3, 1)


def text(visitor: Visitor, address: str, status: int = 200) -> str:
    answer = visitor.get(address)
    assert answer.status_code == status, address
    return answer.get_data(as_text=True)


@pytest.mark.parametrize("address", PAGES)
def test_every_page_opens_in_both_languages_on_an_empty_register(visitor: Visitor, address: str) -> None:
    assert CHINESE.search(text(visitor, address))
    assert 'lang="en"' in text(visitor, f"{address}?lang=en")


@pytest.mark.parametrize(
    "address", ["/", "/organizations", "/ranking", "/check", "/accessibility", "/organizations?q=zz"]
)
def test_an_english_page_has_no_chinese_but_the_name_of_the_site(visitor: Visitor, address: str) -> None:
    page = text(visitor, address + ("&" if "?" in address else "?") + "lang=en")
    assert set(CHINESE.findall(page)) <= set("阳光中文")


def test_two_characters_of_a_name_find_it(visitor: Visitor, sqlite_database: Database) -> None:
    made = an_organization(sqlite_database, name="阳光市青年助学基金会")
    assert made.code in text(visitor, "/organizations?q=助学")
    assert made.code not in text(visitor, "/organizations?q=没有")


@pytest.mark.parametrize(
    "query",
    ["page=x", "page=0", "size=201", "size=-1", "kind=club", "level=moon", "sort=money", "year=1",
     "page=9999&size=200",
     "q=" + "x" * 101, "page=%00", "page=１"],
)  # fmt: skip
def test_a_wrong_parameter_is_said_and_is_no_fault(visitor: Visitor, query: str) -> None:
    assert visitor.get(f"/organizations?{query}").status_code == 422


@pytest.mark.parametrize(
    "address",
    ["/organizations/x", "/organizations/x/reports/2024", "/lists/other", "/ranking/7", "/ranking/x"],
)
def test_what_does_not_exist_is_not_found(visitor: Visitor, address: str) -> None:
    text(visitor, address, 404)


def test_a_name_is_text_and_never_markup(visitor: Visitor, sqlite_database: Database) -> None:
    made = an_organization(sqlite_database, name="<script>alert(1)</script>协会")
    for address in ("/organizations", f"/organizations/{made.code}", "/organizations?q=<script>"):
        assert "<script>" not in text(visitor, address)


def test_an_entry_is_shown_with_reason_article_and_authority_and_gone_once_repaired(
    visitor: Visitor, sqlite_database: Database
) -> None:
    made = an_organization(sqlite_database)
    day, ground = today() - timedelta(30), {"list": "anomaly", "ground": "anomaly.warned_or_fined"}
    happened(sqlite_database, made.code, "listed", day, **ground)
    addresses = ("/lists/anomaly", f"/organizations/{made.code}")
    for address in addresses:
        page = text(visitor, address)
        assert "受到警告" in page and "社会组织信用信息管理办法" in page and "阳光市民政局" in page
    happened(sqlite_database, made.code, "removed", day + timedelta(1), list="anomaly")
    for address in addresses:
        assert "受到警告" in text(visitor, address).split("近期移出")[-1]
    happened(sqlite_database, made.code, "repaired", day + timedelta(2), list="anomaly")
    assert made.code not in text(visitor, "/lists/anomaly")
    assert "受到警告" not in text(visitor, addresses[1])


def test_penalties_are_shown_as_long_as_the_law_allows(visitor: Visitor, sqlite_database: Database) -> None:
    made = an_organization(sqlite_database)
    happened(sqlite_database, made.code, "warning", today() - timedelta(9))
    happened(sqlite_database, made.code, "fine", today() - timedelta(500), amount="777.00")
    happened(sqlite_database, made.code, "fine", today() - timedelta(9), amount="888.00")
    page = text(visitor, f"/organizations/{made.code}")
    assert "888.00" in page and "777.00" not in page and "警告" not in page


def test_points_and_grade_are_never_public(visitor: Visitor, sqlite_database: Database) -> None:
    made = an_organization(sqlite_database)
    for address in (f"/organizations/{made.code}", f"/api/v1/organizations/{made.code}"):
        page = text(visitor, address)
        assert "信用积分" not in page and '"credit"' not in page and "points" not in page


def test_money_adds_up_and_every_bar_leads_to_its_line(visitor: Visitor, sqlite_database: Database) -> None:
    made = an_organization(sqlite_database)
    reported(sqlite_database, made, today().year - 1)
    page = text(visitor, f"/organizations/{made.code}")
    links = re.findall(rf'href="(/organizations/{made.code}/reports/\d+)#([\w.]+)"', page)
    assert links and page.count("各项相加等于合计") == 2
    lines = text(visitor, links[0][0])
    assert all(f'id="{line}"' in lines for _, line in links)


def test_every_conclusion_cites_the_article_it_rests_on(visitor: Visitor, sqlite_database: Database) -> None:
    made, year = an_organization(sqlite_database), today().year - 1
    reported(sqlite_database, made, year)
    with sqlite_database.write() as db:
        report = db.scalars(select(Report)).one()
        add_step(report, Took.CONCLUDED, today(), None, conclusion="unqualified", reasons="x", findings=[])
    (told,) = visitor.get(f"/api/v1/organizations/{made.code}").get_json()["conclusions"]
    cited = [cite.said.zh for cite in concluded_under(made.fact, year, today())]
    assert cited and told["basis"] == cited
    assert all(one in text(visitor, f"/organizations/{made.code}") for one in cited)


def test_a_report_shows_nothing_personal(visitor: Visitor, sqlite_database: Database) -> None:
    made = an_organization(sqlite_database)
    year = today().year - 1
    reported(sqlite_database, made, year)
    page = text(visitor, f"/organizations/{made.code}/reports/{year}")
    assert "governance." in page
    assert not re.search(r"1[3-9]\d{9}|[\w.]+@[\w.]+\.\w+|\d{17}[\dX]", page.replace(made.code, ""))


def test_the_house_number_of_an_address_stays_private(visitor: Visitor, sqlite_database: Database) -> None:
    made = an_organization(sqlite_database, address="阳光市东城区和平街88号3单元502室")
    page = text(visitor, f"/organizations/{made.code}")
    assert "和平街" in page and "502" not in page


def test_a_report_and_the_year_before_beside_it_show_no_house_number(
    visitor: Visitor, sqlite_database: Database
) -> None:
    made, year = an_organization(sqlite_database), today().year - 1
    for one in (year - 1, year):
        reported(sqlite_database, made, one)
    given = str(example(made.kind, year)["basic.address.value"])
    page = text(visitor, f"/organizations/{made.code}/reports/{year}")
    assert given != street(given) and given not in page
    assert page.count(f"{street(given)}<") == 2


def test_a_file_is_checked_without_an_account_and_every_verdict_is_a_page(visitor: Visitor) -> None:
    whole = template(Kind.FOUNDATION, 2025, prefill=example(Kind.FOUNDATION, 2025))
    for content, name, said in ((whole, "r.xlsx", "可以报送"), (b"%PDF-1.7", "r.xlsx", "暂不能报送")):
        answer = visitor.post("/check", {"report": (BytesIO(content), name)})
        assert answer.status_code == 200 and said in answer.get_data(as_text=True)
    assert visitor.post("/check").status_code == 422


def test_the_empty_form_is_a_download(visitor: Visitor) -> None:
    answer = visitor.get("/check/template?kind=association&year=2025")
    assert answer.data.startswith(b"PK") and "attachment" in answer.headers["Content-Disposition"]
    assert visitor.get("/check/template?kind=association&year=1900").status_code == 422


def test_health_says_what_is_up(visitor: Visitor) -> None:
    health = visitor.get("/health").get_json()
    assert health["ok"] and health["schema"]


def test_the_number_of_queries_does_not_grow_with_the_page(sqlite_database: Database) -> None:
    from_few, from_many = (queries(sqlite_database, some) for some in (2, 12))
    assert from_few == from_many


def queries(database: Database, some: int) -> int:
    with database.write() as db:
        office, unit = make.registrar(db), make.unit(db)
        for _ in range(some):
            make.organization(db, registrar=office, unit=unit)
    asked: list[str] = []
    visitor = Visitor(create_app(database))

    def note(*arguments: Any) -> None:
        asked.append(arguments[2])

    event.listen(database.engine, "before_cursor_execute", note)
    visitor.get("/organizations?size=50")
    event.remove(database.engine, "before_cursor_execute", note)
    return len(asked)

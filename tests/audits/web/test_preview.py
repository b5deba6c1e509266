"""The preview of an edition through its pages: an officer prepares, organizations look and object, it is published."""

import re
from datetime import date

import pytest
from werkzeug.test import TestResponse

from audits.config import today
from audits.preview.prepare import prepare
from audits.web.app import create_app
from models.account import Account, Role
from models.db import Database
from models.holiday import Holiday
from models.preview import objections, open_previews, preview_of
from models.ranking import editions
from tests import make
from tests.audits.preview.course import YEAR, Office, office
from tests.visitor import Visitor

BEGUN, DAY = date(2026, 9, 1), date(2026, 7, 1)


@pytest.fixture
def of(sqlite_database: Database) -> Office:
    with sqlite_database.write() as db:
        for year in (today().year, today().year + 1):
            db.add(Holiday(day=date(year, 1, 1), working=False, source="放假通知"))
        return office(db)


@pytest.fixture
def number(sqlite_database: Database, of: Office) -> int:
    """A preview whose period ends today."""
    with sqlite_database.write() as db:
        preview = prepare(db, BEGUN, of.officer, YEAR, DAY)
        preview.until = today()
        return preview.id


def visitor(database: Database, account: Account | None = None) -> Visitor:
    found = Visitor(create_app(database))
    return found.sign_in(account) if account else found


def over(database: Database, number: int) -> None:
    """From now on the period of a preview is over."""
    with database.write() as db:
        preview = preview_of(db, number)
        assert preview is not None
        preview.until = BEGUN


def text(answer: TestResponse) -> str:
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return answer.get_data(as_text=True)


def test_an_officer_prepares_an_edition_by_the_form(sqlite_database: Database, of: Office) -> None:
    officer = visitor(sqlite_database, of.officer)
    assert "编制一期" in text(officer.get("/desk/ranking"))
    answer = officer.post("/desk/ranking", {"year": str(YEAR), "day": today().isoformat()})
    assert answer.status_code == 303
    page = text(officer.get(answer.headers["Location"]))
    assert "预览已发出" in page and "没有异议" in page and "届满前不能公布" in page
    assert "核对期至" in text(officer.get("/desk/ranking"))
    again = officer.post("/desk/ranking", {"year": str(YEAR), "day": today().isoformat()})
    assert again.status_code == 409 and "已有预览" in again.text


@pytest.mark.parametrize(
    ("year", "day", "status"),
    [("", "", 422), ("二零", "2026-07-01", 422), ("2025", "1 July", 422), ("2025", "2999-01-01", 422),
     ("2019", "2026-07-01", 409), ("９９９９", "2026-07-01", 422)],
)  # fmt: skip
def test_a_form_that_is_wrong_is_sent_back_with_a_word(
    sqlite_database: Database, of: Office, year: str, day: str, status: int
) -> None:
    answer = visitor(sqlite_database, of.officer).post("/desk/ranking", {"year": year, "day": day})
    assert answer.status_code == status
    with sqlite_database.read() as db:
        assert open_previews(db) == []


def test_an_organization_sees_its_own_preview_and_nobody_elses(
    sqlite_database: Database, of: Office, number: int
) -> None:
    mine, other = (visitor(sqlite_database, who) for who in (of.mine, of.other))
    page = text(mine.get("/my/ranking"))
    assert f"{YEAR}年度排行预览" in page and "逐项得分" in page and "怎样提高得分" in page
    assert not any(code in page for code in of.codes[1:])
    assert "查看预览" in text(mine.get("/my"))
    assert "未列入本期" in text(other.get("/my/ranking"))
    assert "查看预览" not in text(other.get("/my"))
    english = text(mine.get("/my/ranking?lang=en"))
    assert f"Preview of the ranking on {YEAR}" in english and "Object to an item" in english
    assert "/badges/" not in page


def test_nothing_of_a_preview_is_public(sqlite_database: Database, of: Office, number: int) -> None:
    with sqlite_database.read() as db:
        preview = preview_of(db, number)
    assert preview is not None
    stranger = visitor(sqlite_database)
    for address in (
        f"/ranking/{preview.edition_id}",
        f"/ranking/{preview.edition_id}/{of.codes[0]}",
        f"/api/v1/ranking/{preview.edition_id}",
        f"/badges/{of.codes[0]}.svg",
    ):
        assert stranger.get(address).status_code == 404
    assert "未参加排行" not in text(stranger.get(f"/compare?code={of.codes[0]}"))
    assert stranger.get("/my/ranking").status_code == stranger.get("/desk/ranking").status_code == 303


def test_an_objection_goes_its_way_from_page_to_page(
    sqlite_database: Database, of: Office, number: int
) -> None:
    mine, officer = visitor(sqlite_database, of.mine), visitor(sqlite_database, of.officer)
    form = {"item": "publication", "reasons": "<b>已公开</b>"}
    answer = mine.post(f"/my/ranking/{number}/objections", form)
    assert answer.status_code == 303
    page = text(mine.get(answer.headers["Location"]))
    assert "待答复" in page and "&lt;b&gt;已公开&lt;/b&gt;" in page
    assert 'value="publication"' not in page and 'value="audit"' in page
    assert mine.post(f"/my/ranking/{number}/objections", form).status_code == 409
    assert "1项待答复" in text(officer.get("/desk"))
    with sqlite_database.read() as db:
        (one,) = objections(db, number)
    desk = text(officer.get(f"/desk/ranking/{number}"))
    assert "&lt;b&gt;已公开&lt;/b&gt;" in desk and "待答复" in text(officer.get("/desk/ranking"))
    address = f"/desk/ranking/{number}/objections/{one.id}"
    assert officer.post(address, {"answer": "", "reasons": "x"}).status_code == 422
    assert officer.post(address, {"answer": "accept", "reasons": " "}).status_code == 422
    assert officer.post(address, {"answer": "accept", "reasons": "已更正"}).status_code == 303
    assert officer.post(address, {"answer": "reject", "reasons": "又"}).status_code == 409
    assert f"/desk/ranking/{number}" not in text(officer.get("/desk"))
    told = text(mine.get("/my/ranking"))
    assert "采纳" in told and "已更正" in told and "在事实所在处更正" in told
    assert "待答复" not in text(visitor(sqlite_database, of.theirs).get("/my/ranking"))


def test_after_the_period_nobody_objects_and_the_officer_publishes(
    sqlite_database: Database, of: Office, number: int
) -> None:
    mine, officer = visitor(sqlite_database, of.mine), visitor(sqlite_database, of.second)
    address = f"/desk/ranking/{number}/publication"
    assert officer.post(address).status_code == 409
    assert "公布该期</button>" not in text(officer.get(f"/desk/ranking/{number}"))
    over(sqlite_database, number)
    late = mine.post(f"/my/ranking/{number}/objections", {"item": "audit", "reasons": "x"})
    assert late.status_code == 409 and "届满" in late.text
    assert "<select" not in text(mine.get("/my/ranking"))
    assert "公布该期</button>" in text(officer.get(f"/desk/ranking/{number}"))
    assert officer.post(address).status_code == 303
    assert officer.post(address).status_code == 409
    with sqlite_database.read() as db:
        (edition,) = editions(db)
    assert f"/ranking/{edition.id}" in text(officer.get(f"/desk/ranking/{number}"))
    page = text(mine.get("/my/ranking"))
    assert f'src="/badges/{of.codes[0]}.svg"' in page and "当前没有预览" in page
    assert text(visitor(sqlite_database).get(f"/ranking/{edition.id}/{of.codes[0]}"))


def test_a_preview_is_withdrawn_with_reasons(sqlite_database: Database, of: Office, number: int) -> None:
    officer, address = visitor(sqlite_database, of.officer), f"/desk/ranking/{number}/withdrawal"
    assert officer.post(address).status_code == 422
    assert officer.post(address, {"reasons": "截止日有误"}).status_code == 303
    page = text(officer.get(f"/desk/ranking/{number}"))
    assert "已撤回" in page and "截止日有误" in page
    assert "当前没有预览" in text(visitor(sqlite_database, of.mine).get("/my/ranking"))


def test_officers_of_an_office_below_look_and_do_not_act(
    sqlite_database: Database, of: Office, number: int
) -> None:
    with sqlite_database.write() as db:
        below = make.registrar(db, parent_id=of.registrar.id)
        account = make.account(db, Role.OFFICER, registrar=below)
    officer = visitor(sqlite_database, account)
    for address in ("/desk/ranking", f"/desk/ranking/{number}"):
        assert not re.search(r"<form(?![^>]*sign-out)[^>]*post", text(officer.get(address)))
    assert officer.post(f"/desk/ranking/{number}/withdrawal", {"reasons": "x"}).status_code == 403
    assert officer.get(f"/desk/ranking/{number + 1}").status_code == 404


def test_a_page_of_a_preview_is_not_asked_beyond_its_end(
    sqlite_database: Database, of: Office, number: int
) -> None:
    officer = visitor(sqlite_database, of.officer)
    assert text(officer.get(f"/desk/ranking/{number}?page=9&size=1"))
    assert officer.get(f"/desk/ranking/{number}?page=x").status_code == 422

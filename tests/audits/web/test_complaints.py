"""Complaints through their pages: without an account, on the desk, and invisible to whom they are about."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
import structlog
from flask import Flask

from audits.config import today
from audits.export import export
from audits.web.app import create_app
from audits.web.limit import limiter
from models.account import Account, Role
from models.db import Database
from tests import make
from tests.audits.test_complaint import PNG
from tests.visitor import Visitor

MARKS = 500
CODE = make.code(1)


@pytest.fixture
def app(sqlite_database: Database) -> Flask:
    return create_app(sqlite_database)


@pytest.fixture
def people(sqlite_database: Database) -> dict[Role, Account]:
    with sqlite_database.write() as db:
        office = make.organization(db, code=CODE, name="阳光市测试协会").registrar
        ours = {role: make.account(db, role, registrar=office) for role in (Role.OFFICER, Role.APPROVER)}
        signer = make.account(db, Role.SIGNER, code=CODE)
        return ours | {Role.SIGNER: signer, Role.ADMINISTRATOR: make.account(db, Role.ADMINISTRATOR)}


def token_of(page: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found
    return found[1]


def sent(visitor: Visitor, text: str, **more: object) -> tuple[str, str]:
    page = visitor.get(f"/complaints/new?code={CODE}").get_data(as_text=True)
    data = {"token": token_of(page), "about": "阳光市测试协会", "topic": "fees", "text": text, **more}
    answer = visitor.post("/complaints/new", data, content_type="multipart/form-data")
    shown = answer.get_data(as_text=True)
    assert answer.status_code == 200, shown
    assert answer.headers["Cache-Control"] == "no-store"
    number, secret = re.findall(r'<dd class="code">([^<]+)</dd>', shown)
    return number, secret


def test_a_complaint_goes_its_way_through_the_pages(app: Flask, people: dict[Role, Account]) -> None:
    stranger = Visitor(app)
    assert "阳光市测试协会" in stranger.get(f"/complaints/new?code={CODE}").get_data(as_text=True)
    number, secret = sent(stranger, "会费翻倍", name="赵六", files=(BytesIO(PNG), "收据.png"))
    officer, approver = (Visitor(app).sign_in(people[role]) for role in (Role.OFFICER, Role.APPROVER))
    page = officer.get(f"/desk/complaints/{number}").get_data(as_text=True)
    assert "会费翻倍" in page and "赵六" in page and "收据.png" in page
    (file,) = re.findall(rf"/desk/complaints/{number}/files/\d+", page)
    given = officer.get(file)
    assert given.data == PNG and given.headers["Content-Disposition"].startswith("attachment")
    take(officer, number, "taken_up")
    take(officer, number, "asked", text="哪一年开始的？")
    told = asked(stranger, number, secret)
    assert "哪一年开始的" in told and "收据" not in told
    data = {"secret": secret, "token": token_of(told), "doing": "added", "text": "2024年开始"}
    for _ in range(3):  # sent three times, entered once
        assert stranger.post(f"/complaints/{number}", data).status_code == 200
    assert officer.get(f"/desk/complaints/{number}").get_data(as_text=True).count("2024年开始") == 1
    take(
        officer, number, "referred", department="market", body="市监局", due="2027-01-08", text="涉嫌违规收费"
    )
    take(officer, number, "proposed", finding="upheld", text="已责令退还", reasons="账目核对")
    assert "账目核对" not in asked(stranger, number, secret)
    take(approver, number, "answered")
    told = asked(stranger, number, secret)
    assert "已责令退还" in told and "涉嫌违规收费" not in told and "账目核对" not in told
    assert officer.post(f"/desk/complaints/{number}/asked", {"text": "再问"}).status_code == 409


def take(who: Visitor, number: str, doing: str, **form: str) -> None:
    answer = who.post(f"/desk/complaints/{number}/{doing}", form)
    assert answer.status_code == 303, answer.get_data(as_text=True)


def asked(who: Visitor, number: str, secret: str) -> str:
    answer = who.post("/complaints", {"number": number, "secret": secret})
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_a_wrong_secret_and_a_wrong_number_answer_alike(app: Flask, people: dict[Role, Account]) -> None:
    visitor = Visitor(app)
    number, secret = sent(visitor, "事实")
    answers = [
        visitor.post("/complaints", {"number": one, "secret": said})
        for one, said in ((number, "AAAA"), ("1234567890", secret))
    ]
    assert [one.status_code for one in answers] == [404, 404]
    pages = [re.sub(r"[0-9a-f]{32}", "", one.get_data(as_text=True)) for one in answers]
    assert pages[0] == pages[1]
    assert visitor.get(f"/complaints/{number}").status_code == visitor.get("/complaints/1").status_code == 200


def test_what_cannot_be_taken_is_said_beside_what_was_written(
    app: Flask, people: dict[Role, Account]
) -> None:
    visitor = Visitor(app)
    data = {
        "token": "x" * 30,
        "about": "甲",
        "topic": "fees",
        "text": "写了很久的事实",
        "fault": "y",
        "status": "1",
    }
    data["files"] = (BytesIO(b"MZ"), "坏.pdf")  # type: ignore[assignment]
    answer = visitor.post("/complaints/new", data, content_type="multipart/form-data")
    assert answer.status_code == 422
    assert "写了很久的事实" in answer.get_data(as_text=True) and "坏.pdf" in answer.get_data(as_text=True)


def test_only_officers_and_approvers_read_complaints(app: Flask, people: dict[Role, Account]) -> None:
    number, _secret = sent(Visitor(app), "事实")
    for role in (Role.ADMINISTRATOR, Role.SIGNER):
        visitor = Visitor(app).sign_in(people[role])
        for address in ("/desk/complaints", f"/desk/complaints/{number}"):
            assert visitor.get(address).status_code == 403


def test_another_office_does_not_see_that_it_exists(
    app: Flask, people: dict[Role, Account], sqlite_database: Database
) -> None:
    number, _secret = sent(Visitor(app), "事实")
    with sqlite_database.write() as db:
        stranger = make.account(db, Role.OFFICER)
    visitor = Visitor(app).sign_in(stranger)
    for one in (number, "1234567890"):
        assert visitor.get(f"/desk/complaints/{one}").status_code == 404
        assert visitor.post(f"/desk/complaints/{one}/taken_up").status_code == 404
    assert number not in visitor.get("/desk/complaints?state=all").get_data(as_text=True)


def test_too_many_from_one_address_wait(app: Flask, people: dict[Role, Account]) -> None:
    visitor = Visitor(app)
    codes = {visitor.post("/complaints", {"number": "1", "secret": "x"}).status_code for _ in range(40)}
    assert codes == {404, 429}


def everything(app: Flask, who: Visitor) -> Iterator[str]:
    """Every page without blanks in its address, and those of the organization, as this visitor gets them."""
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and rule.endpoint != "static":
            address = re.sub(r"<[^>]*code>", CODE, str(rule.rule))
            if "<" not in address:
                yield who.get(address).data.decode(errors="replace")


def test_of_500_marks_none_is_found_outside_the_seal(
    app: Flask, people: dict[Role, Account], sqlite_database: Database, tmp_path: Path,
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(limiter, "enabled", False)
    visitor, fields = Visitor(app), ("text", "name", "contact")
    marks = [f"mark{n:04}zq" for n in range(MARKS)]
    for at in range(0, MARKS, 4):
        given = dict(zip(fields, marks[at : at + 3], strict=True))
        number, secret = sent(visitor, **given, files=(BytesIO(PNG), f"{marks[at + 3]}.png"))
        visitor.post("/complaints", {"number": number, "secret": "wrong"})
    signer, officer = Visitor(app).sign_in(people[Role.SIGNER]), Visitor(app).sign_in(people[Role.OFFICER])
    take(officer, number, "taken_up")
    found = [*everything(app, visitor), *everything(app, signer)]
    with structlog.testing.capture_logs() as lines:
        officer.post(f"/desk/complaints/{number}/answered", {})  # an error text
        visitor.post("/complaints", {"number": number, "secret": secret, "doing": "added"})
    export(sqlite_database, tmp_path / "out", today())
    files = [one for one in (tmp_path).rglob("*") if one.is_file()]
    held = b"\n".join(one.read_bytes() for one in files)
    shown = "\n".join([*found, str(lines), *capfd.readouterr()])
    assert len(found) > 40 and len(files) > 3
    assert not [mark for mark in marks if mark in shown or mark.encode() in held]

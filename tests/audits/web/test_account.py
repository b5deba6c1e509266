"""Signing in: who gets in, who does not, and when a session ends."""

from datetime import timedelta
from pathlib import Path

import pyotp
import pytest
from flask import Flask

from audits.config import ConfigFault, config, now
from audits.web.app import create_app
from models.account import Account, Role, SignIn
from models.db import Database
from tests import make
from tests.visitor import Visitor


@pytest.fixture
def app(database: Database) -> Flask:
    return create_app(database)


def an_account(database: Database, role: Role) -> Account:
    with database.write() as db:
        return make.account(db, role)


def test_a_preparer_enters_with_a_password_alone(app: Flask, database: Database) -> None:
    visitor = Visitor(app).sign_in(an_account(database, Role.PREPARER))
    assert visitor.get("/account/password").status_code == 200


def test_an_officer_is_nobody_until_the_second_factor_is_given(app: Flask, database: Database) -> None:
    officer = an_account(database, Role.OFFICER)
    visitor = Visitor(app)
    visitor.post("/account/sign-in", {"login": officer.login, "password": make.PASSWORD})
    assert visitor.get("/account/password").status_code == 303
    visitor.post("/account/second-factor", {"code": pyotp.TOTP(make.TOTP_SECRET).now()})
    assert visitor.get("/account/password").status_code == 200


def test_units_and_inspectors_owe_a_second_factor_where_the_settings_say_so(
    sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = create_app(sqlite_database)
    roles = (Role.SUPERVISING_UNIT, Role.INSPECTOR, Role.SIGNER)
    people = [an_account(sqlite_database, role) for role in roles]

    def goals() -> list[str]:
        entered = ({"login": one.login, "password": make.PASSWORD} for one in people)
        return [Visitor(app).post("/account/sign-in", given).headers["Location"] for given in entered]

    assert goals() == ["/desk", "/desk", "/my"]
    written = tmp_path / "config.toml"
    written.write_text('[web]\nsecond_factor_also = ["supervising_unit", "inspector"]\n')
    monkeypatch.setenv("YANGGUANG_CONFIG", str(written))
    config.cache_clear()
    assert [goal.partition("?")[0] for goal in goals()] == [*["/account/second-factor"] * 2, "/my"]
    written.write_text('[web]\nsecond_factor_also = ["unit"]\n')
    config.cache_clear()
    with pytest.raises(ConfigFault, match="no such role: unit"):
        create_app(sqlite_database)
    config.cache_clear()


def test_a_code_works_once(app: Flask, database: Database) -> None:
    officer = an_account(database, Role.OFFICER)
    code = pyotp.TOTP(make.TOTP_SECRET).now()
    statuses = []
    for _ in range(2):
        visitor = Visitor(app)
        visitor.post("/account/sign-in", {"login": officer.login, "password": make.PASSWORD})
        statuses.append(visitor.post("/account/second-factor", {"code": code}).status_code)
    assert statuses == [303, 422]


def test_a_wrong_password_and_an_unknown_account_get_the_same_answer(app: Flask, database: Database) -> None:
    known = an_account(database, Role.PREPARER)
    pages = []
    for login in (known.login, "x" * len(known.login)):
        answer = Visitor(app).post("/account/sign-in", {"login": login, "password": "wrong"})
        pages.append((answer.status_code, answer.get_data(as_text=True).replace(login, "")))
    assert pages[0] == pages[1]
    assert pages[0][0] == 422


def test_guessing_is_slowed_down(app: Flask, database: Database) -> None:
    account = an_account(database, Role.PREPARER)
    visitor = Visitor(app)
    tries = [visitor.post("/account/sign-in", {"login": account.login, "password": "no"}) for _ in range(11)]
    assert tries[-1].status_code == 429
    assert tries[-1].headers["Retry-After"]


def test_after_signing_out_the_old_cookie_opens_nothing(app: Flask, database: Database) -> None:
    visitor = Visitor(app).sign_in(an_account(database, Role.PREPARER))
    cookie = visitor.client.get_cookie("yangguang")
    assert cookie is not None
    visitor.post("/account/sign-out")
    visitor.client.set_cookie("yangguang", cookie.value)
    assert visitor.get("/account/password").status_code == 303


def test_a_disabled_account_is_out_at_the_next_request(app: Flask, database: Database) -> None:
    account = an_account(database, Role.PREPARER)
    visitor = Visitor(app).sign_in(account)
    with database.write() as db:
        db.merge(account).disabled_at = now()
    assert visitor.get("/account/password").status_code == 303


def test_an_idle_session_ends(app: Flask, database: Database) -> None:
    visitor = Visitor(app).sign_in(an_account(database, Role.PREPARER))
    with database.write() as db:
        db.query(SignIn).one().seen_at = now() - timedelta(hours=2)
    assert visitor.get("/account/password").status_code == 303


def test_a_form_from_another_site_is_refused(app: Flask, database: Database) -> None:
    visitor = Visitor(app).sign_in(an_account(database, Role.PREPARER))
    for origin in ("https://evil.example", "null", ""):
        answer = visitor.post("/account/sign-out", headers={"Origin": origin})
        assert answer.status_code == 400
    assert visitor.get("/account/password").status_code == 200


def test_the_way_back_stays_on_this_site(app: Flask, database: Database) -> None:
    account = an_account(database, Role.PREPARER)
    for goal, lands in (
        ("/my/report", "/my/report"),
        ("//evil.example", "/my"),
        ("https://evil.example", "/my"),
    ):
        form = {"login": account.login, "password": make.PASSWORD, "next": goal}
        assert Visitor(app).post("/account/sign-in", form).headers["Location"] == lands


def test_a_new_password_replaces_the_old(app: Flask, database: Database) -> None:
    account = an_account(database, Role.PREPARER)
    visitor = Visitor(app).sign_in(account)
    assert (
        visitor.post("/account/password", {"old": "wrong", "new": "a long new sentence"}).status_code == 422
    )
    assert visitor.post("/account/password", {"old": make.PASSWORD, "new": "short"}).status_code == 422
    answer = visitor.post("/account/password", {"old": make.PASSWORD, "new": "a long new sentence"})
    assert answer.status_code == 303
    entered = Visitor(app).post(
        "/account/sign-in", {"login": account.login, "password": "a long new sentence"}
    )
    assert entered.status_code == 303


def test_every_answer_carries_the_security_headers(app: Flask) -> None:
    answer = Visitor(app).get("/account/sign-in")
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Request-Id"]


def test_a_strange_host_is_refused(app: Flask) -> None:
    assert Visitor(app).get("/account/sign-in", headers={"Host": "evil.example"}).status_code == 400

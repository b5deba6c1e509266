"""`yangguang simulate` and `demo`: into an empty database or a new office's, never into one that is used."""

from pathlib import Path

import pytest
from sqlalchemy import select

from audits import config
from audits.cli import run
from audits.demo import FOLDER, Demo, Wanted
from models import fsck, migrate
from models.account import Account, Role, by_login
from models.db import Database
from models.organization import Organization
from models.registrar import highest, registrars

SIMULATE = ["simulate", "--organizations", "50", "--years", "2024-2025", "--on", "2026-11-23"]


@pytest.fixture
def empty(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The address of a database that does not exist yet, which the commands find by configuration."""
    url = f"sqlite:///{tmp_path / 'new.db'}"
    monkeypatch.setenv("YANGGUANG_DATABASE_URL", url)
    monkeypatch.chdir(tmp_path)
    config.config.cache_clear()
    return url


def test_init_and_then_simulate_makes_the_office_the_simulated_city(
    empty: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", "--level", "county"]) == 0
    assert run(SIMULATE) == 0, capsys.readouterr().err
    database = Database(empty)
    with database.read() as db:
        city = highest(db)
        assert city is not None and len(registrars(db)) > 1
        administrator = by_login(db, "admin")
        assert administrator is not None and administrator.registrar_id == city.id
        assert {one.role for one in db.scalars(select(Account))} == set(Role)
        assert len(db.scalars(select(Organization.code)).all()) == 50
        assert list(fsck.damage(database, db)) == []
    database.close()


def test_a_used_database_is_refused_with_what_to_do(empty: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(SIMULATE) == 0
    assert run(SIMULATE) == 1
    assert "Use an empty one: YANGGUANG_DATABASE_URL=" in capsys.readouterr().err


def test_an_office_with_officers_is_in_use(empty: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init"]) == 0
    assert run(["account", "add", "lin", "--role", "officer", "--name", "林晓"]) == 0
    assert run(SIMULATE) == 1
    assert "holds organizations or accounts" in capsys.readouterr().err


def test_other_numbers_do_not_take_a_running_demo_away(
    empty: str, capsys: pytest.CaptureFixture[str]
) -> None:
    demo = ["demo", "--no-serve", "--organizations", "50", "--seed"]
    running = Demo(Wanted(50, 2021, 2025, 1, migrate.newest()))
    with running.held(alone=False):
        FOLDER.joinpath("demo.db").write_bytes(b"in use")
        assert run([*demo, "2"]) == 1
        assert FOLDER.joinpath("demo.db").read_bytes() == b"in use"
    assert "stop it first" in capsys.readouterr().err
    assert run([*demo, "2"]) == 0
    assert "yangguang-demo" in capsys.readouterr().out

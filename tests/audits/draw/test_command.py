"""`yangguang draw` from freeze to verify, as an office's operator uses it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from audits import config
from audits.cli import run
from models.db import Database
from tests.audits.draw.course import SOURCES, Office, office


@pytest.fixture
def of(sqlite_database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Office]:
    """An office that the commands find by configuration, in a working folder of its own."""
    config.config.cache_clear()
    monkeypatch.setenv("YANGGUANG_DATABASE_URL", str(sqlite_database.engine.url))
    monkeypatch.chdir(tmp_path)
    with sqlite_database.write() as db:
        made = office(db)
    yield made
    config.config.cache_clear()


def simulated(database: Database, of: Office) -> None:
    with database.write() as db:
        db.merge(of.organizations[0]).simulated = True


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert run(["draw", *arguments]) == 0, capsys.readouterr().err
    return json.loads(capsys.readouterr().out)


def test_a_simulated_office_draws_with_one_command_and_anyone_can_verify(
    sqlite_database: Database, of: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    simulated(sqlite_database, of)
    told = answer(capsys, "freeze", "--name", "抽查", "--json")
    assert list(told) == ["id", "hashes"]
    assert set(told["hashes"]) == {"population.csv", "excluded.csv", "inspectors.csv", "recusals.csv"}
    assert run(["draw", "seed", told["id"], *SOURCES]) == 0
    assert run(["draw", "seed", told["id"], "SSQ 1"]) == 1
    assert run(["draw", "export", told["id"], "out"]) == 0
    assert run(["draw", "verify", "out"]) == 0
    capsys.readouterr()
    shown = answer(capsys, "show", told["id"], "--json")
    assert (shown["stage"], shown["sources"]) == ("drawn", SOURCES)
    Path("out/drawn.csv").write_bytes(Path("out/drawn.csv").read_bytes()[:-5])
    assert run(["draw", "verify", "out"]) == 1
    assert "drawn.csv" in capsys.readouterr().err
    assert run(["draw", "export", told["id"], "out"]) == 0
    assert run(["draw", "verify", "out"]) == 0


def test_a_real_office_waits_and_two_officers_type(of: Office, capsys: pytest.CaptureFixture[str]) -> None:
    told = answer(capsys, "freeze", "--on", "2025-03-03", "--json")
    seed = ["draw", "seed", told["id"], *SOURCES]
    assert run(seed) == 2
    assert run([*seed, "--as", "nobody", "--on", "2025-06-03"]) == 1
    assert run([*seed, "--as", of.first.login, "--on", "2025-03-04"]) == 1
    for one in (of.first, of.second):
        assert run([*seed, "--as", one.login, "--on", "2025-06-03"]) == 0
    assert run(["draw", "show", told["id"]]) == 0
    assert "2025-1" in capsys.readouterr().err


def test_what_is_not_there_is_said(of: Office, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, status in (
        (["show", "2025-9"], 1), (["export", "2025-9", "x"], 1), (["verify", "nothing"], 2), (["seed", "2025-9"], 2),
        (["seed", "2025-9", "x"], 1), (["freeze", "--name", "长" * 101], 2),
    ):  # fmt: skip
        assert run(["draw", *arguments]) == status, arguments
        assert "Traceback" not in capsys.readouterr().err

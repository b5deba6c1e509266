"""`yangguang log`: the same files outside, a check that names what differs, and a memory of what was seen."""

import json
from pathlib import Path

import pytest

from audits import cli
from audits.log.files import key_file, published
from models.db import Database
from models.enter import note
from models.entry import Note
from tests import make


@pytest.fixture
def office(
    sqlite_database: Database, sqlite_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Database:
    """The database of the installation, in a working folder of its own."""
    monkeypatch.setenv("YANGGUANG_DATABASE_URL", sqlite_url)
    monkeypatch.chdir(tmp_path)
    enter(sqlite_database, 270)
    return sqlite_database


def enter(database: Database, count: int) -> None:
    with database.write() as db:
        for number in range(count):
            note(db, Note("test.act", make.MOMENT, {"number": number}))


def test_an_export_is_what_is_served_and_passes_the_check(
    office: Database, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["log", "export", "out"]) == 0
    assert cli.run(["log", "verify", "out", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["good"], told["entries"]) == (True, 270)
    here, there = published().root, tmp_path / "out"
    files = {path.relative_to(here) for path in here.rglob("*") if path.is_file()}
    assert files == {path.relative_to(there) for path in there.rglob("*") if path.is_file()}
    assert all((here / file).read_bytes() == (there / file).read_bytes() for file in files)
    enter(office, 300)
    assert cli.run(["log", "export", "out"]) == 0
    assert cli.run(["log", "verify", "out"]) == 0
    assert cli.run(["log", "verify"]) == 0
    assert "570 entries, 570 of them published" in capfd.readouterr().err


def test_a_copy_that_shrank_is_refused_by_who_has_seen_more(
    office: Database, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    cli.run(["log", "export", "old"])
    enter(office, 5)
    cli.run(["log", "export", "new"])
    assert cli.run(["log", "verify", "new", "--seen", "seen"]) == 0
    assert cli.run(["log", "verify", "old", "--seen", "seen"]) == 1
    assert "shrank" in capfd.readouterr().err
    assert cli.run(["log", "verify", "new", "--seen", "seen"]) == 0


def test_the_first_thing_that_differs_is_named(
    office: Database, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    cli.run(["log", "export", "out"])
    bundle = tmp_path / "out" / "tile" / "entries" / "000"
    bundle.write_bytes(bundle.read_bytes().replace(b"test.act", b"test.bad", 1))
    assert cli.run(["log", "verify", "out", "--json"]) == 1
    told = json.loads(capfd.readouterr().out)
    assert (told["good"], told["where"]) == (False, "tile/0/000")


def test_a_stranger_is_told_where_the_key_came_from(
    office: Database, capfd: pytest.CaptureFixture[str]
) -> None:
    cli.run(["log", "export", "out"])
    key = (Path("out") / "verifier-key.txt").read_text().strip()
    for name in (".signed", ".state", ".lock", ".key"):
        key_file().with_suffix(name).unlink()
    assert cli.run(["log", "verify", "out"]) == 0
    assert "taken from the copy itself" in capfd.readouterr().err
    assert cli.run(["log", "verify", "out", "--key", key]) == 0
    assert "taken from" not in capfd.readouterr().err
    assert cli.run(["log", "verify", "out", "--key", "x"]) == 2
    (Path("out") / "verifier-key.txt").unlink()
    assert cli.run(["log", "verify", "out"]) == 2


def test_a_database_that_was_changed_is_named(office: Database, capfd: pytest.CaptureFixture[str]) -> None:
    cli.run(["log", "export", "out"])
    with office.write() as db:
        db.connection().exec_driver_sql("DROP TRIGGER decision_body_update")
        db.connection().exec_driver_sql("UPDATE decision_body SET text = '{}' WHERE seq = 7")
    assert cli.run(["log", "verify"]) == 1
    assert "body 7" in capfd.readouterr().err


def test_a_text_is_erased_by_number_and_the_log_still_holds(
    office: Database, capfd: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["log", "erase", "3", "--basis", "PIPL 47"]) == 0
    assert cli.run(["log", "erase", "999", "--basis", "PIPL 47"]) == 1
    assert cli.run(["log", "export", "out"]) == 0
    assert cli.run(["log", "verify"]) == 0
    assert "271 entries" in capfd.readouterr().err

"""The command line: exit statuses, one JSON document on standard output, sentences instead of traces."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from audits import config
from audits.cli import COMMANDS, run
from compliance.facts import Kind
from models.account import Role, by_login
from models.db import Database
from models.organization import find
from tests import make

CONTRACT = {
    "init", "demo", "simulate", "serve", "schedule", "run", "import", "form", "template", "example", "check", "judge",
    "evaluate", "draw", "rank", "backup", "restore", "account", "fsck",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _fresh_settings() -> Iterator[None]:
    """No test sees the settings of another."""
    config.config.cache_clear()
    yield
    config.config.cache_clear()


@pytest.fixture
def office(sqlite_database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Database:
    """A fresh SQLite database that the commands find by configuration, in a working folder of its own."""
    monkeypatch.setenv("YANGGUANG_DATABASE_URL", str(sqlite_database.engine.url))
    monkeypatch.chdir(tmp_path)
    return sqlite_database


def answer(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> Any:
    """What a command with --json says on standard output, once it has ended with a status."""
    assert run(arguments) == status, capsys.readouterr().err
    return json.loads(capsys.readouterr().out)


def test_help_names_every_command_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    assert {line.split()[0] for line in capsys.readouterr().out.splitlines() if line[:2] == "  "} >= CONTRACT


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_loads_and_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    assert COMMANDS[name].split()[0] in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["form"], ["form", "--kind", "x", "--year", "2024"], ["judge"]]
)
def test_wrong_use_ends_with_two_and_a_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Error: " in said.err


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize(("year", "layout"), [(2025, 2004), (2026, 2026)])
def test_the_form_is_one_json_document(
    kind: Kind, year: int, layout: int, capsys: pytest.CaptureFixture[str]
) -> None:
    form = answer(capsys, "form", "--kind", kind.value, "--year", str(year), "--json")
    assert (form["kind"], form["year"], form["layout"]) == (kind.value, year, layout)
    assert len(form["lines"]) >= 150
    wanted = {"id", "sheet", "cell", "label", "label_en", "type", "required", "help", "rules"}
    assert all(wanted <= set(line) for line in form["lines"])


@pytest.mark.parametrize("name", ["t.xlsx", "t.json"])
def test_an_example_is_written_in_the_form_its_name_asks_for(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    assert run(["example", "--kind", "foundation", "--year", "2024", "-o", str(file)]) == 0
    assert file.read_bytes()[:1] == (b"{" if name.endswith("json") else b"P")


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = str(tmp_path / "nowhere" / "t.xlsx")
    assert run(["template", "--kind", "foundation", "--year", "2024", "-o", missing]) == 2
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["e.xlsx", "e.json"])
def test_an_example_is_accepted(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(tmp_path / name)
    assert run(["example", "--kind", "foundation", "--year", "2024", "-o", file]) == 0
    capsys.readouterr()
    verdict = answer(capsys, "check", file, "--on", "2025-03-01", "--json")
    assert (verdict["verdict"], verdict["faults"]) == ("accepted", [])


@pytest.mark.parametrize("content", [b"", b"junk", b"PK\3\4 torn", b"{}", b"[1, 2"])
def test_a_file_that_is_no_report_is_a_no(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "report.xlsx"
    file.write_bytes(content)
    verdict = answer(capsys, "check", str(file), "--json", status=1)
    assert [fault["severity"] for fault in verdict["faults"]] == ["stop"]


def dossier() -> dict[str, object]:
    organization = {
        "code": make.code(1),
        "name": "Sun",
        "kind": "foundation",
        "level": "city",
        "registered_on": "2015-01-01",
        "charity_since": "2018-01-01",
        "fundraising_since": None,
        "supervised": True,
        "original_fund": "2000000.00",
    }
    return {"organization": organization, "reports": [], "events": []}


def test_a_dossier_is_judged_by_the_law_of_a_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "dossier.json"
    file.write_text(json.dumps(dossier()))
    judged = answer(capsys, "judge", str(file), "--on", "2025-07-15", "--json")
    assert judged["on"] == "2025-07-15"
    assert {"duties", "findings", "unknown", "standing", "proposals", "repair", "credit"} <= set(judged)


@pytest.mark.parametrize(
    "content", ["", "not json", "[]", '{"a": NaN}', '{"organization": {}}', "[" * 100_000]
)
def test_a_dossier_that_cannot_be_read_ends_with_two(
    content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "dossier.json"
    file.write_text(content)
    assert run(["judge", str(file), "--json"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err


def test_init_gives_one_administrator_once(office: Database, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init"]) == 0
    assert "Password" in capsys.readouterr().out
    assert run(["init"]) == 0
    assert capsys.readouterr().out == ""
    with office.read() as db:
        first = by_login(db, "admin")
        assert first is not None
        assert first.role is Role.ADMINISTRATOR
        assert first.totp_secret


def register(*rows: str) -> str:
    head = "统一社会信用代码,名称,类型,区划,成立登记日期,法定代表人,住所\n"
    return head + "".join(f"{row},东城区,2015-03-01,张三,东城区一号\n" for row in rows)


def test_a_register_is_taken_in_whole_or_not_at_all(
    office: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["init"])
    file = tmp_path / "register.csv"
    good = f"{make.code(7)},阳光市第七基金会,基金会"
    file.write_text(register(good, "123,甲,基金会"), encoding="gb18030")
    assert run(["import", str(file)]) == 1
    with office.read() as db:
        assert find(db, make.code(7)) is None
    file.write_text(register(good), encoding="utf-8-sig")
    assert run(["import", str(file)]) == 0
    with office.read() as db:
        assert find(db, make.code(7)) is not None
    file.write_bytes(b"PK\3\4 torn")
    assert run(["import", str(file.rename(tmp_path / "register.xlsx"))]) == 2


def test_accounts_are_added_listed_and_disabled(office: Database, capsys: pytest.CaptureFixture[str]) -> None:
    run(["init"])
    assert run(["account", "add", "li", "--role", "officer", "--name", "Li"]) == 0
    assert run(["account", "add", "li", "--role", "officer", "--name", "Li"]) == 1
    assert run(["account", "disable", "li"]) == 0
    capsys.readouterr()
    listed = {one["login"]: one for one in answer(capsys, "account", "list", "--json")}
    assert listed["li"]["disabled_at"]
    assert listed["admin"]["disabled_at"] is None


def test_a_backup_comes_back(office: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["init"])
    file = str(tmp_path / "office.backup")
    assert run(["backup", file]) == 0
    assert run(["restore", file]) == 1
    assert run(["restore", file, "--replace"]) == 0
    assert "Restored" in capsys.readouterr().err


def test_fsck_says_what_it_checked(office: Database, capsys: pytest.CaptureFixture[str]) -> None:
    checked = answer(capsys, "fsck", "--json")
    assert checked["good"] is True
    assert "I18" in checked["checked"]


def test_a_job_runs_by_name(office: Database, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "run", "forget-attempts", "--on", "2025-06-30", "--json") == {"forgotten": 0}
    assert run(["run", "nonsense"]) == 1


@pytest.mark.parametrize("name", ["fsck", "serve", "schedule"])
def test_an_empty_database_is_refused_in_one_sentence(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("YANGGUANG_DATABASE_URL", f"sqlite:///{tmp_path}/empty.db")
    assert run([name]) == 2
    assert "yangguang init" in capsys.readouterr().err


def test_a_wrong_setting_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "wrong.toml"
    settings.write_text("[web]\ncolour = 1\n")
    monkeypatch.setenv("YANGGUANG_CONFIG", str(settings))
    assert run(["fsck"]) == 2
    assert "colour" in capsys.readouterr().err


def test_what_nobody_foresaw_ends_with_two_and_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    monkeypatch.chdir(tmp_path)
    (tmp_path / "var").mkdir()
    monkeypatch.setattr("audits.commands.fsck.opened", broken)
    assert run(["fsck"]) == 2
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert "Traceback" in (tmp_path / "var" / "errors.log").read_text()

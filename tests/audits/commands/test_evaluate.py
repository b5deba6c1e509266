"""`yangguang evaluate`: what it prints, what it keeps, and progress on a terminal only."""

import json
import os
import pty
import subprocess
import sys
import termios
from collections.abc import Sequence

import pytest
from sqlalchemy import text

from audits.cli import run
from models.db import Base, Database

EVALUATE = ["evaluate", "--on", "2026-11-23"]


def rows(database: Database) -> dict[str, int]:
    """How many rows each table has."""
    with database.read() as db:
        names = Base.metadata.tables
        return {name: db.scalar(text(f'SELECT count(*) FROM "{name}"')) or 0 for name in names}


def test_one_document_says_findings_grades_and_proposals(
    office: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*EVALUATE, "--json"]) == 0
    said = capsys.readouterr()
    told = json.loads(said.out)
    assert said.err == ""
    assert (told["on"], told["organizations"]) == ("2026-11-23", 60)
    assert sum(told["grades"].values()) == 60
    assert {"findings", "proposals", "on_anomaly_list", "on_serious_list"} <= told.keys()


def test_a_trial_leaves_nothing_and_finds_the_same(
    office: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    before = rows(office)
    assert run([*EVALUATE, "--dry-run", "--json"]) == 0
    assert rows(office) == before
    trial = capsys.readouterr().out
    assert run([*EVALUATE, "--json"]) == 0
    assert capsys.readouterr().out == trial
    after = rows(office)
    assert {name for name in after if after[name] != before[name]} == {"evaluation", "snapshot"}


def test_people_are_told_in_sentences(office: Database, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*EVALUATE, "--dry-run"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "60 organizations on 2026-11-23" in said.err
    assert "Credit grades" in said.err


def test_before_anyone_reported_nothing_is_found(
    office: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["evaluate", "--on", "2024-06-30", "--dry-run", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["organizations"] == 0


def on_a_terminal(command: Sequence[str]) -> str:
    """What a command writes to standard error when that is a terminal."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        subprocess.run(
            [sys.executable, "-m", "audits", *command], stderr=theirs, check=True, stdout=subprocess.DEVNULL
        )
        os.set_blocking(terminal.fileno(), False)
        written = terminal.read(65536) or b""
        os.close(theirs)
    return written.decode()


def test_progress_is_shown_on_a_terminal_only(office: Database) -> None:
    assert "Evaluating" in on_a_terminal([*EVALUATE, "--dry-run"])
    command = [sys.executable, "-m", "audits", *EVALUATE, "--dry-run"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "Evaluating" not in done.stderr

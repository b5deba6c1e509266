"""`yangguang rank`: an edition is computed and kept, published once, and refused where nobody reported."""

import json
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from audits.cli import run
from audits.preview.prepare import prepare
from models.db import Database
from models.preview import preview_of
from models.ranking import Edition, Place, latest_edition

DAY = date(2026, 11, 23)
RANK = ["rank", "--on", "2026-11-23", "--year"]


def ranked(capsys: pytest.CaptureFixture[str], *more: str) -> Any:
    assert run([*RANK, "2025", "--json", *more]) == 0
    return json.loads(capsys.readouterr().out)


def test_an_edition_is_kept_with_its_places_and_not_yet_published(
    office: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    told = ranked(capsys)
    assert (told["year"], told["published"]) == (2025, False)
    assert sum(one["organizations"] for one in told["classes"]) == told["ranked"] + told["not_enough_data"]
    with office.read() as db:
        assert latest_edition(db) is None
        places = db.scalars(select(Place).where(Place.edition_id == told["edition"])).all()
    assert len(places) == told["ranked"] + told["not_enough_data"] > 0


def test_published_it_is_the_latest_and_a_second_run_is_another_edition(
    office: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = ranked(capsys, "--publish"), ranked(capsys)
    assert first["published"] and not second["published"]
    assert {**first, "edition": 0, "published": 0} == {**second, "edition": 0, "published": 0}
    with office.read() as db:
        latest = latest_edition(db)
        assert latest is not None and latest.id == first["edition"]


def test_people_are_told_in_a_sentence(office: Database, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*RANK, "2025"]) == 0
    said = capsys.readouterr()
    assert said.out == "" and "on 2025" in said.err and "mean score" in said.err


def test_a_year_without_reports_is_refused_and_leaves_nothing(
    office: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*RANK, "2019", "--publish"]) == 1
    assert "There is no report on 2019 to rank." in capsys.readouterr().err
    with office.read() as db:
        assert db.scalars(select(Edition)).all() == []


@pytest.mark.parametrize("year", ["1999", "soon", "2101"])
def test_a_year_that_cannot_be_is_wrong_use(
    office: Database, year: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*RANK, year]) == 2
    assert "Error: " in capsys.readouterr().err


def prepared(office: Database) -> int:
    with office.write() as db:
        return prepare(db, DAY, None, 2025, DAY).id


def test_while_a_preview_is_open_nothing_of_its_year_is_published(
    office: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    number = prepared(office)
    assert run([*RANK, "2025", "--publish"]) == 1
    assert "Open to corrections until 2026-12-07" in capsys.readouterr().err
    with office.read() as db:
        assert latest_edition(db) is None
    assert ranked(capsys)["preview"] == {"number": number, "until": "2026-12-07"}
    assert run([*RANK, "2025"]) == 0
    assert (
        f"Preview {number} of this year is open to corrections until 2026-12-07." in capsys.readouterr().err
    )
    assert run([*RANK, "2024", "--publish"]) == 0


def test_once_its_period_is_over_the_command_publishes_what_was_prepared(
    office: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    number = prepared(office)
    assert run(["rank", "--on", "2026-12-08", "--year", "2025", "--publish", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    with office.read() as db:
        latest, preview = latest_edition(db), preview_of(db, number)
        assert latest is not None and preview is not None and preview.end is not None
        assert (latest.id, latest.day) == (told["edition"], DAY)
        assert preview.end.edition_id == latest.id
    assert ranked(capsys, "--publish")["preview"] is None

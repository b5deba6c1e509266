"""The demo: made once for the same request, with a way in for each role."""

from datetime import date
from pathlib import Path

from audits.demo import Demo, Wanted
from models import migrate
from models.account import OFFICE, Role
from models.db import Database
from models.preview import objections, open_previews
from models.ranking import editions

DAY = date(2026, 11, 23)


def wanted(seed: int = 1) -> Wanted:
    return Wanted(50, 2024, 2025, seed, migrate.newest())


def test_a_demo_is_made_once_and_made_again_for_another_request(tmp_path: Path) -> None:
    demo = Demo(wanted(), tmp_path)
    assert not demo.is_made()
    steps = list(demo.make(DAY))
    assert steps[-1][1] == steps[-1][2]
    assert Demo(wanted(), tmp_path).is_made()
    assert not Demo(wanted(seed=2), tmp_path).is_made()


def test_a_demo_shows_a_way_in_for_each_role_and_a_ranking(tmp_path: Path) -> None:
    demo = Demo(wanted(), tmp_path)
    list(demo.make(DAY))
    found = demo.sign_ins()
    assert {one.role for one in found} == set(Role)
    assert all((one.totp_secret is not None) == (one.role in OFFICE) for one in found)
    database = Database(demo.url)
    with database.read() as db:
        assert [edition.year for edition in editions(db)] == [2025, 2024]
    database.close()


def test_a_demo_that_was_not_finished_is_made_again(tmp_path: Path) -> None:
    demo = Demo(wanted(), tmp_path)
    next(iter(demo.make(DAY)))
    assert not demo.is_made()
    list(demo.make(DAY))
    assert demo.is_made()


def test_a_demo_has_an_edition_open_to_corrections(tmp_path: Path) -> None:
    demo = Demo(wanted(), tmp_path)
    list(demo.make(DAY))
    database = Database(demo.url)
    with database.read() as db:
        (preview,) = open_previews(db)
        assert (preview.year, preview.on) == (2025, DAY) and preview.until > DAY
        assert all(one.answer is None for one in objections(db, preview.id))
    database.close()


def test_a_demo_of_a_year_without_known_holidays_has_none_and_is_made(tmp_path: Path) -> None:
    demo = Demo(wanted(), tmp_path)
    list(demo.make(date(2026, 12, 28)))
    database = Database(demo.url)
    with database.read() as db:
        assert open_previews(db) == []
    database.close()

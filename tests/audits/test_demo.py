"""The demo: made once for the same request, with a way in for each role."""

from datetime import date
from pathlib import Path

from audits.demo import Demo, Wanted
from models import migrate
from models.account import OFFICE, Role
from models.db import Database
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

"""The simulated office: the same by seed, like law.md 14, without a contradiction, its misconduct found."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import orjson
import pytest
from sqlalchemy import select

from audits import fsck
from audits.refusal import Conflict, Unfit
from audits.simulate import plan, simulate, truth_of
from audits.simulate.conduct import SEEN_BY
from compliance.check import check
from compliance.form.document import read_json
from models.account import Account, Role
from models.db import Database
from models.organization import Organization
from models.queue import Wanted, cases, reports
from models.registrar import within
from models.report import Document, Report, Step, Took, YearFigures

DAY = date(2026, 11, 23)
YEARS = range(2021, 2026)
SIZE, SEED = 300, 7


@pytest.fixture(scope="module")
def office(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A small simulated office."""
    file = tmp_path_factory.mktemp("simulated") / "office.db"
    file.write_bytes(sqlite_template.read_bytes())
    database = Database(f"sqlite:///{file}")
    list(simulate(database, SIZE, YEARS, SEED, DAY))
    yield database
    database.close()


def test_the_same_seed_gives_the_same_office(office: Database, sqlite_database: Database) -> None:
    list(simulate(sqlite_database, SIZE, YEARS, SEED, DAY))
    found = []
    for database in (office, sqlite_database):
        with database.read() as db:
            found.append(db.scalars(select(Report.sha256).order_by(Report.code, Report.year)).all())
    assert found[0] == found[1]


def test_another_seed_gives_another_office() -> None:
    one, two = (plan(SIZE, YEARS, seed, DAY).population.income.tolist() for seed in (1, 2))
    assert one != two


def test_every_promise_of_the_database_is_kept(office: Database) -> None:
    assert list(fsck.check(office, datetime(2026, 11, 23, 12, tzinfo=UTC))) == []


def test_a_report_and_its_file_say_the_same(office: Database) -> None:
    with office.read() as db:
        for report in db.scalars(select(Report).limit(20)):
            kept = db.get_one(Document, report.sha256)
            assert orjson.loads(kept.content)["lines"] == report.lines


def test_reports_checked_one_by_one_have_the_faults_found_in_bulk(office: Database) -> None:
    with office.read() as db:
        for report in db.scalars(select(Report).where(Report.id % 37 == 0)):
            before = db.scalars(
                select(Report).where(Report.code == report.code, Report.year == report.year - 1)
            ).first()
            reading = read_json({"kind": report.kind, "year": report.year, "lines": report.lines})
            prior = None
            if before is not None:
                prior = read_json({"kind": before.kind, "year": before.year, "lines": before.lines}).values
            verdict = check(reading, prior, report.sha256).as_json()
            asked = [fault for fault in verdict["faults"] if fault["severity"] != "advise"]
            assert asked == [fault for fault in report.faults if fault["severity"] != "advise"]
            assert verdict["rules"] == report.rules


def test_only_planted_misconduct_is_questioned(office: Database) -> None:
    planted = {
        (one["code"], int(one["year"]) + more) for one in truth_of(SIZE, YEARS, SEED, DAY) for more in (0, 1)
    }
    with office.read() as db:
        questioned = {(report.code, report.year) for report in db.scalars(select(Report)) if report.faults}
    assert questioned <= planted


def test_the_rules_find_the_misconduct_that_figures_show(office: Database) -> None:
    with office.read() as db:
        found = {
            (report.code, report.year, fault["rule"])
            for report in db.scalars(select(Report))
            for fault in report.faults
        }
    visible = [one for one in truth_of(SIZE, YEARS, SEED, DAY) if one["rule"]]
    seen = sum((one["code"], one["year"], one["rule"]) in found for one in visible)
    assert seen >= 0.8 * len(visible) > 0
    assert set(SEEN_BY.values()) >= {one["rule"] for one in visible}


def test_sizes_and_conduct_are_those_of_the_calibration() -> None:
    drawn = plan(3000, YEARS, 1, DAY)
    kinds = Counter(str(kind) for kind in drawn.population.kind)
    assert kinds == {"association": 1300, "service_institution": 1640, "foundation": 60}
    assert sum(day is not None for day in drawn.population.charity_since) == 120
    assert sum(day is not None for day in drawn.population.fundraising_since) == 35
    due = drawn.conduct.due.sum()
    assert 0.02 <= drawn.conduct.missing.sum() / due <= 0.03
    assert 0.01 <= drawn.conduct.late.sum() / due <= 0.02


def test_there_is_something_to_do_for_everyone(office: Database) -> None:
    with office.read() as db:
        accounts = {account.login: account for account in db.scalars(select(Account))}
        assert {account.role for account in accounts.values()} == set(Role)
        for login, state in (("unit", "submitted"), ("officer", "ready"), ("inspector", "ready")):
            own = accounts[login]
            queue = Wanted(within(db, own.registrar_id) if own.registrar_id else (), own.unit_id, 2025, state)
            assert reports(db, queue)[1] >= 3, login
        for login, state in (("officer", "opened"), ("officer", "noticed"), ("approver", "proposed")):
            assert cases(db, Wanted(within(db, accounts[login].registrar_id or 0), state=state))[1], state
        walker = db.scalars(
            select(Account.code).where(Account.role == Role.SIGNER, Account.login == "signer")
        ).one()
        assert 2025 not in db.scalars(select(YearFigures.year).where(YearFigures.code == walker)).all()
        waiting = db.scalars(
            select(YearFigures).where(YearFigures.conclusion.is_(None), YearFigures.year == 2025)
        ).all()
        assert waiting
        assert all(organization.simulated for organization in db.scalars(select(Organization)))


def test_nothing_lies_after_the_day(office: Database) -> None:
    with office.read() as db:
        assert max(db.scalars(select(Step.on).where(Step.took == Took.CONCLUDED))) <= DAY


def test_a_database_in_use_is_not_touched(office: Database) -> None:
    with pytest.raises(Conflict):
        list(simulate(office, SIZE, YEARS, SEED, DAY))


@pytest.mark.parametrize("years", [range(2024, 2027), range(2025, 2025)])
def test_years_that_cannot_be_simulated_are_refused(years: range) -> None:
    with pytest.raises(Unfit):
        plan(SIZE, years, SEED, DAY)

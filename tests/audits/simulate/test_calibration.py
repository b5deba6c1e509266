"""A simulated office has the shares of law.md 14, within what chance does to a thousand organizations."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from math import sqrt
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import select

from audits.evaluate import evaluate
from audits.evaluation import Outcome
from audits.simulate import plan, simulate
from compliance.facts import Conclusion, Kind
from models.db import Database
from models.event import Event
from models.report import YearFigures

DAY = date(2026, 11, 23)
YEARS = range(2021, 2026)
SIZE, SEED = 1000, 1
SEASONS = 6
"""Years in which decisions fall: those reported on, and the one after."""
PENALTIES = ("warning", "fine", "confiscation", "public_criticism", "suspension")


@pytest.fixture(scope="module")
def office(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A simulated office of a thousand organizations."""
    file = tmp_path_factory.mktemp("calibration") / "office.db"
    file.write_bytes(sqlite_template.read_bytes())
    database = Database(f"sqlite:///{file}")
    list(simulate(database, SIZE, YEARS, SEED, DAY))
    yield database
    database.close()


@pytest.fixture(scope="module")
def evaluated(office: Database) -> Outcome:
    """What the program itself makes of it."""
    return evaluate(office, DAY, datetime(2026, 11, 23, 4, tzinfo=UTC), dry_run=True)


@pytest.fixture(scope="module")
def events(office: Database) -> Sequence[Event]:
    with office.read() as db:
        return db.scalars(select(Event).order_by(Event.on, Event.id)).all()


def within(found: int, of: int, least: float, most: float) -> bool:
    """Whether a share lies between two, three standard deviations of chance allowed on each side."""
    share, spread = found / of, sqrt(max(least, most) / of)
    return least - 3 * spread <= share <= most + 3 * spread


def test_kinds_charities_and_incomes() -> None:
    population = plan(SIZE, YEARS, SEED, DAY).population
    for kind, share, median in (
        (Kind.ASSOCIATION, 0.433, 250_000),
        (Kind.SERVICE_INSTITUTION, 0.547, 900_000),
        (Kind.FOUNDATION, 0.02, 2_500_000),
    ):
        own = np.array([one == kind for one in population.kind])
        income = np.log(np.array(population.income, dtype=float)[own])
        assert within(int(own.sum()), SIZE, share, share), kind
        assert 0.6 < np.exp(np.median(income)) / 100 / median < 1.6, kind
        assert kind is Kind.FOUNDATION or 1.35 <= income.std() <= 1.9, kind
    charities = sum(day is not None for day in population.charity_since)
    assert within(charities, SIZE, 0.04, 0.04)
    raising = sum(day is not None for day in population.fundraising_since)
    assert within(raising, charities, 0.25, 0.3)


def test_reports_missing_late_and_in_time(evaluated: Outcome) -> None:
    conduct = plan(SIZE, YEARS, SEED, DAY).conduct
    due, missing, late = (int(one.sum()) for one in (conduct.due, conduct.missing, conduct.late))
    assert within(missing, due, 0.02, 0.03)
    assert within(late, due, 0.015, 0.015)
    found = evaluated.findings.filter(evaluated.findings["rule"] == "report.late").height
    assert found == late + missing
    assert 0.95 <= (due - found) / due <= 0.97


def test_absence_lasts() -> None:
    missing = plan(SIZE, YEARS, SEED, DAY).conduct.missing
    before, after = missing[:, :-1], missing[:, 1:]
    assert within(int((before & after).sum()), int(before.sum()), 0.75, 0.9)


def test_conclusions(office: Database) -> None:
    with office.read() as db:
        told = db.scalars(select(YearFigures.conclusion).where(YearFigures.conclusion.is_not(None))).all()
    found, shares = Counter(told), (0.89, 0.09, 0.02)
    for conclusion, share in zip(Conclusion, shares, strict=True):
        assert within(found[conclusion], len(told), share, share), conclusion


def test_assessments_of_3a_and_better(events: Sequence[Event]) -> None:
    good = {event.code for event in events if event.what == "assessed" and event.details["grade"] >= "3A"}
    assert 0.12 <= len(good) / SIZE <= 0.3


def test_penalties_a_year(events: Sequence[Event]) -> None:
    given = sum(event.what in PENALTIES for event in events)
    assert 0.01 <= given / SIZE / SEASONS <= 0.03


def test_entries_on_the_two_lists(events: Sequence[Event]) -> None:
    listed = {(event.details["list"], event.code) for event in events if event.what == "listed"}
    found = Counter(register for register, _code in listed)
    assert within(found["anomaly"], SIZE * SEASONS, 0.01, 0.02)
    assert within(found["serious"], SIZE, 0.002, 0.002)


def test_most_organizations_have_a_good_grade_and_few_the_worst(evaluated: Outcome) -> None:
    told = evaluated.as_json()
    grades = told["grades"]
    assert sum(grades.values()) == told["organizations"]
    assert grades["A"] / SIZE >= 0.85
    assert grades["D"] / SIZE <= 0.03
    assert grades["C"] + grades["D"] >= told["on_anomaly_list"]
    assert told["on_serious_list"] <= grades["D"]

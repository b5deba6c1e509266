"""Editions of the ranking, over a simulated office."""

from datetime import UTC, date, datetime

import pytest

from audits import ranking
from audits.ranking_columns import table
from audits.refusal import Conflict
from audits.simulate import simulate
from compliance.reproduction import reproduced
from models.db import Database
from models.ranked import Asked, page, shape
from models.ranking import latest_edition, places_of

DAY = date(2026, 11, 23)
MOMENT = datetime(2026, 11, 23, 3, tzinfo=UTC)


@pytest.fixture
def office(database: Database) -> Database:
    list(simulate(database, 60, range(2024, 2026), 3, DAY))
    return database


def test_an_edition_has_a_place_for_everyone_who_owes_a_report(office: Database) -> None:
    with office.write() as db:
        edition, frame = ranking.compute(db, 2025, DAY)
        ranking.publish(db, edition, MOMENT)
    with office.read() as db:
        latest = latest_edition(db)
        assert latest is not None
        assert latest.id == edition.id
        of = shape(db, edition.id)
        rows, total = page(db, edition.id, Asked(size=200), of)
        assert total == frame.height == len(rows)
        scores = [row.score for row in rows if row.score is not None]
        assert scores == sorted(scores, reverse=True)
        assert places_of(db, rows[0].code)[0].id == edition.id
        for kind in ("association", "foundation", "service_institution"):
            for sort in ("rank", "score"):
                found, many = page(db, edition.id, Asked(kind=kind, sort=sort, size=200), of)
                assert {row.class_.partition(".")[0] for row in found} == {kind}
                assert many == len(found)
        best = rows[0]
        filters = Asked(class_=best.class_, district=best.district, q=best.name[:6])
        found, many = page(db, edition.id, filters, of)
        assert best.code in [row.code for row in found]
        assert many == len(found)


def test_a_published_edition_is_not_published_again(office: Database) -> None:
    with office.write() as db:
        edition, _frame = ranking.compute(db, 2025, DAY)
        assert latest_edition(db) is None
        ranking.publish(db, edition, MOMENT)
        with pytest.raises(Conflict):
            ranking.publish(db, edition, MOMENT)


def test_a_year_without_reports_is_not_ranked(office: Database) -> None:
    with office.write() as db, pytest.raises(Conflict):
        ranking.compute(db, 2020, DAY)


def test_the_scores_of_a_simulated_office_tell_its_charities_apart(database: Database) -> None:
    list(simulate(database, 2000, range(2024, 2026), 1, DAY))
    with database.read() as db:
        reports = table(db, 2025, DAY)
        scores = reproduced(reports.filter("charity"), DAY)["score"].drop_nulls().to_list()
    assert 65_000 <= sum(scores) / len(scores) <= 80_000
    assert sum(score == 100_000 for score in scores) < 0.05 * len(scores)
    assert sum(score < 60_000 for score in scores) > 0.05 * len(scores)
    assert len(set(scores)) > len(scores) // 3


def test_equal_places_of_a_class_are_told_and_the_spread_counts_every_score(office: Database) -> None:
    with office.write() as db:
        edition, frame = ranking.compute(db, 2025, DAY)
        held = [row for row in frame.select("class_", "rank").iter_rows() if row[1] is not None]
        ties = {row for row in held if held.count(row) > 1}
        of = shape(db, edition.id)
        rows, _total = page(db, edition.id, Asked(size=200), of)
        assert {(row.class_, row.rank) for row in rows if row.tied} == ties
        assert sum(of.steps.values()) == len(held)
        assert sum(of.counts.values()) == frame.height

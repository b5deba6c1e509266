"""The evaluation of the whole register agrees with the judgement of each organization."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select

from audits.evaluate import evaluate
from audits.simulate import simulate
from compliance.judge import judge
from models.db import Database
from models.record import dossiers
from models.snapshot import Evaluation, Snapshot

DAY = date(2026, 11, 23)
MOMENT = datetime(2026, 11, 23, 3, tzinfo=UTC)


@pytest.fixture
def office(database: Database) -> Database:
    list(simulate(database, 120, range(2021, 2026), 5, DAY))
    return database


@pytest.mark.parametrize("day", [DAY, date(2026, 4, 15), date(2024, 1, 10)])
def test_columns_and_single_judgements_agree(office: Database, day: date) -> None:
    found = evaluate(office, day, MOMENT, dry_run=True)
    standings = {row["code"]: row for row in found.standings.iter_rows(named=True)}
    with office.read() as db:
        judged = {code: judge(one, day) for code, one in dossiers(db, list(standings)).items()}
    points = {code: (one.credit.points, one.credit.grade.value) for code, one in judged.items()}
    assert {code: (row["points"], row["grade"]) for code, row in standings.items()} == points
    one_by_one = {
        (code, finding.year, finding.rule, finding.basis.said.zh)
        for code, judgement in judged.items()
        for finding in judgement.findings
    }
    assert set(found.findings.rows()) == one_by_one
    proposed = {(code, p.list.value, p.ground) for code, one in judged.items() for p in one.proposals}
    assert set(found.proposals) == proposed


def test_a_trial_keeps_nothing_and_a_real_one_its_inputs_and_results(office: Database) -> None:
    evaluate(office, DAY, MOMENT, dry_run=True)
    with office.read() as db:
        assert db.scalar(select(func.count()).select_from(Evaluation)) == 0
    first = evaluate(office, DAY, MOMENT)
    again = evaluate(office, DAY, MOMENT)
    assert first.as_json() == again.as_json()
    with office.read() as db:
        assert db.scalar(select(func.count()).select_from(Evaluation)) == 2
        assert db.scalar(select(func.count()).select_from(Snapshot)) == 5


def test_an_empty_register_is_evaluated_to_nothing(database: Database) -> None:
    assert evaluate(database, DAY, MOMENT, dry_run=True).organizations == 0

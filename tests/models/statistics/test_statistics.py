"""A figure is the number of its cases, whatever the period and whoever asks, on both kinds of database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import event

from audits.draw.replacement import replace_dissolved
from compliance.draw.finding import Outcome, Word
from compliance.facts import Conclusion, Kind
from compliance.span import Days, span_of
from compliance.statistics import BY_KEY
from models.db import Database, Session
from models.draw.asked import places, visits
from models.draw.finding import Finding
from models.organization import Organization
from models.registrar import Registrar, within
from models.statistics import Counted, cases, count, stays_behind
from tests import make
from tests.audits.draw.course import drawn, office
from tests.models.statistics.office import assessed, happened, organization, reported

GOOD, FAIR, BAD = Conclusion.QUALIFIED, Conclusion.BASICALLY_QUALIFIED, Conclusion.UNQUALIFIED
SPANS = ("2023", "2024", "2024H1", "2024H2", "2025", "2025H1", "2025Q1", "2025Q2", "2026H1")
HALF = Days(date(2025, 1, 1), date(2025, 6, 30))


def days(text: str) -> Days:
    span = span_of(text)
    assert span is not None
    return Days(span.first, span.last)


@pytest.fixture
def city(db: Session) -> Registrar:
    return make.registrar(db, reports_from=2022)


def past(db: Session, city: Registrar, many: int = 6) -> list[Organization]:
    """Some of everything, spread over two years."""
    district = make.registrar(db, parent_id=city.id, reports_from=2022)
    every = [
        organization(db, (city, district)[n % 2], registered_on=date(2015 + n % 3, 1, 9)) for n in range(many)
    ]
    for n, of in enumerate(every):
        for year in (2022, 2023, 2024):
            if (n + year) % 4:
                verdict = (GOOD, FAIR, BAD)[(n + year) % 3]
                received = date(year + 1, 3 + n % 4, 31 - n % 4 % 2 - (n % 4 == 1) - (n % 4 == 3))
                reported(
                    db, of, year, received, [(date(year + 1, 5 + n % 4, 20), verdict)], audited=n % 2 == 0
                )
        happened(db, of, date(2024, 2, 3), "fine", amount="100.00")
        happened(db, of, date(2024, 2, 3), ("warning", "fine", "interviewed")[n % 3], amount="100.00")
        assessed(db, of, date(2020 + n % 4, 5, 1), ("5A", "3A", "2A")[n % 3], date(2025 + n % 4, 4, 30))
        happened(db, of, date(2024, 3 + n % 6, 1), "listed", list="anomaly", ground="anomaly.report_missed")
        if n % 2:
            happened(db, of, date(2024, 10, 1 + n % 20), "removed", list="anomaly")
        elif n % 4 == 0:
            happened(
                db, of, date(2025, 4, 8), "listed", list="serious", ground="serious.two_years_on_anomaly"
            )
    every[0].dissolved_on = date(2025, 2, 1)
    db.flush()
    return every


def behind(db: Session, figure: str, ids: list[int], of: Days) -> int:
    """How many cases a figure opens to, turned page by page."""
    if figure.partition(".")[0] in ("anomaly", "serious"):
        return len(stays_behind(db, figure, ids, of))
    rows, total = cases(db, figure, ids, of, 2)
    seen = [*rows]
    while len(seen) < total and rows:
        rows, total = cases(db, figure, ids, of, 2, len(seen))
        seen += rows
    assert len({tuple(map(str, row)) for row in seen}) == len(seen) == total
    return total


@pytest.mark.parametrize("text", SPANS)
def test_every_figure_is_the_number_of_its_cases(db: Session, city: Registrar, text: str) -> None:
    past(db, city)
    of, ids = days(text), [*within(db, city.id), drawn(db).registrar_id]
    counted = count(db, ids, [of])[0]
    assert {key: counted.figures[key] for key in BY_KEY} == {key: behind(db, key, ids, of) for key in BY_KEY}


def test_parts_add_up_to_their_whole(db: Session, city: Registrar) -> None:
    past(db, city, 12)
    for text in SPANS:
        of = count(db, list(within(db, city.id)), [days(text)])[0].figures
        assert of["took_part"] + of["not_reported"] == of["owed"]
        assert of["concluded"] == sum(of[f"concluded.{one}"] for one in Conclusion)
        assert of["assessed"] == sum(of[f"grade.{one}"] for one in ("5A", "4A", "3A", "2A", "1A"))
        assert of["in_time"] <= of["took_part"] <= of["registered"]


def test_who_stood_on_a_list_and_came_less_who_left_stand_there(db: Session, city: Registrar) -> None:
    past(db, city, 12)
    before, now = count(db, list(within(db, city.id)), [days("2024H2"), HALF])
    for name in ("anomaly", "serious"):
        moved = now.figures[f"{name}.in"] - now.figures[f"{name}.out"]
        assert before.figures[f"{name}.on"] + moved == now.figures[f"{name}.on"]


def of_city(db: Session, city: Registrar, of: Days = HALF) -> dict[str, int]:
    return dict(count(db, [city.id], [of])[0].figures)


def test_participation_is_of_those_who_owe_a_report(db: Session, city: Registrar) -> None:
    for given in ({"registered_on": date(2024, 6, 30)}, {"registered_on": date(2024, 7, 1)}, {}, {}, {}, {}):
        organization(db, city, **given)
    owed = [one for one in db.query(Organization).all() if one.registered_on != date(2024, 7, 1)]
    reported(db, owed[0], 2024, date(2025, 5, 31))
    reported(db, owed[1], 2024, date(2025, 6, 1))
    reported(db, owed[2], 2024, date(2025, 7, 1))
    happened(db, owed[3], date(2025, 3, 1), "certificate_revoked")
    owed[4].dissolved_on = date(2025, 6, 30)
    db.flush()
    found = of_city(db, city)
    names = ("owed", "took_part", "in_time", "not_reported")
    assert [found[name] for name in names] == [3, 2, 1, 1]
    later = of_city(db, city, Days(date(2025, 1, 1), date(2025, 7, 1)))
    assert [later[name] for name in names] == [3, 3, 1, 0]


def test_a_foundation_and_a_charity_are_in_time_by_their_own_days(db: Session, city: Registrar) -> None:
    since = date(2018, 1, 1)
    for kind, charity in ((Kind.FOUNDATION, None), (Kind.FOUNDATION, since), (Kind.ASSOCIATION, since)):
        reported(db, organization(db, city, kind=kind, charity_since=charity), 2024, date(2025, 5, 1))
    assert of_city(db, city)["in_time"] == 2  # a foundation that is no charity owed it by the end of March


def test_of_several_conclusions_on_a_report_the_last_counts(db: Session, city: Registrar) -> None:
    given = [(date(2025, 4, 1), BAD), (date(2025, 5, 1), GOOD), (date(2025, 8, 1), FAIR)]
    reported(db, organization(db, city), 2024, date(2025, 3, 1), given)
    assert [of_city(db, city)[f"concluded.{one}"] for one in (GOOD, FAIR, BAD)] == [1, 0, 0]
    assert [of_city(db, city, days("2025"))[f"concluded.{one}"] for one in (GOOD, FAIR, BAD)] == [0, 1, 0]


def test_an_entry_that_was_taken_back_counts_nowhere(db: Session, city: Registrar) -> None:
    of = organization(db, city)
    fine = happened(db, of, date(2025, 2, 1), "fine", amount="100.00")
    listed = happened(db, of, date(2025, 2, 1), "listed", list="anomaly", ground="anomaly.warned_or_fined")
    assert [of_city(db, city)[key] for key in ("fine", "penalties", "anomaly.in")] == [1, 1, 1]
    for one in (fine, listed):
        happened(db, of, date(2025, 3, 1), one.what, voids=one.id, **one.details)
    assert [of_city(db, city)[key] for key in ("fine", "penalties", "anomaly.in")] == [0, 0, 0]


def test_of_two_assessments_that_are_valid_the_later_counts(db: Session, city: Registrar) -> None:
    of = organization(db, city)
    assessed(db, of, date(2022, 1, 1), "5A", date(2026, 12, 31))
    assessed(db, of, date(2025, 2, 1), "2A", date(2030, 1, 31))
    found = of_city(db, city)
    assert (found["assessed"], found["grade.2A"], found["assessed_well"]) == (1, 1, 0)
    assert of_city(db, city, days("2024"))["assessed_well"] == 1


def test_draws_count_with_their_ratio_and_who_was_drawn(db: Session) -> None:
    plan = drawn(db)
    found: Counted = count(db, [plan.registrar_id], [days("2025H1")])[0]
    held = found.draws[0]
    assert (found.figures["draws"], held.number, held.size) == (1, plan.number, 12)
    assert found.figures["drawn_from"] == 12
    assert found.figures["drawn"] == held.drawn > 0
    assert count(db, [plan.registrar_id], [days("2024")])[0].figures["draws"] == 0


def test_one_replaced_is_not_counted_and_who_comes_instead_is(db: Session) -> None:
    of = office(db)
    plan = drawn(db, of)
    before = count(db, [plan.registrar_id], [HALF])[0].figures["drawn"]
    first = places(db, plan.id)[0]
    first.organization.dissolved_on = date(2025, 3, 31)
    row = replace_dissolved(db, date(2025, 4, 1), of.first, plan, first.code, "已注销")
    db.flush()
    rows, total = cases(db, "drawn", [plan.registrar_id], HALF, 50)
    assert total == before
    assert row.code in {one.code for one in rows}
    assert first.code not in {one.code for one in rows}


def test_a_visit_counts_once_its_finding_is_confirmed(db: Session) -> None:
    of = office(db)
    plan = drawn(db, of)
    visit = visits(db, plan.id)[0]
    told = {"plan_id": plan.id, "code": visit.code, "areas": ["1"], "says": "账目不符", "by": of.first.id}
    for word, on in ((Word.ENTERED, date(2025, 4, 8)), (Word.CONFIRMED, date(2025, 4, 9))):
        assert count(db, [plan.registrar_id], [HALF])[0].figures["visited"] == 0
        row = {
            "word": word,
            "outcome": Outcome.FOUND,
            "inspector": visit.inspector,
            "on": on,
            "at": make.MOMENT,
        }
        db.add(Finding(**told, **row))
        db.flush()
    found = count(db, [plan.registrar_id], [HALF])[0].figures
    assert (found["visited"], found["visited.found"], found["visited.no_answer"]) == (1, 1, 0)
    assert cases(db, "visited.found", [plan.registrar_id], HALF, 50)[0][0].code == visit.code


def test_an_officer_of_a_district_counts_only_his_own(db: Session, city: Registrar) -> None:
    past(db, city)
    district, *others = (one for one in within(db, city.id) if one != city.id)
    whole, part = (count(db, ids, [HALF])[0].figures for ids in (within(db, city.id), [district]))
    assert others == []
    assert 0 < part["registered"] < whole["registered"]
    assert all(part[key] <= whole[key] for key in BY_KEY)


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    said: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        said.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    yield said
    event.remove(database.engine, "before_cursor_execute", note)


def test_the_number_of_statements_does_not_grow_with_the_rows(database: Database) -> None:
    numbers = []
    for many in (2, 12):
        with database.write() as db:
            city = make.registrar(db, reports_from=2022)
            past(db, city, many)
        with database.read() as db:
            ids = list(within(db, city.id))
            with statements(database) as said:
                count(db, ids, [HALF, days("2024")])
                cases(db, "concluded", ids, HALF, 50)
                stays_behind(db, "anomaly.on", ids, HALF)
        numbers.append(len(said))
    assert numbers[0] == numbers[1] < 25

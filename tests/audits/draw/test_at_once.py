"""Two at once, and a stop between: one result a plan, whoever comes."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from audits.draw import held
from audits.draw.freeze import freeze
from audits.draw.result import type_sources
from audits.refusal import Conflict
from models.account import Account
from models.db import Database
from models.draw.asked import plan_of, plans, used, visits
from models.registrar import Registrar
from tests.audits.draw.course import DAY, SOURCES, Office, frozen, office, planned, ready_on


def a_plan(database: Database) -> tuple[Office, str]:
    with database.write() as db:
        of = office(db)
        return of, frozen(db, of).number


def typing(database: Database, number: str, by: Account, meet: Barrier) -> bool:
    """One officer types; whether that made the draw."""
    meet.wait()
    with database.write() as db:
        plan = held(db, number, by)
        return type_sources(db, ready_on(db, plan), by, plan, SOURCES) is not None


def test_two_officers_who_type_at_once_make_one_draw(database: Database) -> None:
    of, number = a_plan(database)
    meet = Barrier(2)
    with ThreadPoolExecutor(2) as both:
        done = [both.submit(typing, database, number, by, meet) for by in (of.first, of.second)]
    assert sorted(one.result() for one in done) == [False, True]
    with database.read() as db:
        plan = plan_of(db, number)
        assert plan is not None
        assert plan.result is not None
        assert len(plan.typed) == 2


def freezing(database: Database, number: str, by: Account, meet: Barrier) -> bool:
    meet.wait()
    try:
        with database.write() as db:
            freeze(db, DAY, by, held(db, number, by))
    except Conflict:
        return False
    return True


def test_two_officers_who_freeze_at_once_freeze_once(database: Database) -> None:
    with database.write() as db:
        of = office(db)
        number = planned(db, of).number
    meet = Barrier(2)
    with ThreadPoolExecutor(2) as both:
        done = [both.submit(freezing, database, number, by, meet) for by in (of.first, of.second)]
    assert sorted(one.result() for one in done) == [False, True]


def test_a_draw_stopped_before_its_transaction_ends_has_not_happened(database: Database) -> None:
    of, number = a_plan(database)
    with database.write() as db:
        plan = held(db, number, of.first)
        type_sources(db, ready_on(db, plan), of.first, plan, SOURCES)
    with pytest.raises(KeyboardInterrupt), database.write() as db:
        plan = held(db, number, of.second)
        assert type_sources(db, ready_on(db, plan), of.second, plan, SOURCES) is not None
        db.flush()
        raise KeyboardInterrupt
    with database.read() as db:
        plan = plans(db)[0]
        assert (plan.result, len(plan.typed), visits(db, plan.id)) == (None, 1, [])
        assert used(db, SOURCES) == []
    with database.write() as db:
        plan = held(db, number, of.second)
        assert type_sources(db, ready_on(db, plan), of.second, plan, SOURCES) is not None


def test_plans_made_at_once_have_numbers_without_gaps(database: Database) -> None:
    with database.write() as db:
        of = office(db)
    meet = Barrier(2)

    def make(_n: int) -> str:
        meet.wait()
        with database.write() as db:
            mine = replace(of, registrar=db.get_one(Registrar, of.registrar.id))
            return planned(db, mine).number

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(make, range(2))) == ["2025-1", "2025-2"]


def test_two_draws_that_take_the_same_sources_at_once_make_one_draw_and_a_clear_answer(
    database: Database,
) -> None:
    numbers = []
    for _ in range(2):
        with database.write() as db:
            of = office(db)
            plan = frozen(db, of)
            type_sources(db, ready_on(db, plan), of.first, plan, SOURCES)
            numbers.append((of, plan.number))
    meet = Barrier(2)

    def second(pair: tuple[Office, str]) -> str:
        meet.wait()
        try:
            with database.write() as db:
                plan = held(db, pair[1], pair[0].second)
                type_sources(db, ready_on(db, plan), pair[0].second, plan, SOURCES)
        except Conflict as refusal:
            return refusal.said.zh
        return "drawn"

    with ThreadPoolExecutor(2) as both:
        said = sorted(both.map(second, numbers))
    assert said[0] == "drawn" and "其他抽取" in said[1]
    with database.read() as db:
        assert [plan.result is not None for plan in plans(db)].count(True) == 1

"""Preparing an edition, objecting, answering, publishing: what is kept, what is refused, what the log says."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from sqlalchemy import select

from audits.log.check import Log, wanted
from audits.log.database import check_entries
from audits.preview import obstacle
from audits.preview.objection import answer, object_to
from audits.preview.prepare import prepare, publish, withdraw
from audits.refusal import Conflict, NotFound, Refusal, Refused, Unfit
from models.account import Account, Role
from models.db import Database
from models.entry import entered
from models.preview import objections, open_previews, preview_of
from models.ranked import place
from models.ranking import Edition, editions, latest_edition
from models.report import YearFigures
from tests import make
from tests.audits.preview.course import AFTER, ON, UNTIL, YEAR, a_preview, office, prepared

ITEM, WHY = "publication", "年报已于5月20日在慈善中国公开，见附件。"


def body(database: Database, subject: str) -> dict[str, object]:
    with database.read() as db:
        found = entered(db, subject)
    assert found is not None
    line, kept = found
    return {"type": json.loads(line.text)["type"], **json.loads(str(kept.text))}


def test_a_prepared_edition_is_shown_and_not_published(database: Database) -> None:
    of, number = prepared(database)
    with database.read() as db:
        preview = preview_of(db, number)
        assert preview is not None
        assert (preview.year, preview.day, preview.until) == (YEAR, ON, UNTIL)
        assert editions(db) == []
        assert all(place(db, preview.edition_id, code) is not None for code in of.codes)
        assert [one.id for one in open_previews(db, YEAR)] == [number]
        assert open_previews(db, YEAR - 1) == []
    said = body(database, f"edition_preview/{number}")
    assert (said["type"], said["year"], said["until"]) == ("edition.prepared", YEAR, UNTIL.isoformat())


def test_an_objection_is_kept_answered_and_sealed_in_the_log(database: Database) -> None:
    of, number = prepared(database)
    with database.write() as db:
        first = object_to(db, ON, of.mine, number, ITEM, WHY).id
    with database.write() as db:
        answer(db, ON, of.officer, number, first, accepted=True, why="已更正公开日期")
    with database.write() as db:
        second = object_to(db, UNTIL, of.mine, number, ITEM, "仍有误").id
    with database.read() as db:
        rows = objections(db, number, of.codes[0])
        assert [(one.id, one.says, one.answer is not None) for one in rows] == [
            (first, WHY, True), (second, "仍有误", False),
        ]  # fmt: skip
        assert objections(db, number, of.codes[1]) == []
    objected, answered = (body(database, f"edition_objection/{first}{end}") for end in ("", "/answer"))
    assert (objected["type"], objected["item"]) == ("edition.objected", ITEM)
    assert (answered["type"], answered["accepted"]) == ("edition.answered", True)
    assert WHY not in json.dumps([objected, answered], ensure_ascii=False)
    assert of.codes[0] not in json.dumps([objected, answered])


@pytest.mark.parametrize(
    ("who", "day", "item", "words", "refused"),
    [
        ("mine", AFTER, ITEM, WHY, Conflict),
        ("mine", ON, "no_item", WHY, Unfit),
        ("mine", ON, "", WHY, Unfit),
        ("mine", ON, ITEM, "  \n", Unfit),
        ("other", ON, ITEM, WHY, NotFound),
        ("officer", ON, ITEM, WHY, Refused),
    ],
)
def test_an_objection_that_cannot_be_is_refused_and_leaves_nothing(
    database: Database, who: str, day: date, item: str, words: str, refused: type[Refusal]
) -> None:
    of, number = prepared(database)
    with pytest.raises(refused), database.write() as db:
        object_to(db, day, getattr(of, who), number, item, words)
    with database.read() as db:
        assert objections(db, number) == []


def test_the_same_objection_sent_twice_is_kept_once(database: Database) -> None:
    of, number = prepared(database)
    meet = Barrier(2)

    def send(by: Account) -> bool:
        meet.wait()
        try:
            with database.write() as db:
                object_to(db, ON, by, number, ITEM, WHY)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(2) as both:
        done = [both.submit(send, of.mine) for _ in range(2)]
    assert sorted(one.result() for one in done) == [False, True]
    with database.write() as db:
        object_to(db, ON, of.mine, number, "audit", WHY)
        object_to(db, ON, of.theirs, number, ITEM, WHY)
        assert len(objections(db, number)) == 3


def test_two_officers_who_prepare_a_year_at_once_prepare_it_once(database: Database) -> None:
    with database.write() as db:
        of = office(db)
    meet = Barrier(2)

    def begin(by: Account) -> bool:
        meet.wait()
        try:
            with database.write() as db:
                prepare(db, ON, by, YEAR, ON)
        except Conflict as refused:
            assert "2025" in refused.said.en and UNTIL.isoformat() in refused.said.en
            return False
        return True

    with ThreadPoolExecutor(2) as both:
        done = [both.submit(begin, by) for by in (of.officer, of.second)]
    assert sorted(one.result() for one in done) == [False, True]
    with database.read() as db:
        assert len(open_previews(db)) == 1
        assert len(db.scalars(select(Edition)).all()) == 1


@pytest.mark.parametrize("day", [ON + timedelta(1), date(2025, 12, 31), date(2024, 1, 1)])
def test_a_day_that_is_not_over_or_before_the_years_end_is_refused(database: Database, day: date) -> None:
    with database.write() as db:
        of = office(db)
    with pytest.raises(Unfit), database.write() as db:
        prepare(db, ON, of.officer, YEAR, day)


def test_only_officers_of_the_office_itself_act(database: Database) -> None:
    of, number = prepared(database)
    with database.write() as db:
        below = make.registrar(db, parent_id=of.registrar.id)
        strangers = [
            make.account(db, Role.OFFICER, registrar=below),
            make.account(db, Role.INSPECTOR, registrar=of.registrar),
            of.mine,
        ]
    for by in strangers:
        for act in (
            lambda db, by=by: prepare(db, ON, by, YEAR - 1, ON),
            lambda db, by=by: publish(db, AFTER, by, number),
            lambda db, by=by: withdraw(db, ON, by, number, "x"),
            lambda db, by=by: answer(db, ON, by, number, 1, accepted=False, why="x"),
        ):
            with pytest.raises(Refused), database.write() as db:
                act(db)


def test_it_is_published_after_the_period_and_once_everything_is_answered(database: Database) -> None:
    of, number = prepared(database)
    with database.write() as db:
        objection = object_to(db, ON, of.mine, number, ITEM, WHY).id
    for day, word in ((UNTIL, UNTIL.isoformat()), (AFTER, "Objections that wait for an answer: 1")):
        with pytest.raises(Conflict) as refused, database.write() as db:
            publish(db, day, of.officer, number)
        assert word in refused.value.said.en
    with database.write() as db:
        answer(db, AFTER, of.officer, number, objection, accepted=False, why="公开平台无此记录")
    with database.write() as db:
        edition, _places = publish(db, AFTER, of.second, number)
    with database.read() as db:
        preview = preview_of(db, number)
        assert preview is not None and preview.end is not None
        assert preview.end.edition_id == edition.id != preview.edition_id
        assert [one.id for one in editions(db)] == [edition.id]
        assert (edition.year, edition.day) == (YEAR, ON)
        assert open_previews(db) == []
        assert obstacle(preview, AFTER) is not None
        assert place(db, preview.edition_id, of.codes[0]) is not None
    assert body(database, f"edition/{edition.id}")["type"] == "edition.published"
    with database.read() as db:
        check_entries(db, Log(wanted(())))


def test_the_edition_is_computed_anew_and_the_preview_stays(database: Database) -> None:
    of, number = prepared(database)
    code = of.codes[0]
    with database.write() as db:
        preview = preview_of(db, number)
        assert preview is not None
        shown = place(db, preview.edition_id, code).score  # type: ignore[union-attr]
        row = db.get(YearFigures, (code, YEAR))
        assert row is not None
        row.published_on = date(2026, 5, 20)
    with database.write() as db:
        edition, _places = publish(db, AFTER, None, number)
    with database.read() as db:
        assert place(db, edition.id, code).score > shown  # type: ignore[union-attr]
        assert place(db, preview.edition_id, code).score == shown  # type: ignore[union-attr]


def test_what_has_ended_takes_no_further_act(database: Database) -> None:
    of, number = prepared(database)
    with database.write() as db:
        objection = object_to(db, ON, of.mine, number, ITEM, WHY).id
    with database.write() as db:
        withdraw(db, ON, of.officer, number, "数据截止日选错")
    assert body(database, f"edition_preview/{number}/end")["type"] == "edition.withdrawn"
    for act in (
        lambda db: withdraw(db, ON, of.officer, number, "x"),
        lambda db: publish(db, AFTER, of.officer, number),
        lambda db: object_to(db, ON, of.mine, number, ITEM, WHY),
        lambda db: answer(db, ON, of.officer, number, objection, accepted=True, why="x"),
    ):
        with pytest.raises(Conflict) as refused, database.write() as db:
            act(db)
        assert "withdrawn" in refused.value.said.en
    with database.write() as db:
        assert latest_edition(db) is None
        assert a_preview(db, of).id != number


def test_an_objection_is_answered_once_and_only_in_its_own_preview(database: Database) -> None:
    of, number = prepared(database)
    with database.write() as db:
        objection = object_to(db, ON, of.mine, number, ITEM, WHY).id
    with database.write() as db:
        answer(db, ON, of.officer, number, objection, accepted=False, why="无此记录")
    with pytest.raises(Conflict), database.write() as db:
        answer(db, ON, of.second, number, objection, accepted=True, why="有")
    for preview, one in ((number, objection + 9), (number + 9, objection)):
        with pytest.raises(NotFound), database.write() as db:
            answer(db, ON, of.second, preview, one, accepted=True, why="有")

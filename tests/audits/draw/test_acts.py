from datetime import date, timedelta
from pathlib import Path

import pytest

from audits.draw import Stage, export, held, shown, stage, verify
from audits.draw.freeze import answer, freeze, object_to, trial
from audits.draw.people import recuse, send
from audits.draw.plan import make
from audits.draw.population import report
from audits.draw.replacement import replace_dissolved
from audits.draw.result import type_sources
from audits.refusal import Conflict, NotFound, Refused, Unfit
from compliance.facts import Level
from models.account import Role
from models.db import Session
from models.draw.asked import drawn_of, places, plans, visits, visits_of
from tests import make as made
from tests.audits.draw.course import DAY, SOURCES, Office, drawn, frozen, office, planned, ready_on, wanted


@pytest.fixture
def of(db: Session) -> Office:
    return office(db)


def put(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def test_plans_are_numbered_without_gaps_in_each_year(db: Session, of: Office) -> None:
    later = date(2026, 1, 5)
    numbers = [planned(db, of).number, planned(db, of).number]
    numbers.append(make(db, later, of.first, of.registrar, wanted()).number)
    assert numbers == ["2025-1", "2025-2", "2026-1"]
    with pytest.raises(Unfit):
        planned(db, of, name=" ")
    assert planned(db, of).number == "2025-3"


@pytest.mark.parametrize(
    "given",
    [
        {"ratio": {"foundation": "0.03"}},
        {"ratio": {"foundation": "4%"}},
        {"ratio": {"nobody": "0.5"}},
        {"strata": ()},
        {"strata": ("grade", "kind")},
        {"inspectors_each": 1},
        {"registered_by": DAY + timedelta(days=1)},
        {"exclude": ("friends",)},
        {"seed_announced": ""},
        {"name": "长" * 101},
        {"sources": ("SSQ 2025031", "SSQ 2025031")},
        {"sources": ("双色球",)},
        {"sources": tuple(f"X {n}" for n in range(9))},
    ],
)
def test_a_plan_that_law_or_sense_forbid_is_refused(
    db: Session, of: Office, given: dict[str, object]
) -> None:
    with pytest.raises(Unfit):
        planned(db, of, **given)
    assert plans(db) == []


def test_ratios_are_the_levels_by_law_raised_by_grade(db: Session, of: Office) -> None:
    city = planned(db, of, strata=("kind", "grade"), ratio={"foundation.A": "0.25"}).ratio
    assert [city[f"foundation.{grade}"] for grade in "ABCD"] == ["0.25", "0.04", "0.08", "1"]
    county = made.registrar(db, level=Level.COUNTY)
    assert set(make(db, DAY, None, county, wanted()).ratio.values()) == {"0.03"}


def test_the_report_before_freezing_says_who_is_left_out_and_what_is_odd(db: Session, of: Office) -> None:
    gone, late, nowhere, twin = of.organizations[:4]
    gone.dissolved_on, late.registered_on, nowhere.address = date(2025, 1, 1), date(2025, 3, 4), " "
    twin.name = nowhere.name
    found = report(db, planned(db, of), DAY)
    assert found.excluded == {"dissolved": 1, "registered_later": 1}
    assert (found.missing, found.double) == ([nowhere.code], sorted([nowhere.code, twin.code]))
    assert (found.visits, found.capacity, found.enough, found.recusals) == (4, 12, True, 1)


def test_a_dry_run_stores_nothing_and_draws_by_another_seed_each_time(db: Session, of: Office) -> None:
    plan = planned(db, of)
    assert trial(db, plan, DAY).seed != trial(db, plan, DAY).seed
    assert plan.snapshots == []
    assert plan.result is None


def test_a_draw_is_made_when_two_officers_have_typed_the_same_and_anyone_can_repeat_it(
    db: Session, of: Office, tmp_path: Path
) -> None:
    plan = frozen(db, of, ratio={"foundation": "0.5"})
    day = ready_on(db, plan)
    assert type_sources(db, day, of.first, plan, SOURCES) is None
    assert stage(db, plan, day) is Stage.TYPED
    assert type_sources(db, day, of.first, plan, SOURCES) is None
    result = type_sources(db, day, of.second, plan, SOURCES)
    assert result is not None
    assert (result.first_by, result.second_by) == (of.first.id, of.second.id)
    assert stage(db, plan, day) is Stage.DRAWN
    good, said = verify.answer(put(tmp_path, export.files(db, plan)))
    assert good, said
    rows = places(db, plan.id)
    assert [one.stratum for one in rows] == ["association"] + ["foundation"] * 3
    assert len(visits(db, plan.id)) == 8
    mine = {visit.code for visit, _plan in visits_of(db, of.inspector.id)}
    assert mine == {one.code for one in visits(db, plan.id) if one.inspector == "J001"}
    assert [one.number for one in drawn_of(db, rows[0].code)] == [plan.number]


def test_what_is_exported_before_the_lot_can_be_held_against_its_hashes(
    db: Session, of: Office, tmp_path: Path
) -> None:
    plan = frozen(db, of)
    assert verify.answer(put(tmp_path, export.files(db, plan)))[0]
    with pytest.raises(Conflict):
        export.files(db, planned(db, of))


def test_the_second_result_of_a_plan_is_refused(db: Session, of: Office) -> None:
    plan = drawn(db, of)
    other = ["SSQ 2025031 01 02 03 04 05 06 + 07", SOURCES[1]]
    for again in (SOURCES, other):
        with pytest.raises(Conflict):
            type_sources(db, date(2025, 6, 2), of.first, plan, again)
    with pytest.raises(Conflict):
        freeze(db, date(2025, 6, 2), of.first, plan)


def test_a_source_that_another_draw_has_used_is_refused(db: Session, of: Office) -> None:
    drawn(db, of)
    plan = frozen(db, of)
    with pytest.raises(Conflict, match="其他抽取"):
        type_sources(db, ready_on(db, plan), of.first, plan, SOURCES)


def test_where_the_second_officer_types_otherwise_the_place_is_named_and_not_the_text(
    db: Session, of: Office
) -> None:
    plan = frozen(db, of)
    type_sources(db, ready_on(db, plan), of.first, plan, SOURCES)
    other = [SOURCES[0], "DLT 25031 01 02 03 04 05 + 06 08"]
    with pytest.raises(Unfit) as refused:
        type_sources(db, ready_on(db, plan), of.second, plan, other)
    assert "source 2, from character 32" in refused.value.said.en
    assert "07" not in refused.value.said.en
    assert plan.result is None
    type_sources(db, ready_on(db, plan), of.first, plan, other)
    assert type_sources(db, ready_on(db, plan), of.second, plan, other) is not None


@pytest.mark.parametrize(
    "typed",
    [
        [],
        ["", " "],
        [SOURCES[0]],
        SOURCES[::-1],
        [SOURCES[0], SOURCES[0]],
        ["SSQ 2025032 03 07 12 19 25 31 + 08", SOURCES[1]],
        ["SSQ 2025031 3 7 12 19 25 31 + 8", SOURCES[1]],
        ["SSQ 2025031 07 03 12 19 25 31 + 08", SOURCES[1]],
        ["SSQ 2025031 03 03 12 19 25 31 + 08", SOURCES[1]],
        ["SSQ 2025031 03 07 12 19 25 34 + 08", SOURCES[1]],
        ["SSQ 2025031", SOURCES[1]],
        ["SSQ 2025031 \ud800", SOURCES[1]],
        ["SSQ 2025031 " + "1" * 200, SOURCES[1]],
        [*SOURCES, "X 1"],
    ],
)
def test_sources_not_written_as_announced_are_refused(db: Session, of: Office, typed: list[str]) -> None:
    plan = frozen(db, of)
    with pytest.raises(Unfit):
        type_sources(db, ready_on(db, plan), of.first, plan, typed)


def test_sources_are_not_taken_before_plan_and_lists_have_stood_their_time(db: Session, of: Office) -> None:
    plan = planned(db, of)
    with pytest.raises(Conflict):
        type_sources(db, DAY, of.first, plan, SOURCES)
    lists = freeze(db, DAY, of.first, plan)
    assert (lists.until, ready_on(db, plan)) == (date(2025, 3, 10), date(2025, 3, 18))
    for day in (DAY, lists.until, date(2025, 3, 17)):
        with pytest.raises(Conflict):
            type_sources(db, day, of.first, plan, SOURCES)
    type_sources(db, date(2025, 3, 18), of.first, plan, SOURCES)


def test_an_objection_upheld_means_new_lists_and_a_new_period(db: Session, of: Office) -> None:
    plan = frozen(db, of)
    out = of.organizations[3].code
    row = object_to(db, DAY + timedelta(days=2), of.first, plan, out, "本会已在注销中")
    later = date(2025, 4, 1)
    with pytest.raises(Conflict):
        type_sources(db, later, of.first, plan, SOURCES)
    answer(db, later, of.second, plan, row.id, uphold=True, leave_out=True, why="属实")
    assert stage(db, plan, later) is Stage.UPHELD
    with pytest.raises(Conflict):
        answer(db, later, of.second, plan, row.id, uphold=False, leave_out=False, why="再答")
    again = freeze(db, later, of.first, plan)
    assert (again.version, again.until) == (2, date(2025, 4, 9))
    assert f"{out},objection_upheld\n".encode() in export.file(db, plan, "excluded.csv")
    with pytest.raises(Conflict):
        freeze(db, later, of.first, plan)
    with pytest.raises(Conflict):
        type_sources(db, again.until, of.first, plan, SOURCES)


def test_an_objection_not_upheld_changes_nothing_and_one_too_late_is_refused(db: Session, of: Office) -> None:
    plan = frozen(db, of)
    row = object_to(db, DAY + timedelta(days=2), of.first, plan, "", "比例太高")
    answer(db, DAY + timedelta(days=3), of.second, plan, row.id, uphold=False, leave_out=True, why="依法")
    assert stage(db, plan, ready_on(db, plan)) is Stage.READY
    with pytest.raises(Conflict):
        object_to(db, ready_on(db, plan), of.first, plan, "", "迟了")
    with pytest.raises(NotFound):
        answer(db, DAY, of.second, plan, 999, uphold=True, leave_out=False, why="无")


def test_instead_of_a_dissolved_one_comes_the_next_and_verify_agrees(
    db: Session, of: Office, tmp_path: Path
) -> None:
    plan = drawn(db, of)
    first = places(db, plan.id)[0]
    with pytest.raises(Unfit, match="尚未注销"):
        replace_dissolved(db, date(2025, 4, 1), of.first, plan, first.code, "已注销")
    first.organization.dissolved_on = date(2025, 3, 31)
    row = replace_dissolved(db, date(2025, 4, 1), of.first, plan, first.code, "已注销")
    assert (row.stratum, row.place) == (first.stratum, 2)
    with pytest.raises(Conflict):
        replace_dissolved(db, date(2025, 4, 1), of.first, plan, first.code, "已注销")
    good, said = verify.answer(put(tmp_path, export.files(db, plan)))
    assert good, said
    assert first.code not in {visit.code for visit, _ in visits_of(db, of.inspector.id)}
    told = shown.as_json(db, plan, DAY)
    assert [one["code"] for one in told["replacements"]] == [row.code]


def test_who_was_drawn_last_year_is_left_out_where_the_plan_says_so(db: Session, of: Office) -> None:
    plan = drawn(db, of)
    codes = {one.code for one in places(db, plan.id)}
    day = date(2026, 3, 2)
    following = make(db, day, of.first, of.registrar, wanted(registered_by=day, exclude=("drawn_last_year",)))
    freeze(db, day, of.first, following)
    left_out = export.file(db, following, "excluded.csv").decode().splitlines()[1:]
    assert set(left_out) == {f"{code},drawn_last_year" for code in codes}


def test_without_inspectors_or_organizations_nothing_is_frozen(db: Session) -> None:
    registrar = made.registrar(db)
    plan = make(db, DAY, None, registrar, wanted())
    with pytest.raises(Conflict, match="没有可以抽取"):
        freeze(db, DAY, None, plan)
    made.organization(db, registrar=registrar)
    with pytest.raises(Conflict, match="检查人员不足"):
        freeze(db, DAY, None, plan)


def test_only_officers_of_the_office_act(db: Session, of: Office) -> None:
    plan = planned(db, of)
    stranger = made.account(db, Role.OFFICER)
    with pytest.raises(NotFound):
        held(db, plan.number, stranger)
    with pytest.raises(NotFound):
        held(db, "2025-9", of.first)
    for role in (Role.ADMINISTRATOR, Role.INSPECTOR, Role.SIGNER):
        other = made.account(db, role)
        with pytest.raises(Refused):
            held(db, plan.number, other)
        with pytest.raises(Refused):
            freeze(db, DAY, other, plan)


def test_an_inspector_is_entered_with_a_code_and_changed_by_a_new_row(db: Session, of: Office) -> None:
    here = of.registrar.id
    for code, name, visits_, account in (
        ("j 1", "某", 1, None),
        ("J009", " ", 1, None),
        ("J009", "某", -1, None),
        ("J009", "某", 1, of.first),
    ):
        with pytest.raises(Unfit):
            send(db, of.first, here, code, name, visits_, account)
    with pytest.raises(Conflict):
        send(db, of.first, here, "J009", "某", 1, of.inspector)
    send(db, of.first, here, "J002", "某", 0, None)
    recuse(db, of.first, here, "J001", of.organizations[0].code, "已离任", stands=False)
    found = report(db, planned(db, of), DAY)
    assert ([code for code, _, _ in found.load], found.recusals) == (["J001", "J003"], 0)
    with pytest.raises(NotFound):
        recuse(db, of.first, here, "J777", of.organizations[0].code, "无此人")
    with pytest.raises(NotFound):
        recuse(db, of.first, here, "J001", "无此组织", "无")

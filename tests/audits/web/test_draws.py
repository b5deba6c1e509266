"""A draw through its pages: an officer's way from plan to result, the public page, the inspector's visits."""

import json
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from audits.config import today
from audits.draw import verify
from audits.web.app import create_app
from models.account import Account, Role
from models.db import Database
from models.draw.asked import inspectors, plan_of, recusals, visits
from tests import make
from tests.audits.draw.course import DAY, SOURCES, Office, drawn, frozen, office
from tests.visitor import Visitor


@pytest.fixture
def of(sqlite_database: Database) -> Office:
    with sqlite_database.write() as db:
        return office(db)


def visitor(database: Database, account: Account | None = None) -> Visitor:
    found = Visitor(create_app(database))
    return found.sign_in(account) if account else found


def text(answer: TestResponse) -> str:
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return answer.get_data(as_text=True)


FORM = {
    "name": "抽查", "registered_by": "", "strata": ["kind", "grade"], "ratio": "foundation.A 0.5\nassociation.A=0.1",
    "each": "2", "seed_announced": "双色球和大乐透各一期", "sources": "SSQ 2025031\nDLT 25031\n",
}  # fmt: skip


def test_an_officer_plans_tries_freezes_and_hears_objections(sqlite_database: Database, of: Office) -> None:
    desk = visitor(sqlite_database, of.first)
    form = {**FORM, "registered_by": today().isoformat()}
    answer = desk.post("/desk/draws", form)
    number = f"{today().year}-1"
    assert answer.headers["Location"] == f"/desk/draws/{number}"
    assert "foundation.A" not in text(desk.get(f"/desk/draws/{number}"))
    assert "试抽：无任何效力" in text(desk.post(f"/desk/draws/{number}/trial"))
    assert desk.post(f"/desk/draws/{number}/freeze").status_code == 303
    assert desk.post(f"/desk/draws/{number}/freeze").status_code == 409
    code = of.organizations[0].code
    assert (
        desk.post(f"/desk/draws/{number}/objections", {"code": code, "reasons": "已注销"}).status_code == 303
    )
    assert "已注销" in text(desk.get(f"/desk/draws/{number}"))
    leave_out = {"answer": "leave_out", "reasons": "属实"}
    assert desk.post(f"/desk/draws/{number}/objections/1", leave_out).status_code == 303
    assert "异议成立" in text(desk.get(f"/desk/draws/{number}"))
    assert desk.post(f"/desk/draws/{number}/freeze").status_code == 303
    assert desk.post(f"/desk/draws/{number}/sources", {"sources": "\n".join(SOURCES)}).status_code == 409
    shown = visitor(sqlite_database).get(f"/draws/{number}/files/excluded.csv")
    assert shown.get_data(as_text=True) == f"code,reason\n{code},objection_upheld\n"
    assert "已注销" not in text(visitor(sqlite_database).get(f"/draws/{number}"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"registered_by": "gestern"}, {"each": "zwei"}, {"each": "1"}, {"ratio": "foundation.A"},
        {"ratio": "foundation.A 0.01"}, {"ratio": "x 0.5"}, {"strata": []}, {"name": ""}, {"sources": "a\na"},
    ],
)  # fmt: skip
def test_a_plan_not_filled_in_right_is_refused(
    sqlite_database: Database, of: Office, wrong: dict[str, object]
) -> None:
    desk = visitor(sqlite_database, of.first)
    answer = desk.post("/desk/draws", {**FORM, "registered_by": "2025-01-01", **wrong})
    assert answer.status_code == 422


def test_two_officers_type_apart_and_the_second_sees_nothing_of_the_first(
    sqlite_database: Database, of: Office
) -> None:
    with sqlite_database.write() as db:
        number = frozen(db, of).number
    first, second = (visitor(sqlite_database, one) for one in (of.first, of.second))
    address = f"/desk/draws/{number}"
    typed = "\r\n".join(SOURCES)
    assert first.post(f"{address}/sources", {"sources": typed}).status_code == 303
    assert SOURCES[0] in text(first.get(address))
    assert SOURCES[0] not in text(second.get(address))
    other = second.post(f"{address}/sources", {"sources": typed.replace("+ 08", "+ 09")})
    assert other.status_code == 422
    assert "08" not in other.get_data(as_text=True).split("<main")[1]
    assert second.post(f"{address}/sources", {"sources": typed}).status_code == 303
    assert second.post(f"{address}/sources", {"sources": typed}).status_code == 409
    assert SOURCES[0] in text(visitor(sqlite_database).get(f"/draws/{number}"))


def test_whoever_downloads_the_files_can_repeat_the_draw(
    sqlite_database: Database, of: Office, tmp_path: Path
) -> None:
    with sqlite_database.write() as db:
        number = drawn(db, of).number
    public = visitor(sqlite_database)
    told = json.loads(text(public.get(f"/api/v1/draws/{number}")))
    for address in told["files"]:
        (tmp_path / address.rpartition("/")[2]).write_bytes(public.get(address).data)
    good, said = verify.answer(tmp_path)
    assert good, said
    assert [one["code"] for one in told["drawn"]] == [
        line.split(",")[2] for line in (tmp_path / "drawn.csv").read_text().splitlines()[1:]
    ]
    page = text(public.get(f"/draws/{number}"))
    assert "/static/draw.js" in page
    assert all(f'href="/organizations/{one["code"]}"' in page for one in told["drawn"])
    assert public.get(f"/draws/{number}/files/../../x").status_code == 404
    assert public.get(f"/draws/{number}/files/replacements.csv").status_code == 404
    assert public.get("/draws/2025-99").status_code == 404
    assert number in text(public.get("/draws"))


def test_every_act_of_a_draw_shows_its_entry_in_the_log(sqlite_database: Database, of: Office) -> None:
    with sqlite_database.write() as db:
        number = drawn(db, of).number
    public = visitor(sqlite_database)
    page = text(public.get(f"/draws/{number}"))
    for act, type_ in (("plan", "draw.plan"), ("lists-1", "draw.freeze"), ("result", "draw.result")):
        assert f'href="/draws/{number}/log/{act}"' in page
        told = json.loads(text(public.get(f"/draws/{number}/log/{act}/entry.json")))
        assert json.loads(told["entry"])["type"] == type_ and told["body"]["id"] == number
        assert told["leaf"] in text(public.get(f"/draws/{number}/log/{act}"))
    assert public.get(f"/draws/{number}/log/lists-2").status_code == 404
    assert public.get(f"/draws/{number}/log/result/proof").status_code == 404, "not published yet"


def test_a_dissolved_one_is_replaced_and_its_inspectors_need_not_go(
    sqlite_database: Database, of: Office
) -> None:
    with sqlite_database.write() as db:
        number = drawn(db, of).number
    public = visitor(sqlite_database)
    code = json.loads(text(public.get(f"/api/v1/draws/{number}")))["drawn"][0]["code"]
    desk = visitor(sqlite_database, of.first)
    gone = {"code": code, "reasons": "已注销"}
    assert desk.post(f"/desk/draws/{number}/replacement", gone).status_code == 422
    with sqlite_database.write() as db:
        plan = plan_of(db, number)
        assert plan is not None
        organization = next(one for one in of.organizations if one.code == code)
        db.merge(organization).dissolved_on = DAY
    assert desk.post(f"/desk/draws/{number}/replacement", gone).status_code == 303
    assert "由下一签号递补" in text(public.get(f"/draws/{number}"))
    assert code not in text(visitor(sqlite_database, of.inspector).get("/desk/visits"))


def test_an_inspector_sees_where_to_go_and_what_to_check(sqlite_database: Database, of: Office) -> None:
    with sqlite_database.write() as db:
        plan = drawn(db, of, ratio={"foundation": "1"})
        sent = sum(visit.inspector == "J001" for visit in visits(db, plan.id))
    page = text(visitor(sqlite_database, of.inspector).get("/desk/visits"))
    assert sent > 0 and page.count("阳光市东城区一号") == sent
    assert "财务状况" in page
    assert "J001" not in page.split("<main")[1]
    with sqlite_database.write() as db:
        stranger = make.account(db, Role.INSPECTOR)
    assert "目前没有分派给您的检查任务" in text(visitor(sqlite_database, stranger).get("/desk/visits"))


def test_inspectors_and_recusals_are_entered_on_the_desk(sqlite_database: Database, of: Office) -> None:
    desk = visitor(sqlite_database, of.first)
    good = {"code": "j009", "name": "新人", "capacity": "3", "login": ""}
    assert desk.post("/desk/inspectors", good).status_code == 303
    for wrong in ({"capacity": "viele"}, {"capacity": "-1"}, {"login": "nobody"}, {"code": "#"}):
        assert desk.post("/desk/inspectors", {**good, **wrong}).status_code == 422
    pair = {"inspector": "J009", "code": of.organizations[1].code, "reasons": "亲属", "stands": "yes"}
    assert desk.post("/desk/recusals", pair).status_code == 303
    assert desk.post("/desk/recusals", {**pair, "code": "x"}).status_code == 404
    assert "亲属" in text(desk.get("/desk/inspectors"))
    with sqlite_database.read() as db:
        assert [one.code for one in inspectors(db, of.registrar.id)] == ["J001", "J002", "J003", "J009"]
        assert len(recusals(db, of.registrar.id)) == 2

"""Training, scoring and answering over a simulated office: internal from end to end."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from audits import fsck
from audits.refusal import Conflict
from audits.risk import work
from audits.risk.office import frames
from audits.risk.page import of_office, page
from audits.simulate import simulate
from audits.web.app import create_app
from compliance.outcome import OUTCOMES
from compliance.risk import signs
from models.account import Account, Role
from models.db import Database
from models.event import Event
from models.registrar import Registrar
from models.risk import RiskAnswer, RiskScore, latest_model, latest_run, latest_scores
from tests import make
from tests.visitor import Visitor

DAY = date(2026, 11, 23)
MOMENT = datetime(2026, 11, 23, 3, tzinfo=UTC)
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def scored(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A simulated office with trained models and one scoring."""
    file = tmp_path_factory.mktemp("risk") / "office.db"
    file.write_bytes(sqlite_template.read_bytes())
    database = Database(f"sqlite:///{file}")
    list(simulate(database, 500, range(2021, 2026), 7, DAY))
    work.train(database, DAY, MOMENT)
    work.score(database, DAY, MOMENT)
    with database.write() as db:
        office = db.scalars(select(Registrar).order_by(Registrar.id)).first()
        for role in (Role.OFFICER, Role.INSPECTOR):
            make.account(db, role, login=f"risk-{role.value}", registrar=office)
    database.close()
    yield file


@pytest.fixture
def office(scored: Path, tmp_path: Path) -> Iterator[Database]:
    file = tmp_path / "office.db"
    file.write_bytes(scored.read_bytes())
    database = Database(f"sqlite:///{file}")
    yield database
    database.close()


def somebody(office: Database, role: Role) -> Account:
    with office.read() as db:
        return db.scalars(select(Account).where(Account.login == f"risk-{role.value}")).one()


def riskiest(office: Database) -> str:
    with office.read() as db:
        query = select(RiskScore.code).where(RiskScore.place == 1).order_by(RiskScore.run_id.desc())
        return str(db.scalars(query.limit(1)).one())


def test_models_and_scores_are_rows_that_stay(office: Database) -> None:
    with office.read() as db:
        models = {name: latest_model(db, name) for name in OUTCOMES}
        first = latest_run(db, "no_report")
        before = db.scalar(select(func.count()).select_from(RiskScore))
    assert models["no_report"] is not None and models["no_report"].metrics["model"]["auc"]["value"] > 0.5
    told = work.score(office, DAY, MOMENT)
    with office.read() as db:
        assert latest_run(db, "no_report") != first
        after = db.scalar(select(func.count()).select_from(RiskScore)) or 0
        assert after == (before or 0) + sum(one["organizations"] for one in told.values())
    assert list(fsck.check(office, MOMENT)) == []


def test_what_is_entered_after_the_day_changes_no_sign(office: Database) -> None:
    day = date(2024, 1, 1)
    with office.read() as db:
        known = frames(db, DAY)
        before = signs(known.organizations, known.reports, known.events, day)
    with office.write() as db:
        for code in before["code"].to_list()[:50]:
            db.add(Event(code=code, on=date(2024, 1, 2), what="warning", details={}, at=MOMENT))
    with office.read() as db:
        known = frames(db, DAY)
        assert signs(known.organizations, known.reports, known.events, day).equals(before)


def test_an_empty_register_trains_nothing_and_says_so(sqlite_database: Database) -> None:
    with pytest.raises(Conflict):
        work.train(sqlite_database, DAY, MOMENT)
    with pytest.raises(Conflict):
        work.score(sqlite_database, DAY, MOMENT)
    assert work.watched(sqlite_database, DAY) == {}


def test_an_officer_sees_the_reasons_and_his_answer_stays(office: Database) -> None:
    code = riskiest(office)
    visitor = Visitor(create_app(office)).sign_in(somebody(office, Role.OFFICER))
    shown = visitor.get(f"/desk/organizations/{code}").get_data(as_text=True)
    for text in ("风险评分", "主要原因", "仅供内部"):
        assert text in shown
    english = visitor.get(f"/desk/organizations/{code}?lang=en").get_data(as_text=True)
    assert "Risk scores" in english and "What moved it" in english
    address = f"/desk/organizations/{code}/risk/no_report"
    assert visitor.post(address, {"agrees": "no", "reason": " "}).status_code == 409
    assert visitor.post(address, {"agrees": "perhaps"}).status_code == 404
    assert visitor.post(address, {"agrees": "no", "reason": "已电话核实。"}).status_code == 303
    assert visitor.post(address, {"agrees": "yes"}).status_code == 303
    with office.read() as db:
        kept = db.scalars(select(RiskAnswer).order_by(RiskAnswer.id)).all()
        assert [(one.agrees, one.reason) for one in kept] == [(False, "已电话核实。"), (True, "")]
    assert "已电话核实。" in visitor.get(f"/desk/organizations/{code}").get_data(as_text=True)


def test_the_score_orders_the_queue_and_changes_nothing_in_it(office: Database) -> None:
    visitor = Visitor(create_app(office)).sign_in(somebody(office, Role.OFFICER))
    address = "/desk/reports?state=concluded&year=2025&size=200"
    usual = visitor.get(address).get_data(as_text=True)
    sorted_ = visitor.get(f"{address}&sort=risk").get_data(as_text=True)
    with office.read() as db:
        run = latest_run(db, "disclosure_faults")
        assert run is not None
        rows = db.execute(select(RiskScore.code, RiskScore.place).where(RiskScore.run_id == run.id))
        place = {row.code: row.place for row in rows}
    seen = [word for word in sorted_.replace("<", " ").replace(">", " ").split() if word in place]
    assert seen == sorted(seen, key=lambda code: place[code])
    assert len(seen) > 10 and set(seen) != set() and usual != sorted_


def test_who_inspects_sees_no_score(office: Database) -> None:
    visitor = Visitor(create_app(office)).sign_in(somebody(office, Role.INSPECTOR))
    shown = visitor.get(f"/desk/organizations/{riskiest(office)}").get_data(as_text=True)
    assert "风险评分" not in shown


def public_addresses(app: Flask, code: str) -> Iterator[str]:
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        if getattr(view, "open_to", None) == frozenset() and "GET" in (rule.methods or ()):
            given = {"code": code, "year": "2025", "register": "anomaly", "edition": "1", "list": "anomaly"}
            address = str(rule.rule)
            for name in rule.arguments:
                for form in (f"<{name}>", f"<int:{name}>", f"<path:{name}>"):
                    address = address.replace(form, given.get(name, "1"))
            yield address


def test_no_public_page_and_no_answer_of_the_api_knows_of_a_score(office: Database) -> None:
    app, code = create_app(office), riskiest(office)
    with office.read() as db:
        scores = latest_scores(db, code)
    words = ["风险评分", "Risk score", "risk_score", "probability"]
    shares = [f"{one.probability / 100:.1f}%" for one in scores]
    visitor = Visitor(app)
    addresses = [
        *public_addresses(app, code),
        f"/api/v1/organizations/{code}",
        f"/organizations/{code}?lang=en",
    ]
    told = {address: visitor.get(address).get_data().decode(errors="replace") for address in addresses}
    assert len(told) > 15 and any(code in text for text in told.values())
    assert [(address, word) for address, text in told.items() for word in words if word in text] == []
    of_it = {address: text for address, text in told.items() if code in text}  # others count whole registers
    assert [(address, share) for address, text in of_it.items() for share in shares if share in text] == []


def test_no_public_module_imports_the_scores() -> None:
    files = [*(ROOT / "audits/web/public").glob("*.py"), *(ROOT / "audits/web/api").glob("*.py")]
    assert [
        file.name for file in files if "models.risk" in file.read_text() or "audits.risk" in file.read_text()
    ] == []


def test_the_page_of_the_trial_says_what_a_simulation_proves(office: Database) -> None:
    with office.read() as db:
        run, row = latest_run(db, "no_report"), latest_model(db, "no_report")
        assert run is not None and row is not None
        told = of_office(row.metrics, run.drift)
    english = page([told], [], [], DAY, "en")
    assert "prove only that the machinery runs" in english and "<polyline" in english
    assert "只证明系统能够运行" in page([told], [], [], DAY, "zh")
    assert "fraud" not in english

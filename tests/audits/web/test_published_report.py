"""What a published report shows of persons: who heads the organization, and nothing else."""

import pytest
from flask import Flask

from audits.web.app import create_app
from compliance.facts import Kind
from compliance.form import Type
from compliance.form.book import by_id
from models.db import Database
from models.report import Report
from tests import make
from tests.audits.web.test_public import reported
from tests.visitor import Visitor

YEAR = 2025
HEADS = {"legal_representative": "欧阳法人", "chair": "欧阳会长", "secretary_general": "欧阳秘书"}
OTHERS = {
    "party.secretary.value": "欧阳书记",
    "disclosure.officer.value": "欧阳公开",
    "governance.founder.value": "欧阳发起",
    "basic.contact.value": "欧阳联系",
    "commitment.preparer.value": "欧阳填表",
    "commitment.signer.value": "欧阳签署",
}


@pytest.fixture
def app(sqlite_database: Database) -> Flask:
    return create_app(sqlite_database)


def shown(app: Flask, database: Database, **answers: str) -> str:
    """The public page of a report with these answers."""
    with database.write() as db:
        made = make.organization(db)
    reported(database, made, YEAR)
    with database.write() as db:
        report = db.query(Report).one()
        report.lines = {**report.lines, **{key.replace("__", "."): text for key, text in answers.items()}}
    return Visitor(app).get(f"/organizations/{made.code}/reports/{YEAR}").get_data(as_text=True)


def test_heads_are_named_and_nobody_else(app: Flask, sqlite_database: Database) -> None:
    heads = {f"basic__{name}__value": text for name, text in HEADS.items()}
    page = shown(
        app, sqlite_database, **heads, **{key.replace(".", "__"): text for key, text in OTHERS.items()}
    )
    assert [name for name in HEADS.values() if name not in page] == []
    assert [name for name in OTHERS.values() if name in page] == []


def test_numbers_of_persons_written_into_a_text_are_masked(app: Flask, sqlite_database: Database) -> None:
    page = shown(
        app,
        sqlite_database,
        governance__activities__value="联系 13812341234，证件 11010519491231002X，金额 12345678901。",
        basic__office_address__value="阳光市东城区和平街88号3单元502室",
    )
    assert "138****1234" in page and "11*************02X" in page and "12345678901" in page
    assert "13812341234" not in page and "1949" not in page
    assert "和平街" in page and "502" not in page


@pytest.mark.parametrize("kind", Kind)
def test_what_the_form_promises_not_to_publish_is_personal(kind: Kind) -> None:
    for line in by_id(kind, YEAR).values():
        if line.type is Type.TEXT:
            assert line.personal == ("不公开" in line.help.zh), line.id

"""The page of the open data: every file as its checksum says, in part if asked, down once a record is repaired."""

from datetime import timedelta
from hashlib import sha256

import pytest
from flask import Flask

from audits import jobs
from audits.config import today
from audits.export.current import current, renew
from audits.web.app import create_app
from models.db import Database
from tests.audits.web.test_public import an_organization, happened
from tests.visitor import Visitor

GROUND = {"list": "anomaly", "ground": "anomaly.report_missed"}


@pytest.fixture
def app(sqlite_database: Database) -> Flask:
    return create_app(sqlite_database)


def fetched(visitor: Visitor, name: str, **headers: str) -> tuple[int, bytes, str]:
    """Status, content and tag of a file."""
    told = {key.replace("_", "-"): value for key, value in headers.items()}
    with visitor.get(f"/data/files/{name}", headers=told) as answer:
        return answer.status_code, answer.get_data(), answer.headers.get("ETag", "")


def test_before_the_first_night_there_are_fields_and_no_files(app: Flask) -> None:
    page = Visitor(app).get("/data").get_data(as_text=True)
    assert "ranking_inputs" in page and "/data/files/" not in page
    assert Visitor(app).get("/data/files/organizations.csv").status_code == 404


def test_every_linked_file_is_what_its_checksum_says(app: Flask, sqlite_database: Database) -> None:
    an_organization(sqlite_database)
    jobs.run(sqlite_database, "export", today())
    visitor = Visitor(app)
    page = visitor.get("/data?lang=en").get_data(as_text=True)
    found = current()
    assert found is not None and len(found.files) > 30
    for one in found.files:
        assert f'href="/data/files/{one.name}"' in page
        _status, content, _tag = fetched(visitor, one.name)
        assert sha256(content).hexdigest() == one.sha256 and len(content) == one.size
    assert fetched(visitor, "SHA256SUMS")[0] == 200
    for strange in ("../current", "..%2fdemo.db", "nothing.csv"):
        assert fetched(visitor, strange)[0] == 404


def test_a_part_is_given_and_what_the_asker_has_is_not_sent_again(
    app: Flask, sqlite_database: Database
) -> None:
    an_organization(sqlite_database)
    renew(sqlite_database, today())
    visitor = Visitor(app)
    _status, whole, tag = fetched(visitor, "organizations.csv")
    assert fetched(visitor, "organizations.csv", Range="bytes=3-9")[:2] == (206, whole[3:10])
    assert fetched(visitor, "organizations.csv", If_None_Match=tag)[:2] == (304, b"")


def test_files_of_the_lists_are_down_as_soon_as_an_entry_is_repaired(
    app: Flask, sqlite_database: Database
) -> None:
    made, visitor = an_organization(sqlite_database), Visitor(app)
    happened(sqlite_database, made.code, "listed", today() - timedelta(100), **GROUND)
    renew(sqlite_database, today())
    assert made.code in fetched(visitor, "list_entries.csv")[1].decode()
    happened(sqlite_database, made.code, "repaired", today(), **GROUND)
    assert fetched(visitor, "list_entries.csv")[0] == 410
    assert "/data/files/list_entries.csv" not in visitor.get("/data").get_data(as_text=True)
    assert fetched(visitor, "organizations.csv")[0] == 200
    renew(sqlite_database, today())
    assert made.code not in fetched(visitor, "list_entries.csv")[1].decode()


def test_only_the_newest_export_is_kept_and_past_nights_are_not_made_up(sqlite_database: Database) -> None:
    renew(sqlite_database, today())
    first = current()
    renew(sqlite_database, today())
    second = current()
    assert first is not None and second is not None and first.folder != second.folder
    assert not first.folder.exists() and second.folder.exists()
    assert jobs.run(sqlite_database, "export", today() - timedelta(1)) == {"past": 1}
    assert current() == second

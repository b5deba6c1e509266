"""The decision log in public: its files, its page, and each public decision with a proof that anybody can check."""

import hashlib
import json
from datetime import date

import pytest

from audits import case, inspection
from audits.listing import open_proposals
from audits.log.publish import publish
from audits.objection import statement_ends
from audits.signature import opened
from audits.web.app import create_app
from compliance.case import Move
from compliance.facts import Conclusion
from compliance.log.note import read_checkpoint, read_proof_file
from compliance.log.tree import included
from models.case import Case, cases_of
from models.db import Database
from models.enter import note
from models.entry import Note
from models.event import Event
from tests import make, reporting
from tests.reporting import DAY, People
from tests.visitor import Visitor

LISTED = date(2026, 9, 1)


@pytest.fixture
def visitor(sqlite_database: Database) -> Visitor:
    return Visitor(create_app(sqlite_database))


def concluded(database: Database) -> str:
    with database.write() as db:
        people = People(db)
        found = reporting.consented(db, people)
        step = inspection.conclude(db, DAY, people.officer, found, Conclusion.UNQUALIFIED, "情况较重。")
        return str(step.number)


def listed(database: Database) -> tuple[str, Case]:
    with database.write() as db:
        people = People(db, registered_on=date(2015, 1, 1))
        open_proposals(db, LISTED)
        found = cases_of(db, people.organization.code)[0]
        case.take(db, LISTED, people.officer, found, Move.NOTICED, {})
        end = statement_ends(found)
        assert end is not None
        later = date(end.year, end.month, end.day + 1)
        case.take(db, later, people.officer, found, Move.PROPOSED, {"reasons": "拟列入。"})
        return str(
            case.take(db, later, people.approver, found, Move.DECIDED, {"reasons": "同意。"}).number
        ), found


def test_a_conclusion_is_proved_by_what_its_page_offers(visitor: Visitor, sqlite_database: Database) -> None:
    number = concluded(sqlite_database)
    publish(sqlite_database)
    page = visitor.get(f"/decisions/{number}").get_data(as_text=True)
    told = visitor.get(f"/decisions/{number}/entry.json").get_json()
    body = json.dumps(told["body"], sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    sealed = hashlib.sha256(b"yangguang-log/commit/v1\0" + bytes.fromhex(told["salt"]) + body).hexdigest()
    assert json.loads(told["entry"])["commit"] == sealed
    leaf = hashlib.sha256(b"\0" + told["entry"].encode()).digest()
    proof = visitor.get(f"/decisions/{number}/proof").get_data(as_text=True)
    index, path, checkpoint = read_proof_file(proof)
    key = (visitor.get("/log").get_data(as_text=True).partition("yangguang.example/log+")[2]).partition("<")[
        0
    ]
    head = read_checkpoint(opened(checkpoint, "yangguang.example/log+" + key.replace("&#43;", "+")))
    assert included(index, head.size, leaf, path, head.root)
    assert checkpoint == visitor.get("/log/checkpoint").get_data(as_text=True)
    assert all(one.hex() in page for one in (leaf, head.root, *path))
    assert told["body"]["number"] == number
    assert "情况较重" not in page


def test_before_publication_there_is_an_entry_and_no_proof(
    visitor: Visitor, sqlite_database: Database
) -> None:
    number = concluded(sqlite_database)
    page = visitor.get(f"/decisions/{number}?lang=en").get_data(as_text=True)
    assert "not yet published" in page
    assert visitor.get(f"/decisions/{number}/proof").status_code == 404
    assert visitor.get("/log/checkpoint").status_code == 404
    assert "nothing yet" in visitor.get("/log").get_data(as_text=True)


def test_a_decision_on_a_list_is_public_while_its_entry_is(
    visitor: Visitor, sqlite_database: Database
) -> None:
    number, found = listed(sqlite_database)
    publish(sqlite_database)
    page = visitor.get(f"/decisions/{number}?lang=en").get_data(as_text=True)
    assert found.code in page and f"/decisions/{number}/paper.pdf" in page
    assert number in visitor.get(f"/organizations/{found.code}").get_data(as_text=True)
    with sqlite_database.write() as db:
        for what in ("removed", "repaired"):
            details = {"list": "anomaly", "ground": found.ground}
            db.add(
                Event(
                    code=found.code, on=LISTED.replace(month=11), what=what, details=details, at=make.MOMENT
                )
            )
    for more in ("", "/proof", "/entry.json", "/paper.pdf"):
        assert visitor.get(f"/decisions/{number}{more}").status_code == 404


def test_what_is_no_public_decision_is_not_found(visitor: Visitor, sqlite_database: Database) -> None:
    _, found = listed(sqlite_database)
    conclusion = concluded(sqlite_database)
    notice = next(str(one.number) for one in found.moves if one.move == "noticed")
    for address in (notice, found.number, "x", f"{conclusion}/paper.pdf"):
        assert visitor.get(f"/decisions/{address}").status_code == 404


def test_tiles_are_served_for_ever_and_nothing_else(visitor: Visitor, sqlite_database: Database) -> None:
    with sqlite_database.write() as db:
        for number in range(300):
            note(db, Note("test.act", make.MOMENT, {"number": number}))
    publish(sqlite_database)
    for place in ("0/000", "0/001.p/44", "1/000.p/1", "entries/000", "entries/001.p/44"):
        answer = visitor.get(f"/log/tile/{place}")
        assert (answer.status_code, answer.content_type) == (200, "application/octet-stream"), place
        assert "immutable" in answer.headers["Cache-Control"]
    head = visitor.get("/log/checkpoint")
    assert head.content_type == "text/plain; charset=utf-8"
    for place in ("0/002", "64/000", "0/0", "entries/../../checkpoint", "0/001.p/44/x", "0/001.p/044"):
        assert visitor.get(f"/log/tile/{place}").status_code == 404


def test_health_tells_what_waits_and_why_nothing_is_signed(
    visitor: Visitor, sqlite_database: Database
) -> None:
    with sqlite_database.write() as db:
        note(db, Note("test.act", make.MOMENT, {}))
    log = visitor.get("/health").get_json()["log"]
    assert (log["ok"], log["entries"], log["published"]) == (True, 1, 0)
    assert log["waiting_since"] == make.MOMENT.isoformat()
    publish(sqlite_database)
    log = visitor.get("/health").get_json()["log"]
    assert (log["published"], log["waiting_since"]) == (1, None)


def test_the_page_names_acts_and_opens_public_decisions(visitor: Visitor, sqlite_database: Database) -> None:
    number, found = listed(sqlite_database)
    publish(sqlite_database)
    page = visitor.get("/log?lang=en").get_data(as_text=True)
    assert f'href="/decisions/{number}"' in page and "Notice issued" in page and "not public" in page
    assert found.organization.name in page

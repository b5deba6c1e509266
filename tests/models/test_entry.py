"""The decision log in the database: gapless under writers at once, unchangeable, erasable only as the law wants it."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from compliance.log.entry import Entry, commit, read
from compliance.log.tree import leaf
from models import entry
from models.db import Database, DatabaseFault, Session
from models.enter import note
from models.entry import Note
from tests import make

WRITERS, EACH = 8, 12


def said(number: int) -> Note:
    return Note("test.act", make.MOMENT, {"number": number})


def entries(db: Session) -> list[Entry]:
    return [read(line) for _, line, _ in entry.lines(db)]


def test_an_entry_commits_to_its_body_and_hashes_to_its_leaf(db: Session) -> None:
    assert entry.append(db, [said(1), said(2)]) == 2
    for (seq, line, hashed), body in zip(entry.lines(db), entry.bodies(db), strict=True):
        assert body.salt is not None and body.text is not None
        assert read(line).commit == commit(body.salt, body.text.encode())
        assert (seq, hashed) == (body.seq, leaf(line))


def test_writers_at_once_leave_no_gap(database: Database) -> None:
    def write(writer: int) -> None:
        for number in range(EACH):
            with database.write() as db:
                note(db, said(writer * EACH + number))

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    with database.read() as db:
        assert [one.seq for one in entries(db)] == list(range(WRITERS * EACH))
        assert sorted(str(body.text) for body in entry.bodies(db)) == sorted(
            f'{{"number":{number}}}' for number in range(WRITERS * EACH)
        )


PROGRAM = """
import sys
from models.db import Database
from tests.models.test_entry import note, said
database = Database(sys.argv[1])
for number in range(5):
    with database.write() as db:
        note(db, said(number))
"""


def test_processes_at_once_leave_no_gap(database_url: str) -> None:
    running = [subprocess.Popen([sys.executable, "-c", PROGRAM, database_url]) for _ in range(3)]
    assert [one.wait(60) for one in running] == [0, 0, 0]
    database = Database(database_url)
    with database.read() as db:
        assert [one.seq for one in entries(db)] == list(range(15))
    database.close()


def test_what_is_rolled_back_takes_no_number(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.write() as db:
        note(db, said(1))
        raise ZeroDivisionError
    with database.write() as db:
        note(db, said(2))
    with database.read() as db:
        assert [one.seq for one in entries(db)] == [0]


def test_a_later_act_names_the_one_it_supersedes(database: Database) -> None:
    with database.write() as db:
        note(db, Note("test.act", make.MOMENT, {}, subject="thing/1"))
        note(db, Note("test.act", make.MOMENT, {}, supersedes="thing/1", subject="thing/2"))
    with database.write() as db:
        note(db, Note("test.act", make.MOMENT, {}, supersedes="thing/2"))
        note(db, Note("test.act", make.MOMENT, {}, supersedes="no/such"))
    with database.read() as db:
        assert [one.supersedes for one in entries(db)] == [None, 0, 1, None]


FORBIDDEN = (
    "UPDATE decision_entry SET text = 'x'",
    "DELETE FROM decision_entry",
    "DELETE FROM decision_body",
    "UPDATE decision_body SET text = 'x'",
    "UPDATE decision_body SET text = NULL, salt = NULL, subject = 'x'",
    "UPDATE decision_body SET seq = 9, text = NULL, salt = NULL",
)


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_database_refuses_any_change(database: Database, statement: str) -> None:
    with database.write() as db:
        note(db, said(1))
    with pytest.raises(DatabaseFault, match="only ever added to"), database.write() as db:
        db.connection().exec_driver_sql(statement)


@pytest.mark.parametrize("table", ["decision_entry", "decision_body"])
def test_postgresql_refuses_to_empty_the_log(postgres_url: str, table: str) -> None:
    database = Database(postgres_url)
    with pytest.raises(DatabaseFault, match="only ever added to"), database.write() as db:
        db.connection().exec_driver_sql(f"TRUNCATE {table} CASCADE")
    database.close()


def test_a_body_can_be_erased_and_its_entry_stays(database: Database) -> None:
    with database.write() as db:
        note(db, said(1))
    with database.write() as db:
        entry.erase(db, 0)
    with database.read() as db:
        assert len(entries(db)) == 1
        assert [(one.salt, one.text) for one in entry.bodies(db)] == [(None, None)]


@pytest.mark.parametrize("spoil", [lambda: {"amount": 0.5}, lambda: {"amount": float("nan")}])
def test_an_act_with_a_float_is_refused_whole(
    database: Database, spoil: Callable[[], dict[str, float]]
) -> None:
    with pytest.raises(TypeError), database.write() as db:
        note(db, Note("test.act", make.MOMENT, spoil()))
    with database.read() as db:
        assert entries(db) == []

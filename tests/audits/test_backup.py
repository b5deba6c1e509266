"""A backup holds everything as of one moment; a restore brings exactly that back, and asks before it replaces."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from audits import backup
from audits.refusal import Conflict, Unfit
from models.db import Database
from models.organization import find
from tests import make


def filled(database: Database) -> str:
    with database.write() as db:
        return make.organization(db).code


def test_what_was_there_is_there_again(database: Database, tmp_path: Path) -> None:
    code = filled(database)
    file = tmp_path / "office.backup"
    assert backup.backup(database, file) == file.stat().st_size
    later = filled(database)
    backup.restore(database, file, replace=True)
    with database.read() as db:
        assert find(db, code) is not None
        assert find(db, later) is None
    assert [path.name for path in tmp_path.glob("*.partial")] == []


def test_a_database_in_use_is_not_replaced_unless_told(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "office.backup"
    backup.backup(database, file)
    with pytest.raises(Conflict, match="--replace"):
        backup.restore(database, file, replace=False)


def test_a_file_that_is_no_backup_changes_nothing(database: Database, tmp_path: Path) -> None:
    code = filled(database)
    file = tmp_path / "office.backup"
    for content in (b"", b"PK\3\4 a workbook", b"SQLite format 3\0" + bytes(4096), b"PGDMP" + bytes(100)):
        file.write_bytes(content)
        with pytest.raises(Unfit, match=r"office\.backup"):
            backup.restore(database, file, replace=True)
    with database.read() as db:
        assert find(db, code) is not None


def test_a_plain_copy_of_a_running_database_is_refused(sqlite_database: Database, tmp_path: Path) -> None:
    filled(sqlite_database)
    copy = shutil.copy(str(sqlite_database.engine.url.database), tmp_path / "copy.db")
    with pytest.raises(Unfit, match="简单拷贝"):
        backup.restore(sqlite_database, Path(copy), replace=True)


def test_a_backup_of_a_newer_program_is_refused(sqlite_database: Database, tmp_path: Path) -> None:
    file = tmp_path / "office.backup"
    backup.backup(sqlite_database, file)
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(Unfit, match="9999"):
        backup.restore(sqlite_database, file, replace=True)


def test_an_interrupted_backup_leaves_the_old_one(sqlite_database: Database, tmp_path: Path) -> None:
    file = tmp_path / "office.backup"
    backup.backup(sqlite_database, file)
    kept = file.read_bytes()
    sqlite_database.close()
    Path(str(sqlite_database.engine.url.database)).write_bytes(b"not a database at all" * 100)
    with pytest.raises(Exception, match="not a database"):
        backup.backup(sqlite_database, file)
    assert file.read_bytes() == kept

"""A whole database to one file and back, by the means of each database. SQLite: VACUUM INTO; PostgreSQL: pg_dump."""

import os
import sqlite3
import subprocess
from collections.abc import Sequence
from pathlib import Path

from compliance.facts import Said
from models.db import Database

SQLITE_MAGIC, POSTGRES_MAGIC = b"SQLite format 3\0", b"PGDMP"
HEADER_BYTES = 20
WRITE_AHEAD = 2
"""Bytes 18 and 19 of a SQLite file that still leans on a write-ahead log."""


class Unreadable(Exception):
    """A file that is no whole backup; `said` is why."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.said = Said(zh, en)


def copy_out(database: Database, file: Path) -> None:
    """Write a database as of this moment to a file that does not exist yet. Writers go on meanwhile."""
    if database.is_sqlite:
        with database.engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.execute("VACUUM INTO ?", (str(file),))
    else:
        _tool(database, "pg_dump", "--format=custom", "--no-owner", f"--file={file}")


def copy_in(database: Database, file: Path) -> None:
    """Replace everything in a database by what a file holds, wholly or not at all."""
    if database.is_sqlite:
        with (
            database.engine.connect() as connection,
            sqlite3.connect(f"file:{file}?mode=ro", uri=True) as source,
        ):
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            source.backup(driver)
        source.close()
    else:
        whole = ("--clean", "--if-exists", "--single-transaction", "--exit-on-error", "--no-owner")
        _tool(database, "pg_restore", *whole, str(file))


def inspected(database: Database, file: Path) -> str:
    """The revision of the backup in a file. Unreadable if it is damaged, or of the other kind of database."""
    with file.open("rb") as opened:
        head = opened.read(HEADER_BYTES)
    magic = SQLITE_MAGIC if database.is_sqlite else POSTGRES_MAGIC
    if not head.startswith(magic):
        raise Unreadable("不是此类数据库的备份", "not a backup of this kind of database")
    if database.is_sqlite:
        return _inspected_sqlite(file, head)
    listed = _run(["pg_restore", "--data-only", "--table=alembic_version", "--file=-", str(file)])
    rows = listed.partition("FROM stdin;\n")[2].splitlines()
    if not rows:
        raise Unreadable("其中没有版本号", "no revision in it")
    return rows[0]


def _inspected_sqlite(file: Path, head: bytes) -> str:
    if WRITE_AHEAD in head[18:20]:
        raise Unreadable("这是运行中数据库的简单拷贝，可能缺少最新内容", "a plain copy of a running database")
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise Unreadable("文件已损坏", "damaged")
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    except (sqlite3.Error, TypeError) as error:
        raise Unreadable("文件已损坏", "damaged") from error
    finally:
        connection.close()


def _tool(database: Database, *command: str) -> None:
    url = database.engine.url
    address = url.set(drivername="postgresql", password=None).render_as_string()
    password = {"PGPASSWORD": url.password} if url.password else {}
    _run([command[0], f"--dbname={address}", *command[1:]], password)


def _run(command: Sequence[str], environment: dict[str, str] | None = None) -> str:
    try:
        done = subprocess.run(
            command, env=os.environ | (environment or {}), check=True, capture_output=True, text=True
        )
    except FileNotFoundError as error:
        name = command[0]
        raise Unreadable(f"缺少 {name}，请安装 postgresql-client", f"{name} is missing") from error
    except subprocess.CalledProcessError as error:
        last = (error.stderr.strip().splitlines() or ["failed"])[-1]
        raise Unreadable(last, last) from error
    return done.stdout

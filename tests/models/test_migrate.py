"""Migrations make exactly the tables of the code, on both databases, and refuse what they do not know."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, inspect, text

from compliance.facts import Kind
from models import migrate
from models.account import Role
from models.db import Database
from tests import make, postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database without any table, of each kind."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path}/empty.db")
    else:
        folder: Path = request.getfixturevalue("postgres_template")
        with postgres.connect(folder) as connection:
            connection.execute("DROP DATABASE IF EXISTS bare WITH (FORCE)")
            connection.execute("CREATE DATABASE bare")
        database = Database(postgres.url(folder, "bare"))
    yield database
    database.close()


def test_migrations_make_the_tables_of_the_code(database: Database) -> None:
    assert migrate.differences(database) == []
    migrate.require(database)


def test_upgrading_twice_changes_nothing(database: Database) -> None:
    migrate.upgrade(database)
    assert migrate.found(database) == migrate.newest()


def test_a_newer_database_is_refused(database: Database) -> None:
    with database.write() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(migrate.WrongRevision) as refused:
        migrate.upgrade(database)
    assert not refused.value.known


def test_every_role_has_an_account_on_both_databases(database: Database) -> None:
    with database.write() as db:
        for role in Role:
            make.account(db, role)
        for kind in Kind:
            make.organization(db, kind=kind)


@pytest.mark.parametrize("at", [1, 5, 20, 40])
def test_a_migration_stopped_at_any_statement_has_not_happened(empty: Database, at: int) -> None:
    seen: list[str] = []

    def stop(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        seen.append(statement)
        if sum(one.lstrip().startswith("CREATE") for one in seen) == at:
            raise KeyboardInterrupt

    event.listen(empty.engine, "before_cursor_execute", stop)
    with pytest.raises(KeyboardInterrupt):
        migrate.upgrade(empty)
    event.remove(empty.engine, "before_cursor_execute", stop)
    assert migrate.found(empty) is None
    assert inspect(empty.engine).get_table_names() == []
    migrate.upgrade(empty)
    assert migrate.differences(empty) == []

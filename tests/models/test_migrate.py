"""Migrations make exactly the tables of the code, on both databases, and refuse what they do not know."""

import pytest
from sqlalchemy import text

from compliance.facts import Kind
from models import migrate
from models.account import Role
from models.db import Database
from tests import make


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

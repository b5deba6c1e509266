"""What tests stand on: a database of each kind, new for every test that asks for `database`."""

import os
import shutil
import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy.orm import Session

from audits import catalogue
from audits.config import config
from models import migrate
from models.db import Database
from tests import postgres

os.environ["YANGGUANG_SECRET_KEY"] = "k" * 64
os.environ["YANGGUANG_LANGUAGE"] = "en"

settings.register_profile("untimed", deadline=None)  # no test depends on how busy the machine is
settings.load_profile("untimed")

DAY = date(2025, 6, 30)
"""The legal day of tests that do not care which."""


@pytest.fixture(scope="session", autouse=True)
def texts() -> None:
    """The catalogue, as `make setup` makes it."""
    catalogue.build()


def migrated(url: str) -> None:
    """Make every table in an empty database."""
    database = Database(url)
    migrate.upgrade(database)
    database.close()


@pytest.fixture(autouse=True)
def log_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the decision log is published: a new folder for every test, its key beside it."""
    folder = tmp_path / "decision" / "log"
    monkeypatch.setenv("YANGGUANG_LOG_FOLDER", str(folder))
    monkeypatch.setenv("YANGGUANG_EXPORT_FOLDER", str(tmp_path / "open-data"))
    config.cache_clear()
    yield folder
    config.cache_clear()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with every table and no row."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    migrated(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_template() -> Iterator[Path]:
    """A running PostgreSQL whose database `template` has every table and no row."""
    with postgres.running() as folder:
        with postgres.connect(folder) as connection:
            connection.execute("CREATE DATABASE template")
        migrated(postgres.url(folder, "template"))
        yield folder


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A fresh SQLite database with every table."""
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'test.db')}"


@pytest.fixture
def postgres_url(postgres_template: Path) -> Iterator[str]:
    """A fresh PostgreSQL database with every table, dropped after the test."""
    name = f"test_{uuid.uuid4().hex}"
    with postgres.connect(postgres_template) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template")
        yield postgres.url(postgres_template, name)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh database; the test runs once on each kind."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A fresh database with every table; the test runs once on SQLite and once on PostgreSQL."""
    database = Database(database_url)
    yield database
    database.close()


@pytest.fixture
def db(database: Database) -> Iterator[Session]:
    """One writing transaction on a fresh database of each kind, committed after the test."""
    with database.write() as session:
        yield session


@pytest.fixture
def sqlite_database(sqlite_url: str) -> Iterator[Database]:
    """A fresh SQLite database, for tests that need a database and not two (pages, command line)."""
    database = Database(sqlite_url)
    yield database
    database.close()

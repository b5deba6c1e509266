"""Which revision a database has, and how it comes to the newest. Code never runs on another revision."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from models import tables
from models.db import Database
from models.revision import found as found

LOCK = 8_231_001
"""Number of the PostgreSQL advisory lock that lets one migration run at a time."""
FOLDER = Path(__file__).parent / "migrations"


class WrongRevision(Exception):
    """The database is older or newer than this code. `found` and `wanted` are revisions; None before the first."""

    def __init__(self, found: str | None, wanted: str, known: bool) -> None:
        super().__init__(found, wanted)
        self.found, self.wanted, self.known = found, wanted, known


def settings(connection: Connection | None = None) -> Config:
    """Alembic's settings, made in code; with a connection for whatever touches a database."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


def newest() -> str:
    """The revision this code is written for."""
    head = ScriptDirectory.from_config(settings()).get_current_head()
    if head is None:
        raise RuntimeError("no migration found")
    return head


def is_known(revision: str) -> bool:
    """Whether this code has, or once had, a revision."""
    script = ScriptDirectory.from_config(settings())
    return revision in {known.revision for known in script.walk_revisions()}


def require(database: Database) -> None:
    """Raise WrongRevision unless the database has exactly the revision of this code."""
    have, want = found(database), newest()
    if have != want:
        raise WrongRevision(have, want, have is None or is_known(have))


def upgrade(database: Database) -> None:
    """Bring a database to the newest revision in one transaction. WrongRevision if newer than this code."""
    try:
        require(database)
    except WrongRevision as wrong:
        if not wrong.known:
            raise
        with database.engine.execution_options(writing=True).begin() as connection:
            if not database.is_sqlite:
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
            command.upgrade(settings(connection), "head")
            if database.is_sqlite and inspect(connection).has_table("sqlite_stat1"):
                connection.exec_driver_sql("ANALYZE")  # of some indexes alone, statistics mislead


def differences(database: Database) -> list[str]:
    """Where the tables of a database differ from the code (what `alembic check` looks for)."""
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"compare_type": True, "include_name": tables.is_ours, "target_metadata": tables.metadata},
        )
        return [str(step) for step in compare_metadata(context, tables.metadata)]

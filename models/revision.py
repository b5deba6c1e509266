"""Which revision a database has, asked without loading what makes migrations: for the web, which must start fast."""

from sqlalchemy import inspect, text

from models.db import Database


def found(database: Database) -> str | None:
    """The revision a database has; None for an empty one."""
    with database.engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return revision

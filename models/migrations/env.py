"""How a migration meets the database: on the connection it is given, in one transaction."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import Enum

from models import tables
from models.db import Moment


def plain(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write types as the database has them, so that a migration needs nothing of ours."""
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime()"
    return f"sa.String({item.length})" if kind == "type" and isinstance(item, Enum) else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=tables.metadata,
    include_name=tables.is_ours,
    render_item=plain,
    render_as_batch=connection.dialect.name == "sqlite",
    transactional_ddl=True,
    compare_type=True,
)
context.run_migrations()

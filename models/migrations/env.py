"""How a migration meets the database: on the connection it is given, in one transaction."""

from alembic import context

from models import tables

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=tables.metadata,
    include_name=tables.is_ours,
    render_as_batch=connection.dialect.name == "sqlite",
    transactional_ddl=True,
    compare_type=True,
)
context.run_migrations()

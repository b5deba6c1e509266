"""The search index: names in the order of their hits, and their character pairs."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make `search_entry`, and on SQLite the full-text table of pairs beside it."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    pairs: list[sa.Column[list[str]]] = (
        [] if sqlite else [sa.Column("pairs", sa.ARRAY(sa.Text()), nullable=False)]
    )
    op.create_table(
        "search_entry",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        *pairs,
        sa.PrimaryKeyConstraint("id", name="pk_search_entry"),
    )
    op.create_index("ix_search_entry_name", "search_entry", ["name"])
    op.create_index("ix_search_entry_code", "search_entry", ["code"])
    if sqlite:
        op.execute(
            "CREATE VIRTUAL TABLE search_pairs USING fts5("
            "pairs, content='', detail=none, tokenize=\"unicode61 remove_diacritics 0\")"
        )
    else:
        op.create_index("ix_search_entry_pairs", "search_entry", ["pairs"], postgresql_using="gin")

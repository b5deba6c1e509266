"""What an edition of the ranking rests on, kept with it; bands of places, and places in the edition before."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = depends_on = None
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """To this revision."""
    op.create_table(
        "edition_inputs",
        sa.Column("edition_id", NUMBER, nullable=False),
        sa.Column("first", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("places", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_edition_inputs_edition_id_edition")
        ),
        sa.PrimaryKeyConstraint("edition_id", "first", name=op.f("pk_edition_inputs")),
    )
    for name in ("best", "worst", "before"):
        op.add_column("place", sa.Column(name, NUMBER, nullable=True))
    op.create_index("ix_place_score", "place", ["edition_id", "class_", "score"])

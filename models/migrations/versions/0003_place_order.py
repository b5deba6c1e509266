"""Indexes that serve the best of a class and of a district without sorting an edition."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = depends_on = None


def upgrade() -> None:
    """Make both indexes."""
    op.create_index("ix_place_class_score", "place", ["edition_id", "class_", "score", "code"])
    op.create_index("ix_place_district", "place", ["edition_id", "district", "score", "code"])

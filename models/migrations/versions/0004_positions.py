"""Places count through their edition and say whether they are shared: a page is one walk along an index."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
POSITIONS = """
    UPDATE place SET position = counted.position, tied = counted.tied, name = counted.name
    FROM (
        SELECT place.edition_id, place.code, organization.name,
            row_number() OVER (PARTITION BY edition_id ORDER BY score IS NULL, score DESC, place.code) AS position,
            rank IS NOT NULL AND count(*) OVER (PARTITION BY edition_id, class_, rank) > 1 AS tied
        FROM place JOIN organization ON organization.code = place.code
    ) AS counted
    WHERE counted.edition_id = place.edition_id AND counted.code = place.code
"""
CLASSES = "SELECT class_, district, count(*) FROM place WHERE edition_id = :id GROUP BY 1, 2 ORDER BY 1, 2"
STEPS = """
    SELECT class_, score / 10000, count(*) FROM place WHERE edition_id = :id AND score IS NOT NULL
    GROUP BY 1, 2 ORDER BY 1, 2
"""
OLD = ("ix_place_class", "ix_place_score", "ix_place_class_score", "ix_place_district")
NEW = {
    "ix_place_position": ["edition_id", "position", "class_"],
    "ix_place_class": ["edition_id", "class_", "position"],
    "ix_place_district": ["edition_id", "district", "position", "class_"],
}


def upgrade() -> None:
    """Add both columns, count what is there, and change the indexes."""
    op.add_column("place", sa.Column("position", WHOLE, nullable=False, server_default="0"))
    op.add_column("place", sa.Column("tied", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("place", sa.Column("name", sa.String(), nullable=False, server_default=""))
    op.execute(POSITIONS)
    op.add_column("edition", sa.Column("counts", sa.JSON(), nullable=False, server_default="{}"))
    _count()
    for name in OLD:
        op.drop_index(name, "place")
    for name, columns in NEW.items():
        op.create_index(name, "place", columns)


def _count() -> None:
    connection, edition = op.get_bind(), sa.table("edition", sa.column("id"), sa.column("counts", sa.JSON()))
    for one in connection.scalars(sa.select(edition.c.id)).all():
        counts = {
            name: [list(row) for row in connection.execute(sa.text(query), {"id": one})]
            for name, query in (("classes", CLASSES), ("steps", STEPS))
        }
        connection.execute(sa.update(edition).where(edition.c.id == one).values(counts=counts))

"""Previews of editions of the ranking: prepared, objected to, answered, ended."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = depends_on = None


def upgrade() -> None:
    """To this revision."""
    op.create_table(
        "edition_preview",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("edition_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name=op.f("fk_edition_preview_by_account")),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_edition_preview_edition_id_edition")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition_preview")),
        sa.UniqueConstraint("edition_id", name=op.f("uq_edition_preview_edition_id")),
    )
    op.create_table(
        "edition_objection",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("preview_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("says", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name=op.f("fk_edition_objection_by_account")),
        sa.ForeignKeyConstraint(
            ["code"], ["organization.code"], name=op.f("fk_edition_objection_code_organization")
        ),
        sa.ForeignKeyConstraint(
            ["preview_id"],
            ["edition_preview.id"],
            name=op.f("fk_edition_objection_preview_id_edition_preview"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition_objection")),
    )
    with op.batch_alter_table("edition_objection", schema=None) as batch_op:
        batch_op.create_index("ix_edition_objection_preview", ["preview_id", "code"], unique=False)

    op.create_table(
        "edition_preview_end",
        sa.Column("preview_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("edition_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name=op.f("fk_edition_preview_end_by_account")),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_edition_preview_end_edition_id_edition")
        ),
        sa.ForeignKeyConstraint(
            ["preview_id"],
            ["edition_preview.id"],
            name=op.f("fk_edition_preview_end_preview_id_edition_preview"),
        ),
        sa.PrimaryKeyConstraint("preview_id", name=op.f("pk_edition_preview_end")),
    )
    op.create_table(
        "edition_answer",
        sa.Column("objection_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name=op.f("fk_edition_answer_by_account")),
        sa.ForeignKeyConstraint(
            ["objection_id"],
            ["edition_objection.id"],
            name=op.f("fk_edition_answer_objection_id_edition_objection"),
        ),
        sa.PrimaryKeyConstraint("objection_id", name=op.f("pk_edition_answer")),
    )

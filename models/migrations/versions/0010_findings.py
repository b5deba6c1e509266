"""What inspectors found on the visits that were drawn."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = depends_on = None


def upgrade() -> None:
    """To this revision."""
    op.create_table(
        "draw_finding",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("plan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("inspector", sa.String(), nullable=False),
        sa.Column("word", sa.String(40), nullable=False),
        sa.Column("outcome", sa.String(40), nullable=False),
        sa.Column("areas", sa.JSON(), nullable=False),
        sa.Column("says", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name=op.f("fk_draw_finding_by_account")),
        sa.ForeignKeyConstraint(
            ["code"], ["organization.code"], name=op.f("fk_draw_finding_code_organization")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["draw_plan.id"], name=op.f("fk_draw_finding_plan_id_draw_plan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draw_finding")),
    )
    with op.batch_alter_table("draw_finding", schema=None) as batch_op:
        batch_op.create_index("ix_draw_finding_visit", ["plan_id", "code", "id"], unique=False)

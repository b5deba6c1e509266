"""Models of risk, scores run by run, and what officers said to them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = depends_on = None


def upgrade() -> None:
    """To this revision."""
    op.create_table(
        "risk_model",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("columns", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("metrics", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["document.sha256"], name=op.f("fk_risk_model_sha256_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_model")),
    )
    op.create_table(
        "risk_run",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("model_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("drift", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["model_id"], ["risk_model.id"], name=op.f("fk_risk_run_model_id_risk_model")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_run")),
    )
    with op.batch_alter_table("risk_run", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_risk_run_model_id"), ["model_id"], unique=False)

    op.create_table(
        "risk_answer",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("run_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name=op.f("fk_risk_answer_by_account")),
        sa.ForeignKeyConstraint(
            ["code"], ["organization.code"], name=op.f("fk_risk_answer_code_organization")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["risk_run.id"], name=op.f("fk_risk_answer_run_id_risk_run")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk_answer")),
    )
    with op.batch_alter_table("risk_answer", schema=None) as batch_op:
        batch_op.create_index("ix_risk_answer_code", ["code", "run_id"], unique=False)

    op.create_table(
        "risk_score",
        sa.Column("run_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("probability", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("low", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("high", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("place", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("band", sa.String(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("missing", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["code"], ["organization.code"], name=op.f("fk_risk_score_code_organization")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["risk_run.id"], name=op.f("fk_risk_score_run_id_risk_run")),
        sa.PrimaryKeyConstraint("run_id", "code", name=op.f("pk_risk_score")),
    )
    with op.batch_alter_table("risk_score", schema=None) as batch_op:
        batch_op.create_index("ix_risk_score_code", ["code", "run_id"], unique=False)

"""Complaints, the steps of answering them, and their evidence; what is said in them is sealed."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = depends_on = None
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
DOINGS = (
    "received", "taken_up", "refused", "asked", "added", "referred", "replied", "extended", "proposed", "sent_back",
    "answered", "withdrawn",
)  # fmt: skip


def upgrade() -> None:
    """To this revision."""
    complaint()
    step()
    file()


def complaint() -> None:
    """The complaint itself."""
    op.create_table(
        "complaint",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("secret", sa.String(), nullable=False),
        sa.Column("registrar_id", NUMBER, nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("topic", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["code"], ["organization.code"], name="fk_complaint_code_organization"),
        sa.ForeignKeyConstraint(
            ["registrar_id"], ["registrar.id"], name="fk_complaint_registrar_id_registrar"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_complaint"),
        sa.UniqueConstraint("number", name="uq_complaint_number"),
        sa.UniqueConstraint("token", name="uq_complaint_token"),
    )
    op.create_index("ix_complaint_registrar_id", "complaint", ["registrar_id"], unique=False)


def step() -> None:
    """Its steps."""
    op.create_table(
        "complaint_step",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("complaint_id", NUMBER, nullable=False),
        sa.Column("doing", sa.Enum(*DOINGS, name="doing", native_enum=False, length=40), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", NUMBER, nullable=True),
        sa.Column("token", sa.String(), nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name="fk_complaint_step_by_account"),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name="fk_complaint_step_complaint_id_complaint"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_complaint_step"),
        sa.UniqueConstraint("token", name="uq_complaint_step_token"),
    )
    op.create_index("ix_complaint_step_complaint", "complaint_step", ["complaint_id", "id"], unique=False)


def file() -> None:
    """Evidence."""
    op.create_table(
        "complaint_file",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("step_id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("size", NUMBER, nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["step_id"], ["complaint_step.id"], name="fk_complaint_file_step_id_complaint_step"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_complaint_file"),
    )
    op.create_index("ix_complaint_file_step_id", "complaint_file", ["step_id"], unique=False)

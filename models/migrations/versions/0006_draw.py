"""Draws: plans, inspectors, frozen lists, objections, sources, results, replacements."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "draw_inspector",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("registrar_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("capacity", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_draw_inspector_account_id_account")
        ),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name=op.f("fk_draw_inspector_by_account")),
        sa.ForeignKeyConstraint(
            ["registrar_id"], ["registrar.id"], name=op.f("fk_draw_inspector_registrar_id_registrar")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draw_inspector")),
    )
    with op.batch_alter_table("draw_inspector", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draw_inspector_account_id"), ["account_id"], unique=False)
        batch_op.create_index("ix_draw_inspector_code", ["registrar_id", "code", "id"], unique=False)

    op.create_table(
        "draw_plan",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("registrar_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("registered_by", sa.Date(), nullable=False),
        sa.Column("exclude", sa.JSON(), nullable=False),
        sa.Column("strata", sa.JSON(), nullable=False),
        sa.Column("ratio", sa.JSON(), nullable=False),
        sa.Column("inspectors_each", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("seed_announced", sa.String(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name=op.f("fk_draw_plan_by_account")),
        sa.ForeignKeyConstraint(
            ["registrar_id"], ["registrar.id"], name=op.f("fk_draw_plan_registrar_id_registrar")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draw_plan")),
        sa.UniqueConstraint("number", name=op.f("uq_draw_plan_number")),
    )
    with op.batch_alter_table("draw_plan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draw_plan_registrar_id"), ["registrar_id"], unique=False)

    op.create_table(
        "draw_recusal",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("registrar_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("inspector", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name=op.f("fk_draw_recusal_by_account")),
        sa.ForeignKeyConstraint(
            ["code"], ["organization.code"], name=op.f("fk_draw_recusal_code_organization")
        ),
        sa.ForeignKeyConstraint(
            ["registrar_id"], ["registrar.id"], name=op.f("fk_draw_recusal_registrar_id_registrar")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draw_recusal")),
    )
    with op.batch_alter_table("draw_recusal", schema=None) as batch_op:
        batch_op.create_index("ix_draw_recusal", ["inspector", "code", "id"], unique=False)

    op.create_table(
        "draw_frozen",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("plan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("population", sa.String(), nullable=False),
        sa.Column("excluded", sa.String(), nullable=False),
        sa.Column("inspectors", sa.String(), nullable=False),
        sa.Column("recusals", sa.String(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name=op.f("fk_draw_frozen_by_account")),
        sa.ForeignKeyConstraint(
            ["excluded"], ["document.sha256"], name=op.f("fk_draw_frozen_excluded_document")
        ),
        sa.ForeignKeyConstraint(
            ["inspectors"], ["document.sha256"], name=op.f("fk_draw_frozen_inspectors_document")
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["draw_plan.id"], name=op.f("fk_draw_frozen_plan_id_draw_plan")),
        sa.ForeignKeyConstraint(
            ["population"], ["document.sha256"], name=op.f("fk_draw_frozen_population_document")
        ),
        sa.ForeignKeyConstraint(
            ["recusals"], ["document.sha256"], name=op.f("fk_draw_frozen_recusals_document")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draw_frozen")),
        sa.UniqueConstraint("plan_id", "version", name=op.f("uq_draw_frozen_plan_id_version")),
    )
    op.create_table(
        "draw_selected",
        sa.Column("plan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("stratum", sa.String(), nullable=False),
        sa.Column("place", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ticket", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["code"], ["organization.code"], name=op.f("fk_draw_selected_code_organization")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["draw_plan.id"], name=op.f("fk_draw_selected_plan_id_draw_plan")
        ),
        sa.PrimaryKeyConstraint("plan_id", "code", name=op.f("pk_draw_selected")),
    )
    with op.batch_alter_table("draw_selected", schema=None) as batch_op:
        batch_op.create_index("ix_draw_selected_code", ["code"], unique=False)

    op.create_table(
        "draw_replaced",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("plan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("instead_of", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("stratum", sa.String(), nullable=False),
        sa.Column("place", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ticket", sa.String(), nullable=False),
        sa.Column("inspectors", sa.JSON(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name=op.f("fk_draw_replaced_by_account")),
        sa.ForeignKeyConstraint(
            ["code"], ["organization.code"], name=op.f("fk_draw_replaced_code_organization")
        ),
        sa.ForeignKeyConstraint(
            ["instead_of"], ["organization.code"], name=op.f("fk_draw_replaced_instead_of_organization")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["draw_plan.id"], name=op.f("fk_draw_replaced_plan_id_draw_plan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draw_replaced")),
        sa.UniqueConstraint("plan_id", "instead_of", name=op.f("uq_draw_replaced_plan_id_instead_of")),
    )
    op.create_table(
        "draw_source",
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("plan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["draw_plan.id"], name=op.f("fk_draw_source_plan_id_draw_plan")),
        sa.PrimaryKeyConstraint("text", name=op.f("pk_draw_source")),
    )
    with op.batch_alter_table("draw_source", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draw_source_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "draw_visit",
        sa.Column("plan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("inspector", sa.String(), nullable=False),
        sa.Column("place", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["code"], ["organization.code"], name=op.f("fk_draw_visit_code_organization")
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["draw_plan.id"], name=op.f("fk_draw_visit_plan_id_draw_plan")),
        sa.PrimaryKeyConstraint("plan_id", "code", "inspector", name=op.f("pk_draw_visit")),
    )
    with op.batch_alter_table("draw_visit", schema=None) as batch_op:
        batch_op.create_index("ix_draw_visit_inspector", ["inspector", "plan_id"], unique=False)

    op.create_table(
        "draw_objection",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("frozen_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("says", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name=op.f("fk_draw_objection_by_account")),
        sa.ForeignKeyConstraint(
            ["code"], ["organization.code"], name=op.f("fk_draw_objection_code_organization")
        ),
        sa.ForeignKeyConstraint(
            ["frozen_id"], ["draw_frozen.id"], name=op.f("fk_draw_objection_frozen_id_draw_frozen")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draw_objection")),
    )
    with op.batch_alter_table("draw_objection", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draw_objection_frozen_id"), ["frozen_id"], unique=False)

    op.create_table(
        "draw_result",
        sa.Column("plan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("frozen_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("seed", sa.String(), nullable=False),
        sa.Column("drawn", sa.String(), nullable=False),
        sa.Column("assigned", sa.String(), nullable=False),
        sa.Column("short", sa.JSON(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("first_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("second_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["assigned"], ["document.sha256"], name=op.f("fk_draw_result_assigned_document")
        ),
        sa.ForeignKeyConstraint(["drawn"], ["document.sha256"], name=op.f("fk_draw_result_drawn_document")),
        sa.ForeignKeyConstraint(["first_by"], ["account.id"], name=op.f("fk_draw_result_first_by_account")),
        sa.ForeignKeyConstraint(
            ["frozen_id"], ["draw_frozen.id"], name=op.f("fk_draw_result_frozen_id_draw_frozen")
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["draw_plan.id"], name=op.f("fk_draw_result_plan_id_draw_plan")),
        sa.ForeignKeyConstraint(["second_by"], ["account.id"], name=op.f("fk_draw_result_second_by_account")),
        sa.PrimaryKeyConstraint("plan_id", name=op.f("pk_draw_result")),
    )
    op.create_table(
        "draw_typed",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("plan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("frozen_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name=op.f("fk_draw_typed_by_account")),
        sa.ForeignKeyConstraint(
            ["frozen_id"], ["draw_frozen.id"], name=op.f("fk_draw_typed_frozen_id_draw_frozen")
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["draw_plan.id"], name=op.f("fk_draw_typed_plan_id_draw_plan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draw_typed")),
    )
    with op.batch_alter_table("draw_typed", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draw_typed_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "draw_answer",
        sa.Column("objection_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("upheld", sa.Boolean(), nullable=False),
        sa.Column("leave_out", sa.Boolean(), nullable=False),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name=op.f("fk_draw_answer_by_account")),
        sa.ForeignKeyConstraint(
            ["objection_id"], ["draw_objection.id"], name=op.f("fk_draw_answer_objection_id_draw_objection")
        ),
        sa.PrimaryKeyConstraint("objection_id", name=op.f("pk_draw_answer")),
    )

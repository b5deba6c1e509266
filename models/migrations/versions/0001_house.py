"""The tables of the house: register, accounts, reports, record, cases, editions, evaluations, jobs."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def attempt() -> None:
    """Make `attempt`."""
    op.create_table(
        "attempt",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("hits", WHOLE, nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attempt"),
        sa.UniqueConstraint("key", name="uq_attempt_key"),
    )
    op.create_index("ix_attempt_expires_at", "attempt", ["expires_at"])


def document() -> None:
    """Make `document`."""
    op.create_table(
        "document",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_document"),
    )


def edition() -> None:
    """Make `edition`."""
    op.create_table(
        "edition",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("year", WHOLE, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("published_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_edition"),
    )
    op.create_index("ix_edition_year", "edition", ["year"])


def evaluation() -> None:
    """Make `evaluation`."""
    op.create_table(
        "evaluation",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("rules", sa.String(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("findings", sa.LargeBinary(), nullable=False),
        sa.Column("standings", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_evaluation"),
    )


def holiday() -> None:
    """Make `holiday`."""
    op.create_table(
        "holiday",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("working", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_holiday"),
    )


def job_run() -> None:
    """Make `job_run`."""
    op.create_table(
        "job_run",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("job", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("attempt", WHOLE, nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("lease_until", sa.DateTime(), nullable=False),
        sa.Column("finished_at", sa.DateTime(), nullable=True),
        sa.Column("outcome", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_job_run"),
        sa.UniqueConstraint("job", "period", name="uq_job_run_job_period"),
    )


def lease() -> None:
    """Make `lease`."""
    op.create_table(
        "lease",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.Column("fence", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_lease"),
    )


def registrar() -> None:
    """Make `registrar`."""
    op.create_table(
        "registrar",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("level", sa.String(40), nullable=False),
        sa.Column("parent_id", WHOLE, nullable=True),
        sa.Column("number_prefix", sa.String(), nullable=False),
        sa.Column("reports_from", WHOLE, nullable=False),
        sa.ForeignKeyConstraint(["parent_id"], ["registrar.id"], name="fk_registrar_parent_id_registrar"),
        sa.PrimaryKeyConstraint("id", name="pk_registrar"),
        sa.UniqueConstraint("number_prefix", name="uq_registrar_number_prefix"),
    )
    op.create_index("ix_registrar_parent_id", "registrar", ["parent_id"])


def series() -> None:
    """Make `series`."""
    op.create_table(
        "series",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("last", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_series"),
    )


def snapshot() -> None:
    """Make `snapshot`."""
    op.create_table(
        "snapshot",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("year", WHOLE, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("rows", WHOLE, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_snapshot"),
    )
    op.create_index("ix_snapshot_year", "snapshot", ["year", "id"])


def supervising_unit() -> None:
    """Make `supervising_unit`."""
    op.create_table(
        "supervising_unit",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_supervising_unit"),
        sa.UniqueConstraint("name", name="uq_supervising_unit_name"),
    )


def organization() -> None:
    """Make `organization`."""
    op.create_table(
        "organization",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("level", sa.String(40), nullable=False),
        sa.Column("registrar_id", WHOLE, nullable=False),
        sa.Column("unit_id", WHOLE, nullable=True),
        sa.Column("district", sa.String(), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("charity_since", sa.Date(), nullable=True),
        sa.Column("fundraising_since", sa.Date(), nullable=True),
        sa.Column("dissolved_on", sa.Date(), nullable=True),
        sa.Column("original_fund", WHOLE, nullable=True),
        sa.Column("legal_representative", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("simulated", sa.Boolean(), nullable=False),
        sa.CheckConstraint("length(code) = 18", name="ck_organization_code"),
        sa.ForeignKeyConstraint(
            ["registrar_id"], ["registrar.id"], name="fk_organization_registrar_id_registrar"
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["supervising_unit.id"], name="fk_organization_unit_id_supervising_unit"
        ),
        sa.PrimaryKeyConstraint("code", name="pk_organization"),
    )
    op.create_index("ix_organization_browse", "organization", ["district", "kind", "code"])
    op.create_index("ix_organization_name", "organization", ["name"])
    op.create_index("ix_organization_registrar_id", "organization", ["registrar_id"])
    op.create_index("ix_organization_unit_id", "organization", ["unit_id"])


def account() -> None:
    """Make `account`."""
    op.create_table(
        "account",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("totp_secret", sa.String(), nullable=True),
        sa.Column("totp_used", WHOLE, nullable=True),
        sa.Column("registrar_id", WHOLE, nullable=True),
        sa.Column("unit_id", WHOLE, nullable=True),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("disabled_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["code"], ["organization.code"], name="fk_account_code_organization"),
        sa.ForeignKeyConstraint(["registrar_id"], ["registrar.id"], name="fk_account_registrar_id_registrar"),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["supervising_unit.id"], name="fk_account_unit_id_supervising_unit"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("login", name="uq_account_login"),
    )
    op.create_index("ix_account_code", "account", ["code"])
    op.create_index("ix_account_registrar_id", "account", ["registrar_id"])
    op.create_index("ix_account_unit_id", "account", ["unit_id"])


def case() -> None:
    """Make `case`."""
    op.create_table(
        "case",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("matter", sa.String(40), nullable=False),
        sa.Column("register", sa.String(), nullable=False),
        sa.Column("ground", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["code"], ["organization.code"], name="fk_case_code_organization"),
        sa.PrimaryKeyConstraint("id", name="pk_case"),
        sa.UniqueConstraint("number", name="uq_case_number"),
    )
    op.create_index("ix_case_code", "case", ["code", "matter"])


def particular() -> None:
    """Make `particular`."""
    op.create_table(
        "particular",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.Column("entered_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["code"], ["organization.code"], name="fk_particular_code_organization"),
        sa.PrimaryKeyConstraint("id", name="pk_particular"),
    )
    op.create_index("ix_particular_code", "particular", ["code", "what", "since"])


def place() -> None:
    """Make `place`."""
    op.create_table(
        "place",
        sa.Column("edition_id", WHOLE, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("class_", sa.String(), nullable=False),
        sa.Column("district", sa.String(), nullable=False),
        sa.Column("rank", WHOLE, nullable=True),
        sa.Column("score", WHOLE, nullable=True),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["code"], ["organization.code"], name="fk_place_code_organization"),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name="fk_place_edition_id_edition"),
        sa.PrimaryKeyConstraint("edition_id", "code", name="pk_place"),
    )
    op.create_index("ix_place_class", "place", ["edition_id", "class_", "rank", "code"])
    op.create_index("ix_place_score", "place", ["edition_id", "score", "code"])


def case_move() -> None:
    """Make `case_move`."""
    op.create_table(
        "case_move",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("case_id", WHOLE, nullable=False),
        sa.Column("move", sa.String(40), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", WHOLE, nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name="fk_case_move_by_account"),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_case_move_case_id_case"),
        sa.ForeignKeyConstraint(["sha256"], ["document.sha256"], name="fk_case_move_sha256_document"),
        sa.PrimaryKeyConstraint("id", name="pk_case_move"),
        sa.UniqueConstraint("number", name="uq_case_move_number"),
    )
    op.create_index("ix_case_move_case", "case_move", ["case_id", "id"])


def event() -> None:
    """Make `event`."""
    op.create_table(
        "event",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", WHOLE, nullable=True),
        sa.Column("case_id", WHOLE, nullable=True),
        sa.Column("voids", WHOLE, nullable=True),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name="fk_event_by_account"),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_event_case_id_case"),
        sa.ForeignKeyConstraint(["code"], ["organization.code"], name="fk_event_code_organization"),
        sa.ForeignKeyConstraint(["voids"], ["event.id"], name="fk_event_voids_event"),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
    )
    op.create_index("ix_event_code", "event", ["code", "on", "id"])
    op.create_index("ix_event_what", "event", ["what", "on"])


def report() -> None:
    """Make `report`."""
    op.create_table(
        "report",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("year", WHOLE, nullable=False),
        sa.Column("version", WHOLE, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(), nullable=False),
        sa.Column("uploaded_by", WHOLE, nullable=True),
        sa.Column("rules", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("faults", sa.JSON(), nullable=False),
        sa.Column("corrected", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["code"], ["organization.code"], name="fk_report_code_organization"),
        sa.ForeignKeyConstraint(["sha256"], ["document.sha256"], name="fk_report_sha256_document"),
        sa.ForeignKeyConstraint(["uploaded_by"], ["account.id"], name="fk_report_uploaded_by_account"),
        sa.PrimaryKeyConstraint("id", name="pk_report"),
        sa.UniqueConstraint("code", "year", "version", name="uq_report_code_year_version"),
    )
    op.create_index("ix_report_year", "report", ["year", "code"])


def sign_in() -> None:
    """Make `sign_in`."""
    op.create_table(
        "sign_in",
        sa.Column("token_sha256", sa.String(), nullable=False),
        sa.Column("account_id", WHOLE, nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_sign_in_account_id_account"),
        sa.PrimaryKeyConstraint("token_sha256", name="pk_sign_in"),
    )
    op.create_index("ix_sign_in_account_id", "sign_in", ["account_id"])


def step() -> None:
    """Make `step`."""
    op.create_table(
        "step",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("report_id", WHOLE, nullable=False),
        sa.Column("took", sa.String(40), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", WHOLE, nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["account.id"], name="fk_step_by_account"),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name="fk_step_report_id_report"),
        sa.ForeignKeyConstraint(["sha256"], ["document.sha256"], name="fk_step_sha256_document"),
        sa.PrimaryKeyConstraint("id", name="pk_step"),
        sa.UniqueConstraint("number", name="uq_step_number"),
    )
    op.create_index("ix_step_report", "step", ["report_id", "id"])
    op.create_index("ix_step_took", "step", ["took", "on"])


def year_figures() -> None:
    """Make `year_figures`."""
    op.create_table(
        "year_figures",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("year", WHOLE, nullable=False),
        sa.Column("report_id", WHOLE, nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("conclusion", sa.String(), nullable=True),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["code"], ["organization.code"], name="fk_year_figures_code_organization"),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name="fk_year_figures_report_id_report"),
        sa.PrimaryKeyConstraint("code", "year", name="pk_year_figures"),
    )


def upgrade() -> None:
    """To this revision."""
    for make in (
        attempt,
        document,
        edition,
        evaluation,
        holiday,
        job_run,
        lease,
        registrar,
        series,
        snapshot,
        supervising_unit,
        organization,
        account,
        case,
        particular,
        place,
        case_move,
        event,
        report,
        sign_in,
        step,
        year_figures,
    ):
        make()

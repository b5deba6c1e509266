"""The decision log: entries that the database itself refuses to change, and bodies that may only be erased."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEPT = "the decision log is only ever added to"
ERASES = "NEW.text IS NULL AND NEW.salt IS NULL AND NEW.seq = OLD.seq"


def upgrade() -> None:
    """Make both tables and the triggers that guard them."""
    op.create_table(
        "decision_entry",
        sa.Column("seq", WHOLE, autoincrement=False, nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("leaf", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_decision_entry"),
    )
    op.create_table(
        "decision_body",
        sa.Column("seq", WHOLE, autoincrement=False, nullable=False),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["seq"], ["decision_entry.seq"], name="fk_decision_body_seq_decision_entry"),
        sa.PrimaryKeyConstraint("seq", name="pk_decision_body"),
        sa.UniqueConstraint("subject", name="uq_decision_body_subject"),
    )
    if op.get_bind().dialect.name == "sqlite":
        guard_sqlite()
    else:
        guard_postgresql()


def guard_sqlite() -> None:
    """Triggers of SQLite."""
    same = f"{ERASES} AND NEW.subject IS OLD.subject"
    for table, when in (("decision_entry", ""), ("decision_body", f"WHEN NOT ({same})")):
        op.execute(
            f"CREATE TRIGGER {table}_update BEFORE UPDATE ON {table} {when} BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
        )
        op.execute(
            f"CREATE TRIGGER {table}_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
        )


def guard_postgresql() -> None:
    """Triggers of PostgreSQL, against TRUNCATE too."""
    same = f"{ERASES} AND NEW.subject IS NOT DISTINCT FROM OLD.subject"
    op.execute(
        "CREATE FUNCTION decision_log_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{KEPT}'; END $$"
    )
    for table, when in (("decision_entry", ""), ("decision_body", f"WHEN (NOT ({same}))")):
        for event, each, only in (
            ("UPDATE", "ROW", when),
            ("DELETE", "ROW", ""),
            ("TRUNCATE", "STATEMENT", ""),
        ):
            op.execute(
                f"CREATE TRIGGER {table}_{event.lower()} BEFORE {event} ON {table} FOR EACH {each} {only} "
                "EXECUTE FUNCTION decision_log_is_kept()"
            )

"""What an edition rests on: read from the register in blocks, and kept with the edition as it was read."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, TextClause, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.db import Base


class EditionInputs(Base):
    """The public inputs of an edition, from which anybody can compute it again, and the places that followed, in
    blocks by code: `first` is the least code of a block, `content` (inputs) and `places` are Parquet, for files
    are made of them every night.
    """

    __tablename__ = "edition_inputs"

    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), primary_key=True)
    first: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    places: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


BLOCK = 50_000
INCOME = "activity.total_income.total"
ANSWERS = {
    "sqlite": ("json_extract(r.lines, {paths})", "'$.\"{line}\"'", ""),
    "postgresql": (
        "CAST(jsonb_build_array({paths}) AS TEXT)",
        "l.held -> '{line}'",
        "LEFT JOIN LATERAL (SELECT CAST(r.lines AS jsonb) AS held) l ON r.id IS NOT NULL",
    ),
}
"""All answers of a report as one JSON array, its lines parsed once; how a line is named in it; what it needs."""
REGISTER = """
    SELECT o.code, o.name, o.kind, o.district, CAST(o.registered_on AS TEXT), CAST(o.charity_since AS TEXT),
        CAST(o.fundraising_since AS TEXT), CAST(y.received_on AS TEXT), CAST(y.published_on AS TEXT),
        y.conclusion, CAST(y.figures ->> {income} AS BIGINT),
        EXISTS (SELECT 1 FROM year_figures b WHERE b.code = o.code AND b.year = :year - 1),
        CASE WHEN r.id IS NOT NULL THEN {answers} END,
        CASE WHEN CAST(r.faults AS TEXT) LIKE '%"accounting.%' THEN CAST(r.faults AS TEXT) END
    FROM organization o
    LEFT JOIN year_figures y ON y.code = o.code AND y.year = :year
    LEFT JOIN report r ON r.id = y.report_id
    {more}
    WHERE o.dissolved_on IS NULL
"""


def inputs(db: Session, year: int, lines: Sequence[str]) -> Iterator[Sequence[Sequence[Any]]]:
    """The living organizations with their reports on a year, in blocks and in no order.

    Rows: code, name, kind, district, registered_on, charity_since, fundraising_since, received_on,
    published_on (days as text), conclusion, income in fen, whether there was a report on the year before, the
    answers to `lines` (names of the form, never a visitor's) as a JSON array, and the faults where any is
    one of accounting.
    """
    statement = _statement(db.get_bind().dialect.name, tuple(lines))
    found: Any = db.execute(statement, {"year": year})
    while rows := found.cursor.fetchmany(BLOCK):  # plain rows: a million objects fewer
        yield rows


@cache
def _statement(dialect: str, lines: tuple[str, ...]) -> TextClause:
    array, path, more = ANSWERS[dialect]
    answers = array.format(paths=", ".join(path.format(line=line) for line in lines))
    income = f"'{INCOME}'" if dialect == "postgresql" else path.format(line=INCOME)
    return text(REGISTER.format(income=income, answers=answers, more=more))


def kept_inputs(db: Session, edition: int) -> Sequence[bytes]:
    """The inputs kept with an edition, block after block; none of one older than this table."""
    kept = select(EditionInputs.content).where(EditionInputs.edition_id == edition)
    return db.scalars(kept.order_by(EditionInputs.first)).all()


def kept_input(db: Session, edition: int, code: str) -> bytes | None:
    """The block that holds an organization, if it is in the edition."""
    kept = select(EditionInputs.content).where(
        EditionInputs.edition_id == edition, EditionInputs.first <= code
    )
    return db.scalars(kept.order_by(EditionInputs.first.desc()).limit(1)).one_or_none()


def kept_places(db: Session, edition: int) -> Sequence[bytes]:
    """The places kept with an edition as columns, block after block; none of one older than this table."""
    kept = select(EditionInputs.places).where(EditionInputs.edition_id == edition)
    return db.scalars(kept.order_by(EditionInputs.first)).all()

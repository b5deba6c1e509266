"""What an edition rests on: read from the register in blocks, and kept with the edition as it was read."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from models.db import Base
from models.lines import lines, plain


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
BEFORE = "EXISTS (SELECT 1 FROM year_figures b WHERE b.code = o.code AND b.year = :year - 1)"
REPORTED = (
    "LEFT JOIN year_figures y ON y.code = o.code AND y.year = :year LEFT JOIN report r ON r.id = y.report_id"
)


def inputs(db: Session, year: int, wanted: Sequence[str]) -> Iterator[bytes]:
    """The living organizations with their reports on a year, as lines in blocks.

    Columns: code, name, kind, district, registered_on, charity_since, fundraising_since, received_on,
    published_on, conclusion, income in fen, whether there was a report on the year before (0 or 1, f or t), the
    answers to `wanted` (names of lines of the form, never a visitor's) as a JSON array, and the faults where any
    is one of accounting.
    """
    array, path, more = ANSWERS[db.get_bind().dialect.name]
    answers = array.format(paths=", ".join(path.format(line=line) for line in wanted))
    income = f"'{INCOME}'" if more else path.format(line=INCOME)
    columns = (
        "o.code", plain("o.name"), "o.kind", plain("o.district"), "o.registered_on", "o.charity_since",
        "o.fundraising_since", "y.received_on", "y.published_on", "y.conclusion",
        f"CAST(y.figures ->> {income} AS BIGINT)", BEFORE, f"CASE WHEN r.id IS NOT NULL THEN {answers} END",
        "CASE WHEN CAST(r.faults AS TEXT) LIKE '%\"accounting.%' THEN CAST(r.faults AS TEXT) END",
    )  # fmt: skip
    return lines(db, columns, f"{REPORTED} {more}", {"year": year})


def kept_inputs(db: Session, edition: int) -> Sequence[bytes]:
    """The inputs kept with an edition, block after block; none of one older than this table."""
    kept = select(EditionInputs.content).where(EditionInputs.edition_id == edition)
    return db.scalars(kept.order_by(EditionInputs.first)).all()


def kept_block(db: Session, edition: int, code: str) -> Any | None:
    """The block that holds an organization, if it is in the edition: content and places."""
    kept = select(EditionInputs.content, EditionInputs.places).where(
        EditionInputs.edition_id == edition, EditionInputs.first <= code
    )
    return db.execute(kept.order_by(EditionInputs.first.desc()).limit(1)).one_or_none()


def kept_places(db: Session, edition: int) -> Sequence[bytes]:
    """The places kept with an edition as columns, block after block; none of one older than this table."""
    kept = select(EditionInputs.places).where(EditionInputs.edition_id == edition)
    return db.scalars(kept.order_by(EditionInputs.first)).all()

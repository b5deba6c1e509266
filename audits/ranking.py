"""The transparency ranking: computed for a year, kept place by place, published once and never changed."""

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from typing import Any

import polars as pl
from polars import DataFrame, col

from audits.ranking_columns import table
from audits.refusal import Conflict
from compliance.law.transparency_items import ACT, IN_FORCE, Aspect
from compliance.ranking import counted, moved
from compliance.reproduction import public_inputs, reproduced
from models import bulk, search
from models.db import Session
from models.publication import touch
from models.ranking import Edition, Place, latest_edition
from models.ranking_inputs import EditionInputs, kept_inputs

METHOD = f"{ACT.key}/{IN_FORCE.isoformat()}"
KEPT = ("code", "name", "class_", "district", "rank", "tied", "best", "worst", "before", "position", "score")
BLOCK = 5_000
"""Organizations a block of inputs: small enough to open one for a page."""


def compute(db: Session, year: int, day: date) -> tuple[Edition, DataFrame]:
    """An edition with its places, not yet published. Conflict where nobody has reported on the year."""
    return keep(db, table(db, year, day), year, day)


def keep(db: Session, reports: DataFrame, year: int, day: date) -> tuple[Edition, DataFrame]:
    """The same of a frame that is read already."""
    if reports["received_on"].null_count() == reports.height:
        raise Conflict(f"{year}年度尚无报告，不能排名。", f"There is no report on {year} to rank.")
    known = public_inputs(reports, day)
    places = moved(reproduced(known, day), _before(db))
    edition = Edition(year=year, day=day, method=METHOD, published_at=None, counts=counted(places))
    db.add(edition)
    db.flush()
    with ThreadPoolExecutor(1) as beside:
        held = places.sort("code")
        packed = beside.submit(_packed, known, held)
        bulk.add_rows(db, Place, _places(edition.id, held))
        db.add_all(EditionInputs(edition_id=edition.id, **block) for block in packed.result())
    return edition, places


def _packed(known: DataFrame, places: DataFrame) -> list[dict[str, Any]]:
    """What is kept in columns, block by block."""
    pairs = zip(known.iter_slices(BLOCK), places.iter_slices(BLOCK), strict=True)
    return [
        {"first": block["code"][0], "content": _block(block), "places": _block(told)} for block, told in pairs
    ]


def _before(db: Session) -> DataFrame | None:
    """The places of the edition published last, computed again from what was kept with it."""
    last = latest_edition(db)
    kept = kept_inputs(db, last.id) if last else ()
    frames = [pl.read_parquet(io.BytesIO(content)) for content in kept]
    return reproduced(pl.concat(frames), last.day) if last and frames else None


def _block(frame: DataFrame) -> bytes:
    content = io.BytesIO()
    frame.write_parquet(content, compression="zstd")
    return content.getvalue()


def _places(edition: int, places: DataFrame) -> DataFrame:
    """Rows of Place: the parts of a score as JSON."""
    told = (_pair(aspect).fill_null(f'"{aspect}":null') for aspect in Aspect)
    parts = pl.concat_str(pl.lit("{"), pl.concat_str(*told, separator=","), pl.lit("}"))
    return places.select(
        pl.lit(edition).alias("edition_id"), *(col(name) for name in KEPT), parts.alias("parts")
    )


def _pair(aspect: str) -> pl.Expr:
    return pl.lit(f'"{aspect}":') + col(aspect).cast(pl.String)


def publish(db: Session, edition: Edition, moment: datetime) -> None:
    """Publish an edition. Conflict if it is published already: a published edition never changes."""
    if edition.published_at is not None:
        raise Conflict("该排行已公布，不能更改。", "This edition is published and cannot be changed.")
    edition.published_at = moment
    touch(db)


def order_search(db: Session, edition: int) -> None:
    """Let search list its hits in the order of an edition: apart from publishing, because it takes longer and
    nobody has to wait for it.
    """
    search.rebuild(db, edition)
    touch(db)


def summary(edition: Edition, places: DataFrame) -> dict[str, Any]:
    """What the command prints: counts by class, and the mean score in points."""
    by_class = places.group_by("class_").agg(pl.len(), pl.col("score").mean()).sort("class_")
    mean = places["score"].mean()
    return {
        "edition": edition.id,
        "year": edition.year,
        "published": edition.published_at is not None,
        "ranked": int(places["rank"].count()),
        "not_enough_data": int(places["rank"].null_count()),
        "mean": _points(mean),
        "classes": [
            {"class": row["class_"], "organizations": row["len"], "mean": _points(row["score"])}
            for row in by_class.iter_rows(named=True)
        ],
    }


def _points(thousandths: Any) -> str | None:
    return None if thousandths is None else f"{thousandths / 1000:.1f}"

"""The transparency score: each item of the table that binds an organization, from nothing to full marks.

All organizations of a year at once. Values are thousandths of an item's marks, scores thousandths of a point.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import reduce
from operator import or_

import polars as pl
from polars import DataFrame, Expr, col, lit, when

from compliance.facts import Conclusion, Kind
from compliance.law.transparency_items import BASICALLY, DECAY_DAYS, ENOUGH, ITEMS, Aspect, Binds, Item

FULL = 1000
UNPUBLISHED = "none"
PUBLISHED = (
    "basic_information",
    "major_projects",
    "related_dealings",
    "campaigns",
    "projects",
    "cost_standards",
    "financial_report",
)
"""Items answered in the disclosure part of the report: a column with the place of each, one with its day."""
BY_THE_DAY = ("financial_report", "major_projects")
"""Those of them that have to be published by a day of the year, the last of May."""
COLUMNS: Mapping[str, type[pl.DataType]] = {
    "code": pl.String, "name": pl.String, "kind": pl.String, "district": pl.String, "charity": pl.Boolean,
    "fundraising": pl.Boolean, "due": pl.Date, "received_on": pl.Date, "published_on": pl.Date,
    "publication_due": pl.Date, "last_due": pl.Date, "income": pl.Int64, "conclusion": pl.String, "prior": pl.Boolean,
    "related": pl.Boolean, "disagreements": pl.Int64, "openings": pl.Int64, "audited": pl.Boolean,
    "opinion": pl.String, **dict.fromkeys(PUBLISHED, pl.String),
    **{f"{name}.day": pl.Date for name in PUBLISHED},
}  # fmt: skip
"""The frame that is scored: one row an organization that owes a report on the year."""


def covers(kind: Kind, charity: bool) -> bool:
    """Whether the ranking covers an organization: charities, whom the duties of disclosure bind
    (慈善组织信息公开办法), and every foundation (基金会管理条例 art. 38). Others owe their report alone.
    """
    return charity or kind is Kind.FOUNDATION


def items(day: date) -> Iterator[tuple[str, Item]]:
    """The items in force on a day, by name."""
    for name, dated in ITEMS.items():
        text = dated.on(day)
        if text is not None:
            yield name, text.value


def binds(whom: Binds) -> Expr:
    """Whether an item binds an organization."""
    return {
        Binds.ALL: lit(True),
        Binds.CHARITY: col("charity"),
        Binds.QUALIFIED: col("fundraising"),
        Binds.UNQUALIFIED: col("charity") & ~col("fundraising"),
        Binds.PRIOR: col("prior"),
        Binds.CHARITY_PRIOR: col("charity") & col("prior"),
        Binds.AUDITED: (col("kind") == str(Kind.FOUNDATION)) | col("fundraising"),
        Binds.RELATED: col("charity") & col("related").fill_null(False),
    }[whom]


def value(name: str, day: date) -> Expr:
    """An item in thousandths; null where it is not known.

    A report that never came earns nothing once it is overdue; before that nothing is known.
    """
    missing, early = col("received_on").is_null(), col("due") >= day
    known = when(missing).then(0).otherwise(_value(name, day))
    return when(missing & early).then(None).otherwise(known).cast(pl.Int64)


def _value(name: str, day: date) -> Expr:
    half = _of(BASICALLY, day)
    if name == "annual_report":
        return _timely(col("received_on"), col("due"), day)
    if name == "publication":
        return _timely(col("published_on"), col("publication_due"), day)
    if name in PUBLISHED:
        return _published(name, day)
    if name == "audit":
        return (col("audited") & (col("opinion") == "unqualified")).fill_null(False).cast(pl.Int64) * FULL
    if name == "conclusion":
        return col("conclusion").replace_strict(_conclusions(half), default=None, return_dtype=pl.Int64)
    found = col("openings" if name == "opening" else "disagreements")
    return when(found == 0).then(FULL).when(found == 1).then(half).otherwise(0)


def _published(name: str, day: date) -> Expr:
    """Nothing where it was not published, part of the marks where nobody says when."""
    on = col(f"{name}.day")
    worth = _timely(on, col("last_due"), day) if name in BY_THE_DAY else lit(FULL)
    told = when(on.is_null()).then(_of(BASICALLY, day)).otherwise(worth)
    return when(col(name).fill_null(UNPUBLISHED) != UNPUBLISHED).then(told).otherwise(0)


def _conclusions(half: int) -> dict[str, int]:
    return {
        str(Conclusion.QUALIFIED): FULL,
        str(Conclusion.BASICALLY_QUALIFIED): half,
        str(Conclusion.UNQUALIFIED): 0,
    }


def _timely(done: Expr, due: Expr, day: date) -> Expr:
    """Full marks in time, then less each day, nothing once it is too late or was never done."""
    most = _of(DECAY_DAYS, day)
    late = (done.fill_null(lit(date(9999, 1, 1))) - due).dt.total_days().clip(0, most)
    return (most - late) * FULL // most


def _of(dated: object, day: date) -> int:
    text = dated.on(day) if hasattr(dated, "on") else None
    return int(text.value) if text else FULL


def score(reports: DataFrame, day: date) -> DataFrame:
    """Scores of a year: code, `item.<name>` (null: not applicable or unknown), a part each, and `score`.

    A score is null where too few of the marks that bind are known. `reports` has the columns of COLUMNS.
    """
    told = list(items(day))
    bound = [
        when(binds(item.binds)).then(item.marks).otherwise(0).alias(f"marks.{name}") for name, item in told
    ]
    values = [when(binds(item.binds)).then(value(name, day)).alias(f"item.{name}") for name, item in told]
    table = reports.select("code", *bound, *values)
    parts = [_share([name for name, item in told if item.aspect is aspect], str(aspect)) for aspect in Aspect]
    names = [name for name, _ in told]
    known, all_marks = _known(names), pl.sum_horizontal(*(f"marks.{name}" for name in names))
    enough = known * 100 >= all_marks * _of(ENOUGH, day)
    whole = _share(names, "score")
    return table.select(
        "code", *(f"item.{name}" for name in names), *parts, when(enough).then(whole).alias("score")
    )


def _known(names: list[str]) -> Expr:
    return pl.sum_horizontal(
        *(when(col(f"item.{n}").is_null()).then(0).otherwise(col(f"marks.{n}")) for n in names)
    )


def _share(names: list[str], alias: str) -> Expr:
    """Marks won of the marks known, of a hundred points, in thousandths; null where nothing is known."""
    if not names:
        return lit(None, pl.Int64).alias(alias)
    won = pl.sum_horizontal(*(col(f"item.{name}").fill_null(0) * col(f"marks.{name}") for name in names))
    some = reduce(or_, (col(f"item.{name}").is_not_null() for name in names))
    return when(some & (_known(names) > 0)).then(won * 100 // _known(names)).alias(alias)

"""The frame that is scored, made of the register in columns: duties are looked up once for all who share them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import polars as pl
from polars import DataFrame, Expr, col

from compliance.duty import first_year, publication_due, report_due
from compliance.facts import Dossier, Kind, Level, Organization
from compliance.inspection import last_day
from compliance.transparency import COLUMNS, PUBLISHED, covers
from models.db import Session
from models.lines import MARK
from models.ranking_inputs import inputs

LINES = {
    "related": "related_parties.exist.value",
    "audited": "basic.audited.value",
    "opinion": "basic.audit_opinion.value",
    **{name: f"disclosure.{name}.place" for name in PUBLISHED},
    **{f"{name}.day": f"disclosure.{name}.day" for name in PUBLISHED},
}
"""Columns that are answers of the report, and the line of each."""
RAW = {
    "code": pl.String, "name": pl.String, "kind": pl.String, "district": pl.String, "registered_on": pl.Date,
    "charity_since": pl.Date, "fundraising_since": pl.Date, "received_on": pl.Date, "published_on": pl.Date,
    "conclusion": pl.String, "income": pl.Int64, "prior": pl.String, "answers": pl.String, "faults": pl.String,
}  # fmt: skip
TRUE = ("1", "t")
"""As either database writes it."""
ACCOUNTING = r'"rule": ?"(accounting\.[^"]+)"'
GROUP = ("kind", "charity", "charity_before", "fundraising")


def table(db: Session, year: int, day: date) -> DataFrame:
    """The frame that is scored: whoever owes a report on the year, as known to the register on a day.

    While one block is made into columns the database gives the next.
    """
    with ThreadPoolExecutor(1) as beside:
        blocks = list(beside.map(_read, inputs(db, year, [*LINES.values()])))
    known = pl.concat(blocks or [_opened(DataFrame(schema=RAW))])
    held = known.with_columns(
        charity=_by("charity_since", year), charity_before=_by("charity_since", year - 1),
        fundraising=_by("fundraising_since", year),
    )  # fmt: skip
    owing = held.join(_duties(held, year), on=GROUP).join(_begun(held), on=["kind", "registered_on"])
    owing = owing.filter(col("due").is_not_null(), col("received_on").is_not_null() | (col("begun") <= year))
    return (
        owing.with_columns(_known("received_on", day), _known("published_on", day))
        .select(*COLUMNS)
        .sort("code")
    )


def _read(lines: bytes) -> DataFrame:
    raw = pl.read_csv(lines, has_header=False, schema=RAW, separator=MARK, quote_char=None)
    return _opened(raw.with_columns(col("name", "district").fill_null("")))


def _opened(raw: DataFrame) -> DataFrame:
    """Lines as the database gives them, with every answer in a column of its own."""
    answers = col("answers").str.json_decode(pl.List(pl.String))
    rules = col("faults").str.extract_all(ACCOUNTING).list.unique()
    openings = rules.list.eval(pl.element().str.contains("accounting.opening.", literal=True)).list.sum()
    told = raw.with_columns(answers=answers).with_columns(
        *(_answer(place, name) for place, name in enumerate(LINES)),
        prior=col("prior").is_in(TRUE),
        openings=openings.fill_null(0).cast(pl.Int64),
        disagreements=rules.list.len().fill_null(0).cast(pl.Int64),
    )
    return told.with_columns(disagreements=col("disagreements") - col("openings")).drop("answers", "faults")


def _answer(place: int, name: str) -> Expr:
    said = col("answers").list.get(place, null_on_oob=True)
    if COLUMNS[name] is pl.Boolean:
        said = said.replace_strict({"true": True, "false": False}, default=None, return_dtype=pl.Boolean)
    elif COLUMNS[name] is pl.Date:
        said = said.replace({"": None}).str.to_date("%Y-%m-%d", strict=True)
    return said.alias(name)


def _by(since: str, year: int) -> Expr:
    return (col(since) <= last_day(year)).fill_null(False)


def _known(done: str, day: date) -> Expr:
    return pl.when(col(done) <= day).then(col(done)).alias(done)


def _duties(held: DataFrame, year: int) -> DataFrame:
    """The days of every group; `due` is null for whom the ranking does not cover."""
    groups = held.select(GROUP).unique()
    days = dict.fromkeys(("due", "publication_due", "last_due"), pl.Date)
    rows = [(*group, *_due(group, year)) for group in groups.iter_rows()]
    return DataFrame(rows, schema={**groups.schema, **days}, orient="row")


def _due(group: tuple[Any, ...], year: int) -> tuple[date | None, ...]:
    kind, charity, before, fundraising = group
    since = last_day(year - 1) if before else last_day(year) if charity else None
    fact = Organization(
        "", "", Kind(kind), Level.CITY, date.min, since, last_day(year) if fundraising else None
    )
    if not covers(fact.kind, charity):
        return None, None, None
    texts = (
        (report_due(fact, year), year),
        (publication_due(fact, year), year),
        (publication_due(fact, year - 1), year - 1),
    )
    return tuple(text.value.of(of + 1) if text else None for text, of in texts)


def _begun(held: DataFrame) -> DataFrame:
    """From which year on a report is owed, by kind and day of registration, where none has come."""
    groups = held.select("kind", "registered_on").unique()
    rows = [(kind, on, first_year(Dossier(_registered(kind, on)))) for kind, on in groups.iter_rows()]
    return DataFrame(rows, schema={**groups.schema, "begun": pl.Int64}, orient="row")


def _registered(kind: str, on: date) -> Organization:
    return Organization("", "", Kind(kind), Level.CITY, on)

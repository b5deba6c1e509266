"""The reports of a year as documents, held against the same rules as any upload, all of them at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import polars as pl
from polars import DataFrame, Expr

from audits.simulate.answers import Group
from compliance.check import fault_json
from compliance.facts import Severity
from compliance.fault import fault_of
from compliance.figures import LINE_OF
from compliance.form import Line, Type
from compliance.form.book import by_id
from compliance.inspection import Question, completed, kind_of, questions

NUMBERS = (Type.MONEY, Type.INTEGER, Type.YES_NO)
Filed = dict[str, Any]
"""A report about to be stored: code, kind, year, lines, content, faults, verdict."""


@dataclass(frozen=True)
class Batch:
    """The reports of a group with their answers."""

    group: Group
    answers: DataFrame


def numbers(batches: Sequence[Batch]) -> DataFrame:
    """Every number, yes and no of a year's reports in the frame that the rules read."""
    return pl.concat([_numbers(batch) for batch in batches], how="diagonal")


def _numbers(batch: Batch) -> DataFrame:
    group, columns = batch.group, batch.answers.columns
    kept = [line.id for line in group.lines if line.type in NUMBERS and line.id in columns]
    return batch.answers.select(
        pl.col("basic.code.value").alias("code"),
        *(pl.col(name).cast(kind_of(name)) for name in kept),
        *(_of(line, columns).alias(figure) for figure, line in LINE_OF.items()),
        _of("basic.original_fund.value", columns).alias("original_fund"),
        kind=pl.lit(str(group.kind)),
        year=pl.lit(group.year, pl.Int64),
        charity=pl.lit(group.charity),
        fundraising=pl.lit(group.fundraising),
    )


def _of(line: str, columns: Sequence[str]) -> Expr:
    return (pl.col(line) if line in columns else pl.lit(None)).cast(pl.Int64)


def with_prior(reports: DataFrame, before: DataFrame | None) -> DataFrame:
    """The same frame with what was reported the year before beside it."""
    if before is None:
        return reports
    named = {name: f"prior.{name}" for name in before.columns if "." in name}
    return reports.join(
        before.select("code", *named).rename(named), on="code", how="left", maintain_order="left"
    )


def faults(reports: DataFrame, year: int) -> Mapping[str, list[dict[str, str]]]:
    """What the rules find in a year's reports, by code."""
    put = questions(year)
    needed = [name for question in put for name in question.needs]
    needed += [name for q in put if q.expected is not None for name in q.expected.meta.root_names()]
    table = completed(reports.lazy(), needed).collect()
    answers = table.select(question.broken.fill_null(False).alias(question.key) for question in put)
    broken = answers.select(pl.any_horizontal(pl.all())).to_series()
    told: dict[str, list[dict[str, str]]] = {}
    for row, hit in zip(
        _wanted(table.filter(broken), put).iter_rows(named=True),
        answers.filter(broken).iter_rows(named=True),
        strict=True,
    ):
        told[row["code"]] = list(_told(row, hit, put, year))
    return told


def _wanted(table: DataFrame, put: Sequence[Question]) -> DataFrame:
    expected = [q.expected.alias(f"{q.key}=") for q in put if q.expected is not None]
    return table.with_columns(expected)


def _told(
    row: Mapping[str, Any], hit: Mapping[str, bool], put: Sequence[Question], year: int
) -> Iterator[dict[str, str]]:
    at = by_id(row["kind"], year)
    for question in put:
        if hit[question.key]:
            yield fault_json(fault_of(question, at, row, row.get(f"{question.key}=")))


def verdict(found: Sequence[Mapping[str, str]]) -> str:
    """The verdict that the faults of a report add up to."""
    severities = {fault["severity"] for fault in found}
    if Severity.STOP in severities:
        return "rejected"
    return "explain" if Severity.EXPLAIN in severities else "accepted"


def documents(batch: Batch) -> Iterator[Filed]:
    """Each report of a group in its `.json` form (contract 3)."""
    group = batch.group
    told = batch.answers.select(_written(line) for line in group.lines if line.id in batch.answers.columns)
    for row in told.iter_rows():
        lines = {name: value for name, value in zip(told.columns, row, strict=True) if value is not None}
        code = lines["basic.code.value"]
        document = {"code": code, "kind": str(group.kind), "year": group.year, "lines": lines}
        yield {**document, "content": orjson.dumps(document)}


def _written(line: Line) -> Expr:
    column = pl.col(line.id).cast(pl.Int64) if line.type is Type.MONEY else pl.col(line.id)
    if line.type is Type.MONEY:
        size = column.abs()
        sign = pl.when(column < 0).then(pl.lit("-")).otherwise(pl.lit(""))
        return pl.format("{}{}.{}", sign, size // 100, (size % 100).cast(pl.String).str.zfill(2)).alias(
            line.id
        )
    return column.cast(pl.String) if line.type in (Type.DAY, Type.SHARE) else column

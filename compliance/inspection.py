"""Reports held against the rules: the same expressions on one report or on a million."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import polars as pl
from polars import DataFrame, Expr, LazyFrame

from compliance.facts import Kind
from compliance.law import (
    Cite,
    Rule,
    accounting_links,
    accounting_system,
    association_regulations,
    charity_reports,
    foundation_regulations,
    house_checks,
    needs,
)
from compliance.law.spending_rules import FUNDRAISING_CAP
from compliance.law.spending_rules import RULES as SPENDING

ON_FIGURES: tuple[Rule[Any], ...] = (*SPENDING, FUNDRAISING_CAP, *foundation_regulations.RULES)
"""Rules on the figures of a dossier, in the order in which they are told."""
ON_STATEMENTS: tuple[Rule[Any], ...] = (
    *accounting_system.RULES,
    *accounting_links.RULES,
    *charity_reports.RULES,
    *foundation_regulations.GOVERNANCE,
    *association_regulations.RULES,
    *house_checks.RULES,
)
"""Rules on the lines of a report: of the three statements first, then of its other parts."""
KINDS = pl.Enum([str(kind) for kind in Kind])
"""Kinds as a column: compared as numbers, several times as fast as words."""
TRUTHS = (
    "charity",
    "fundraising",
    "basic.audited.value",
    "governance.supervisors_paid.value",
    "related_parties.exist.value",
)
"""Columns that are yes or no."""


@dataclass(frozen=True)
class Question:
    """A rule as asked of the reports of one year, by the law of its last day: its expression, what it needs,
    and its citation.
    """

    key: str
    rule: Rule[Any]
    cite: Cite
    broken: Expr
    expected: Expr | None
    needs: tuple[str, ...]
    day: date


def last_day(year: int) -> date:
    """Limits on a year follow the law of its last day."""
    return date(year, 12, 31)


@cache
def questions(year: int, rules: tuple[Rule[Any], ...] = ON_FIGURES + ON_STATEMENTS) -> tuple[Question, ...]:
    """The rules in force for a year's reports."""
    return tuple(_questions(year, rules))


def _questions(year: int, rules: Sequence[Rule[Any]]) -> Iterator[Question]:
    for place, rule in enumerate(rules):
        day = last_day(year)
        asked = rule.on(day)
        if asked is None:
            continue
        text, broken = asked
        expected = rule.expects(text.value) if rule.expects else None
        yield Question(f"{place}", rule, text.cite, broken, expected, tuple(needs(broken)), day)


@cache
def columns(year: int) -> Mapping[str, pl.DataType]:
    """Every column that the rules of a year ask for, with its type."""
    put = questions(year)
    names = [name for question in put for name in question.needs]
    names += [name for q in put if q.expected is not None for name in needs(q.expected)]
    return {name: kind_of(name) for name in dict.fromkeys(names)}


def kind_of(column: str) -> pl.DataType:
    """The type of a column: whole numbers but for the few that say who and what the organization is."""
    if column == "kind":
        return KINDS
    if column == "code":
        return pl.String()
    return pl.Boolean() if column in TRUTHS else pl.Int64()


def completed(reports: LazyFrame, columns: Sequence[str]) -> LazyFrame:
    """The frame with every column the rules ask for; what nobody gave is null."""
    there = reports.collect_schema()
    absent = [name for name in dict.fromkeys(columns) if name not in there]
    return reports.with_columns(pl.lit(None, kind_of(name)).alias(name) for name in absent)


def asked(
    reports: DataFrame, year: int, rules: tuple[Rule[Any], ...] = ON_FIGURES + ON_STATEMENTS
) -> DataFrame:
    """One column a rule, named by its place: true where broken, false where it holds, null where unknown.

    `reports`: one row a report of one year, columns by line id and by figure in fen, with code, year, kind,
    charity and fundraising (both on the year's last day); "prior.<line id>" for the report before.
    """
    return ask(reports.lazy(), year, rules).collect()


def ask(
    reports: LazyFrame, year: int, rules: tuple[Rule[Any], ...] = ON_FIGURES + ON_STATEMENTS
) -> LazyFrame:
    """The same of reports yet to be read, such as those of a file larger than memory."""
    put = questions(year, rules)
    frame = completed(reports, [name for question in put for name in question.needs])
    return frame.select(question.broken.alias(question.key) for question in put)


def inspect(reports: DataFrame, year: int, rules: tuple[Rule[Any], ...] = ON_FIGURES) -> DataFrame:
    """Hold reports of a year against the rules: one row a finding, columns code, rule, basis (Chinese)."""
    put = questions(year, rules)
    answers = asked(reports, year, rules)
    found = [
        reports.filter(answers[question.key].fill_null(False)).select(
            "code", rule=pl.lit(question.rule.name), basis=pl.lit(question.cite.said.zh)
        )
        for question in put
        if answers[question.key].any()
    ]
    schema = {"code": pl.String, "rule": pl.String, "basis": pl.String}
    return pl.concat(found) if found else DataFrame(schema=schema)

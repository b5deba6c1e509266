"""Findings on a dossier's figures: spending, management cost, fundraising cost, original fund."""

from collections.abc import Iterator, Sequence
from datetime import date

from polars import DataFrame

from compliance.facts import Dossier, Organization, YearReport, yuan
from compliance.finding import Finding, Unknown
from compliance.inspection import ON_FIGURES, Question, asked, last_day, questions

GIVEN = frozenset({"kind", "charity", "fundraising"})
"""What an organization itself tells, not its figures."""


def row(organization: Organization, report: YearReport) -> dict[str, object]:
    """A report's row in the frame of reports."""
    day = last_day(report.year)
    status = {"charity": organization.is_charity(day), "fundraising": organization.raises_funds(day)}
    whom = {"code": organization.code, "kind": str(organization.kind), "year": report.year}
    fund = {} if organization.original_fund is None else {"original_fund": organization.original_fund}
    return {**whom, **status, **fund, **report.figures}


def of_figures(dossier: Dossier, day: date) -> tuple[Sequence[Finding], Sequence[Unknown]]:
    """Findings on the figures of every report received by a day, and rules that lack their figures."""
    findings: list[Finding] = []
    unknown: list[Unknown] = []
    for report in dossier.reports:
        if report.received_on is not None and report.received_on <= day:
            told = row(dossier.organization, report)
            frame = DataFrame([told])
            answers = asked(frame, report.year, ON_FIGURES).row(0)
            put = list(zip(questions(report.year, ON_FIGURES), answers, strict=True))
            findings += _findings(told, report.year, put)
            unknown += _unknown(told, report.year, put)
    return findings, unknown


def _findings(
    told: dict[str, object], year: int, put: list[tuple[Question, bool | None]]
) -> Iterator[Finding]:
    for question, broken in put:
        if broken:
            known = {name: told[name] for name in question.needs if name not in GIVEN and name in told}
            figures = {name: yuan(value) for name, value in known.items() if isinstance(value, int)}
            yield Finding(question.rule.name, year, question.cite, question.rule.says, figures)


def _unknown(
    told: dict[str, object], year: int, put: list[tuple[Question, bool | None]]
) -> Iterator[Unknown]:
    lacking: dict[str, dict[str, None]] = {}
    for question, broken in put:
        if broken is None:
            absent = [name for name in question.needs if told.get(name) is None and "mean" not in name]
            lacking.setdefault(question.rule.name, {}).update(dict.fromkeys(absent))
    for rule, names in lacking.items():
        yield Unknown(rule, year, tuple(names))

"""The figures of a dossier held against the rules on reports, year by year."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import groupby

from polars import Boolean, DataFrame, Int64, String

from compliance.facts import FIGURES, Dossier, Kind, Organization, YearReport, yuan
from compliance.finding import Finding, Unknown
from compliance.inspection import ON_FIGURES, Question, asked, questions

SCHEMA = {
    "code": String,
    "kind": String,
    "charity": Boolean,
    "fundraising": Boolean,
    "original_fund": Int64,
    **dict.fromkeys(FIGURES, Int64),
}
NEVER_NEEDED = frozenset(("income_mean_3y", "net_assets_mean_3y"))
"""The standard lets a charity use these instead of last year's figures; without them it is still judged."""

Row = dict[str, object]


def of_figures(dossier: Dossier, day: date) -> tuple[Sequence[Finding], Sequence[Unknown]]:
    """Findings on figures (`spending.*`, `fund.below_original`), and the rules that lack a figure.

    A year is judged by the law and the status of its last day. A report that has not come and says no
    figure is not asked about: it is missing, and that is found elsewhere.
    """
    reports = [one for one in dossier.reports if one.year <= day.year and (one.received_on or one.figures)]
    bound = [one for one in reports if _may_bind(dossier.organization, one.year)]
    findings: list[Finding] = []
    unknown: list[Unknown] = []
    for _, group in groupby(bound, key=lambda one: _texts(one.year)):
        _hold(dossier.organization, list(group), findings, unknown)
    return findings, unknown


def _may_bind(organization: Organization, year: int) -> bool:
    """Every rule on figures binds charities or foundations; for all others there is nothing to ask."""
    return organization.kind is Kind.FOUNDATION or organization.is_charity(date(year, 12, 31))


@cache
def _texts(year: int) -> tuple[tuple[str, str], ...]:
    return tuple((question.key, str(question.cite)) for question in questions(year, ON_FIGURES))


def _row(organization: Organization, report: YearReport) -> Row:
    """One row of the frame. Net assets at the year's end that nobody gave are those of last year's end."""
    last = date(report.year, 12, 31)
    figures: Mapping[str, int] = report.figures
    return {
        "code": organization.code,
        "kind": organization.kind.value,
        "charity": organization.is_charity(last),
        "fundraising": organization.raises_funds(last),
        "original_fund": organization.original_fund,
        **{name: figures.get(name) for name in FIGURES},
        "net_assets": figures.get("net_assets", figures.get("last_year_net_assets")),
    }


def _hold(
    organization: Organization, reports: Sequence[YearReport], findings: list[Finding], unknown: list[Unknown]
) -> None:
    rows = [_row(organization, report) for report in reports]
    put = questions(reports[0].year, ON_FIGURES)
    answers = asked(DataFrame(rows, schema=SCHEMA), reports[0].year, ON_FIGURES).rows(named=True)
    for report, row, answer in zip(reports, rows, answers, strict=True):
        broken = [question for question in put if answer[question.key]]
        findings += [_finding(question, report, row) for question in broken]
        unsaid = [question for question in put if answer[question.key] is None]
        unknown += _unknown(unsaid, {question.rule.name for question in broken}, report, row)


def _finding(question: Question, report: YearReport, row: Row) -> Finding:
    stands_for = {} if "net_assets" in report.figures else {"net_assets": "last_year_net_assets"}
    figures = {
        stands_for.get(name, name): yuan(amount)
        for name in question.needs
        if isinstance(amount := row[name], int) and not isinstance(amount, bool)
    }
    return Finding(question.rule.name, report.year, question.cite, question.rule.says, figures)


def _unknown(unsaid: Sequence[Question], found: set[str], report: YearReport, row: Row) -> Iterator[Unknown]:
    for name in dict.fromkeys(question.rule.name for question in unsaid):
        needs = [need for question in unsaid if question.rule.name == name for need in question.needs]
        lacking = tuple(n for n in dict.fromkeys(needs) if row[n] is None and n not in NEVER_NEEDED)
        if name not in found and lacking:
            yield Unknown(name, report.year, lacking)

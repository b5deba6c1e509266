"""Findings on a dossier's figures: spending, management cost, fundraising cost, original fund."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from compliance.alone import Asked, alone
from compliance.facts import FIGURES, Dossier, Kind, Organization, YearReport, yuan
from compliance.finding import Finding, Unknown
from compliance.inspection import ON_FIGURES, Question, last_day, questions
from compliance.law import Rule

NEVER_NEEDED = frozenset(("income_mean_3y", "net_assets_mean_3y"))
"""The standard lets a charity use these instead of last year's figures; without them it is judged all the same."""

Row = dict[str, object]
Whom = tuple[Kind, bool, bool]


def row(organization: Organization, report: YearReport) -> Row:
    """A report's row in the frame of reports, with the status of the year's last day.

    Net assets at the year's end that nobody gave are taken to be those of last year's end, the nearest
    that a dossier of contract 4 says.
    """
    day, figures = last_day(report.year), report.figures
    return {
        "code": organization.code,
        "kind": organization.kind.value,
        "charity": organization.is_charity(day),
        "fundraising": organization.raises_funds(day),
        "original_fund": organization.original_fund,
        **{name: figures.get(name) for name in FIGURES},
        "net_assets": figures.get("net_assets", figures.get("last_year_net_assets")),
    }


def of_figures(dossier: Dossier, day: date) -> tuple[Sequence[Finding], Sequence[Unknown]]:
    """Findings on the figures of every report by a day, and the rules that lack a figure.

    A report that has not come and says no figure is not asked about: it is missing, and that is found
    elsewhere. Figures of a report that has not come are judged as stated, for the question "what if".
    """
    findings: list[Finding] = []
    unknown: list[Unknown] = []
    organization = dossier.organization
    told = [one for one in dossier.reports if one.year <= day.year and (_here(one, day) or _stated(one))]
    for report in told:
        _hold(organization, report, findings, unknown)
    return findings, unknown


def _here(report: YearReport, day: date) -> bool:
    return report.received_on is not None and report.received_on <= day


def _stated(report: YearReport) -> bool:
    return report.received_on is None and bool(report.figures)


def _whom(organization: Organization, year: int) -> Whom:
    day = last_day(year)
    return organization.kind, organization.is_charity(day), organization.raises_funds(day)


@cache
def bound(whom: Whom) -> tuple[Rule[Any], ...]:
    """The rules that can bind an organization of a kind and status, whatever its figures are."""
    kind, charity, fundraising = whom
    status = {"kind": kind.value, "charity": charity, "fundraising": fundraising}
    return tuple(rule for rule in ON_FIGURES if alone(rule.binds)(status) is not False)


@cache
def _put(year: int, rules: tuple[Rule[Any], ...]) -> tuple[tuple[Question, Asked], ...]:
    return tuple((question, alone(question.broken)) for question in questions(year, rules))


def _hold(
    organization: Organization, report: YearReport, findings: list[Finding], unknown: list[Unknown]
) -> None:
    told, rules = row(organization, report), bound(_whom(organization, report.year))
    answers = [(question, answer(told)) for question, answer in _put(report.year, rules)]
    broken = [question for question, answer in answers if answer]
    findings += [_finding(question, report, told) for question in broken]
    unsaid = [question for question, answer in answers if answer is None]
    unknown += _unknown(unsaid, {question.rule.name for question in broken}, report, told)


def _finding(question: Question, report: YearReport, told: Row) -> Finding:
    stands_for = {} if "net_assets" in report.figures else {"net_assets": "last_year_net_assets"}
    figures = {
        stands_for.get(name, name): yuan(amount)
        for name in question.needs
        if isinstance(amount := told[name], int) and not isinstance(amount, bool)
    }
    return Finding(question.rule.name, report.year, question.cite, question.rule.says, figures)


def _unknown(unsaid: Sequence[Question], found: set[str], report: YearReport, told: Row) -> Iterator[Unknown]:
    for name in dict.fromkeys(question.rule.name for question in unsaid):
        needs = [need for question in unsaid if question.rule.name == name for need in question.needs]
        lacking = tuple(n for n in dict.fromkeys(needs) if told[n] is None and n not in NEVER_NEEDED)
        if name not in found and lacking:
            yield Unknown(name, report.year, lacking)

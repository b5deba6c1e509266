"""The arithmetic of the statements: every sum holds in the example, and is missed when its total is changed."""

from collections.abc import Mapping

import pytest
from polars import DataFrame

from compliance.check import Verdict, check
from compliance.facts import Kind, Severity
from compliance.figures import LINE_OF
from compliance.form.answer import Given
from compliance.form.document import read_json, to_json
from compliance.form.example import example
from compliance.inspection import Question, questions
from compliance.law.accounting_links import BETWEEN
from compliance.law.accounting_system import RULES, total

KIND = Kind.FOUNDATION
YEARS = (2025, 2026)
FEN = 100
FIGURE_OF = {line: (figure,) for figure, line in LINE_OF.items()}
"""The figure that a line stands for, which rules on figures ask for instead of the line."""


def verdict(values: Mapping[str, Given], year: int, prior: Mapping[str, Given] | None = None) -> Verdict:
    return check(read_json(to_json(KIND, year, values)), prior, "")


def broken(values: Mapping[str, Given], year: int, prior: Mapping[str, Given] | None = None) -> set[str]:
    return {fault.rule for fault in verdict(values, year, prior).faults}


def sums(year: int) -> list[Question]:
    return [question for question in questions(year) if question.rule in RULES]


@pytest.mark.parametrize("charity", [True, False])
@pytest.mark.parametrize("year", range(2021, 2029))
@pytest.mark.parametrize("kind", list(Kind))
def test_the_example_breaks_no_rule(kind: Kind, year: int, charity: bool) -> None:
    read = read_json(to_json(kind, year, example(kind, year, charity)))
    assert check(read, example(kind, year - 1, charity), "").faults == ()


@pytest.mark.parametrize("year", YEARS)
def test_a_wrong_figure_breaks_only_rules_that_rest_on_it(year: int) -> None:
    noise = []
    for question in sums(year):
        at, values = question.rule.at, dict(example(KIND, year))
        if at in values:
            rests = {q.rule.name for q in questions(year) if {at, *FIGURE_OF.get(at, ())} & set(q.needs)}
            values[at] = int(str(values[at])) + FEN
            noise += [(at, name) for name in broken(values, year) - rests]
    assert noise == []


@pytest.mark.parametrize("year", YEARS)
def test_every_sum_is_missed_when_its_total_is_changed(year: int) -> None:
    silent = []
    for question in sums(year):
        values = dict(example(KIND, year))
        at = question.rule.at
        if at not in values:
            continue
        values[at] = int(str(values[at])) + FEN
        if question.rule.name not in broken(values, year):
            silent.append(question.rule.name)
    assert silent == []


@pytest.mark.parametrize("year", YEARS)
def test_a_wrong_total_is_told_with_its_cell_and_what_it_should_be(year: int) -> None:
    values = dict(example(KIND, year))
    right = int(str(values["balance.total_assets.closing"]))
    values["balance.total_assets.closing"] = right + FEN
    fault = next(f for f in verdict(values, year).faults if f.rule == "accounting.total_assets.closing")
    assert fault.severity is Severity.STOP
    assert fault.sheet == "资产负债表"
    assert fault.cell
    assert fault.line == "balance.total_assets.closing"
    assert fault.expected == f"{right // 100}.{right % 100:02d}"
    assert "会计制度" in fault.basis


@pytest.mark.parametrize(("year", "number"), [(2025, "（财会〔2004〕7号）"), (2026, "（财会〔2024〕25号）")])
def test_a_fault_cites_the_accounting_system_of_its_year(year: int, number: str) -> None:
    cited = {
        str(question.cite) for question in questions(year) if question.rule.name.startswith("accounting.")
    }
    assert cited
    assert [basis for basis in cited if number not in basis] == []


def test_an_opening_figure_that_differs_from_last_year_must_be_explained() -> None:
    prior = dict(example(KIND, 2024))
    prior["balance.cash.closing"] = int(str(prior["balance.cash.closing"])) + FEN
    faults = [
        f for f in verdict(example(KIND, 2025), 2025, prior).faults if f.rule == "accounting.opening.cash"
    ]
    assert [fault.severity for fault in faults] == [Severity.EXPLAIN]


def test_without_last_year_the_opening_figures_are_said_to_be_unchecked() -> None:
    assert any("年初数" in said.zh for said in verdict(example(KIND, 2025), 2025).not_checked)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("charity.management_cost.value", "accounting.management_cost"),
        ("charity.last_year_net_assets.value", "accounting.last_year_net_assets"),
        ("balance.entrusted_liabilities.closing", "accounting.entrusted"),
        ("cash_flow.net_increase.this_year", "accounting.cash"),
        ("activity.change_in_net_assets.total", "accounting.movement.net_assets"),
    ],
)
def test_statements_that_disagree_are_found(line: str, rule: str) -> None:
    values = dict(example(KIND, 2025))
    values[line] = int(str(values[line])) + FEN
    assert rule in broken(values, 2025)


def test_amounts_in_ten_thousand_yuan_are_suspected() -> None:
    prior = dict(example(KIND, 2024))
    values = {
        key: value // 10_000 if key.startswith("balance.") and isinstance(value, int) else value
        for key, value in example(KIND, 2025).items()
    }
    assert "accounting.unit" in broken(values, 2025, prior)


def test_all_blank_parts_make_no_sum() -> None:
    frame = DataFrame({"balance.a.closing": [None], "balance.b.closing": [None]})
    assert frame.select(total("balance", "closing", ("a", "b"))).item() is None


def test_every_link_says_itself_in_both_languages() -> None:
    assert all(rule.says.zh and rule.says.en for rule in (*RULES, *BETWEEN))

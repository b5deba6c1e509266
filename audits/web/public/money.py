"""Money of a report as bars that add up to their total, or say by how much they do not; each has its line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compliance.facts import Kind, Said, fen
from compliance.form.book import by_id

INCOME = (
    "donation_income", "dues_income", "service_income", "government_grants", "sales_income",
    "headquarters_grants", "investment_income", "other_income",
)  # fmt: skip
EXPENSE = (
    "business_cost", "taxes_and_surcharges", "management_cost", "financing_cost", "impairment_losses",
    "income_tax", "other_expenses",
)  # fmt: skip
TOTAL_INCOME, TOTAL_EXPENSE = "activity.total_income.total", "total_expense"
WIDTH = 400
"""Units of the drawing that the largest amount takes."""


@dataclass(frozen=True)
class Bar:
    """One part: its line, what it is called, the amount in fen, and how long it is drawn."""

    line: str
    label: Said
    amount: int
    width: int
    share: str


@dataclass(frozen=True)
class Bars:
    """The parts of a total. `gap`: the total less the sum of the parts, in fen; 0 where they add up."""

    title: Said
    total_line: str
    total: int | None
    parts: Sequence[Bar]
    gap: int


def amount(lines: Mapping[str, Any], line: str) -> int | None:
    """A line's amount in fen; None where it is not given or no amount."""
    value = lines.get(line)
    try:
        return None if value in (None, "") else fen(str(value))
    except ValueError:
        return None


def _bars(
    kind: Kind, year: int, lines: Mapping[str, Any], title: Said, names: Sequence[str], total: str
) -> Bars:
    form = by_id(kind, year)
    ids = [line for name in names if (line := f"activity.{name}.total") in form]
    given = [(line, worth) for line in ids if (worth := amount(lines, line))]
    whole, summed = amount(lines, f"activity.{total}.total"), sum(worth for _, worth in given)
    most = max((abs(worth) for _, worth in given), default=0) or 1
    parts = [
        Bar(
            line, form[line].label, worth, max(1, abs(worth) * WIDTH // most),
            f"{worth * 100 / whole:.1f}%" if whole else "",
        )
        for line, worth in given
    ]  # fmt: skip
    return Bars(title, f"activity.{total}.total", whole, parts, (whole or 0) - summed if given else 0)


def drawn(kind: Kind, year: int, lines: Mapping[str, Any]) -> list[Bars]:
    """Income by source and expense by kind."""
    return [
        _bars(kind, year, lines, Said("收入来源", "Income by source"), INCOME, "total_income"),
        _bars(kind, year, lines, Said("费用构成", "Expense by kind"), EXPENSE, "total_expense"),
    ]


@dataclass(frozen=True)
class Season:
    """One year of the trend, in fen, with the lengths of its two bars."""

    year: int
    income: int | None
    expense: int | None
    income_width: int
    expense_width: int


def largest(figures: Sequence[tuple[int, Mapping[str, int]]]) -> int:
    """The largest income or expense of some years, in fen; 1 where none is known."""
    both = (known.get(line) or 0 for _, known in figures for line in (TOTAL_INCOME, TOTAL_EXPENSE))
    return max(both, default=0) or 1


def trend(figures: Sequence[tuple[int, Mapping[str, int]]], most: int | None = None) -> list[Season]:
    """Income and expense by year, oldest first, drawn against the largest of them, or against `most`."""
    rows = [(year, known.get(TOTAL_INCOME), known.get(TOTAL_EXPENSE)) for year, known in sorted(figures)]
    scale = most or largest(figures)

    def width(worth: int | None) -> int:
        return max(0, worth or 0) * WIDTH // scale

    return [
        Season(year, income, expense, width(income), width(expense))
        for year, income, expense in rows
        if income is not None or expense is not None
    ]

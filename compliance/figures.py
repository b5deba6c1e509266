"""The figures of a dossier as a report gives them: which line stands for which figure of contract 4."""

from collections.abc import Mapping

from compliance.facts import fen

LINE_OF: dict[str, str] = {
    "last_year_income": "charity.last_year_income.value",
    "income_mean_3y": "charity.income_mean.value",
    "last_year_net_assets": "charity.last_year_net_assets.value",
    "net_assets_mean_3y": "charity.net_assets_mean.value",
    "charitable_spending": "charity.charitable_spending.value",
    "management_cost": "activity.management_cost.total",
    "total_expense": "activity.total_expense.total",
    "fundraising_cost": "charity.fundraising_cost.value",
    "donation_income_mean_3y": "charity.donation_income_mean.value",
    "net_assets": "balance.net_assets.closing",
}
"""The line that says each figure. Management cost and expense are those of the statement of activities."""

SHOWN = (
    "activity.total_income.total",
    "activity.donation_income.total",
    "balance.total_assets.closing",
    "balance.total_liabilities.closing",
)
"""Further lines that public pages show over the years."""


def figures(lines: Mapping[str, object]) -> dict[str, int]:
    """Figures in fen from a report's {line id: value} in the `.json` form; what was not answered is absent."""
    wanted = LINE_OF | {line: line for line in SHOWN}
    return {name: fen(str(lines[line])) for name, line in wanted.items() if lines.get(line) not in (None, "")}

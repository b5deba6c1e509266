"""The example is a report whose books add up, year after year, in both layouts."""

import pytest

from compliance.facts import Kind
from compliance.form.answer import Given
from compliance.form.book import lines
from compliance.form.carry import carried
from compliance.form.example import example

EVERY = [(kind, year) for kind in Kind for year in (2018, 2023, 2025, 2026, 2028)]
EXPENSES = (
    "business_cost taxes_and_surcharges management_cost financing_cost impairment_losses income_tax "
    "other_expenses"
)
INCOME = (
    "donation_income dues_income service_income government_grants sales_income headquarters_grants "
    "investment_income other_income"
)


class Books:
    """Figures of one column by line name; absent is zero in a sum."""

    def __init__(self, answers: dict[str, Given], part: str, column: str) -> None:
        self.answers, self.part, self.column = answers, part, column

    def __call__(self, names: str) -> int:
        found = [self.answers.get(f"{self.part}.{name}.{self.column}", 0) for name in names.split()]
        return sum(value for value in found if isinstance(value, int))


@pytest.mark.parametrize(("kind", "year"), EVERY)
@pytest.mark.parametrize("column", ["opening", "closing"])
def test_assets_equal_liabilities_and_net_assets(kind: Kind, year: int, column: str) -> None:
    sheet = Books(dict(example(kind, year)), "balance", column)
    assert (
        sheet("total_assets") == sheet("total_liabilities net_assets") == sheet("liabilities_and_net_assets")
    )
    assert sheet("net_assets") == sheet("restricted_net_assets unrestricted_net_assets")
    parts = "current_assets long_term_investments fixed_assets intangible_assets entrusted_assets"
    assert sheet("total_assets") == sheet(parts)


@pytest.mark.parametrize(("kind", "year"), EVERY)
@pytest.mark.parametrize("column", ["unrestricted", "restricted", "total"])
def test_income_less_expense_and_transfers_is_the_change(kind: Kind, year: int, column: str) -> None:
    statement = Books(dict(example(kind, year)), "activity", column)
    assert statement(INCOME) == statement("total_income")
    assert statement(EXPENSES) == statement("total_expense")
    moved = statement("restricted_to_unrestricted unrestricted_to_restricted prior_year_adjustment")
    change = statement("total_income") - statement("total_expense") + moved
    assert change == statement("change_in_net_assets")


@pytest.mark.parametrize(("kind", "year"), EVERY)
def test_the_change_moves_net_assets_and_cash_moves_with_the_cash_flow(kind: Kind, year: int) -> None:
    answers = dict(example(kind, year))
    opening, closing = Books(answers, "balance", "opening"), Books(answers, "balance", "closing")
    change, flow = Books(answers, "activity", "total"), Books(answers, "cash_flow", "this_year")
    assert closing("net_assets") - opening("net_assets") == change("change_in_net_assets")
    assert closing("cash") - opening("cash") == flow("net_increase")
    assert flow("operating_net investing_net financing_net exchange_effect") == flow("net_increase")
    assert flow("operating_inflow") - flow("operating_outflow") == flow("operating_net")


@pytest.mark.parametrize(("kind", "year"), EVERY)
def test_one_year_goes_on_from_the_year_before(kind: Kind, year: int) -> None:
    this, kept = example(kind, year), carried(kind, year, example(kind, year - 1))
    same = {
        line for line in kept if line.startswith("balance.") or line == "charity.last_year_net_assets.value"
    }
    assert same and [line for line in same if this[line] != kept[line]] == []


@pytest.mark.parametrize("kind", Kind)
def test_every_required_line_that_is_asked_is_answered(kind: Kind) -> None:
    answers = example(kind, 2026)
    fundraising = answers["basic.fundraising.value"] is True
    for line in lines(kind, 2026):
        if line.required and line.asks(kind, True, fundraising):
            assert line.id in answers


def test_under_the_2004_system_expense_is_unrestricted_only() -> None:
    old, new = example(Kind.FOUNDATION, 2025), example(Kind.FOUNDATION, 2026)
    assert old["activity.total_expense.restricted"] == 0
    assert new["activity.total_expense.restricted"] != 0

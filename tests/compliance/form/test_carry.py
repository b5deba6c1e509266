"""What goes on from one year's report to the next."""

from compliance.facts import Kind
from compliance.form.carry import carried
from compliance.form.example import example

KIND = Kind.FOUNDATION
LAST = example(KIND, 2025)


def test_closing_balances_become_opening_balances_across_the_change_of_layout() -> None:
    kept = carried(KIND, 2026, LAST)
    assert kept["balance.cash.opening"] == LAST["balance.cash.closing"]
    assert kept["cash_flow.net_increase.last_year"] == LAST["cash_flow.net_increase.this_year"]
    assert kept["charity.last_year_net_assets.value"] == LAST["balance.net_assets.closing"]
    assert "balance.cash.closing" not in kept and "cash_flow.net_increase.this_year" not in kept


def test_identity_stays_and_the_year_and_its_events_do_not() -> None:
    kept = carried(KIND, 2026, LAST)
    assert kept["basic.code.value"] == LAST["basic.code.value"]
    assert kept["basic.charity.value"] is True
    assert "basic.year.value" not in kept and "basic.name_changed.value" not in kept


def test_nothing_comes_from_a_year_that_is_not_known() -> None:
    assert carried(KIND, 2026, {}) == {}

"""The books of a year as the three statements of the 2004 layout, line by line."""

import numpy as np

from audits.simulate.books import Lines, total_expense, total_income
from audits.simulate.population import Ints


def statements(before: Lines, now: Lines, came: Lines, out: Lines, last: Lines | None) -> Lines:
    """Every line of the three statements that is not always zero. `last`: last year's cash flow."""
    flow = cash_flow(before, now, came, out)
    earlier = last or flow
    return {
        **{f"balance.{name}.opening": amount for name, amount in balance(before).items()},
        **{f"balance.{name}.closing": amount for name, amount in balance(now).items()},
        **activity(came, out),
        **{f"cash_flow.{name}.this_year": amount for name, amount in flow.items()},
        **{f"cash_flow.{name}.last_year": amount for name, amount in earlier.items()},
    }


def _sum(lines: Lines, names: str) -> Ints:
    summed: Ints = np.sum([lines[name] for name in names.split()], axis=0, dtype=np.int64)
    return summed


def balance(own: Lines) -> Lines:
    """A balance sheet with its sums."""
    sums = {
        "current_assets": _sum(own, "cash short_term_investments receivables prepayments inventories"),
        "long_term_investments": own["long_term_debt_investments"],
        "fixed_assets_net": own["fixed_assets_cost"] - own["accumulated_depreciation"],
        "current_liabilities": _sum(own, "payables salaries_payable taxes_payable advance_receipts"),
        "long_term_liabilities": np.zeros_like(own["cash"]),
        "net_assets": _sum(own, "restricted_net_assets unrestricted_net_assets"),
    }
    sums["fixed_assets"] = sums["fixed_assets_net"]
    all_assets = {**own, **sums}
    sums["total_assets"] = _sum(
        all_assets, "current_assets long_term_investments fixed_assets intangible_assets entrusted_assets"
    )
    sums["total_liabilities"] = sums["current_liabilities"] + own["entrusted_liabilities"]
    sums["liabilities_and_net_assets"] = sums["total_liabilities"] + sums["net_assets"]
    return {**own, **sums}


FREE = {
    "dues_income": "dues", "service_income": "services", "government_grants": "grants",
    "sales_income": "sales", "investment_income": "investment", "other_income": "other_income",
}  # fmt: skip
"""Income without restriction: the row of the statement by its flow."""


def activity(came: Lines, out: Lines) -> Lines:
    """The statement of activities: restricted income is released and spent from the unrestricted column."""
    income, expense, limited = total_income(came), total_expense(out), came["donations_restricted"]
    nothing = np.zeros_like(income)
    rows = {
        "donation_income": (came["donations"], limited),
        **{row: (came[name], nothing) for row, name in FREE.items()},
        "total_income": (income - limited, limited),
        "business_cost": (out["business"], nothing),
        "business_taxes": (out["taxes"], nothing),
        "management_cost": (out["management"], nothing),
        "financing_cost": (out["financing"], nothing),
        "fundraising_cost": (came["fundraising"], nothing),
        "other_expenses": (out["other_expenses"], nothing),
        "total_expense": (expense, nothing),
        "restricted_to_unrestricted": (out["released"], -out["released"]),
        "change_in_net_assets": (income - limited - expense + out["released"], limited - out["released"]),
    }
    columns = ("unrestricted", "restricted", "total")
    return {
        f"activity.{row}.{column}": amount
        for row, (one, two) in rows.items()
        for column, amount in zip(columns, (one, two, one + two), strict=True)
    }


def cash_flow(before: Lines, now: Lines, came: Lines, out: Lines) -> Lines:
    """The year's cash: what came in, what went out, by how much the cash of the balance sheet moved."""
    received = {
        "donations_received": _donated(before, now, came),
        "dues_received": came["dues"],
        "services_received": came["services"],
        "grants_received": came["grants"],
        "sales_received": came["sales"],
    }
    investing = _investing(before, now, came)
    increase: Ints = now["cash"] - before["cash"]
    operating = increase - investing["investing_net"]
    inflow = np.sum(list(received.values()), axis=0) + came["other_income"]
    short = np.maximum(operating - inflow, 0)
    return {
        **received,
        "other_operating_received": came["other_income"] + short,
        "operating_inflow": inflow + short,
        **_paid(inflow + short - operating, now["fixed_assets_cost"] % 7),
        "operating_outflow": inflow + short - operating,
        "operating_net": operating,
        **investing,
        "financing_net": increase * 0,
        "net_increase": increase,
    }


def _donated(before: Lines, now: Lines, came: Lines) -> Ints:
    """Gifts of money that arrived: no more than was given and not left receivable."""
    gifts = came["donations"] + came["donations_restricted"]
    settled = gifts + before["receivables"] - now["receivables"]
    arrived: Ints = np.maximum(np.minimum(gifts - came["in_kind"], settled), 0)
    return arrived


def _investing(before: Lines, now: Lines, came: Lines) -> Lines:
    moved = {name: now[name] - before[name] for name in INVESTED}
    placed = np.sum(list(moved.values()), axis=0)
    bought = now["fixed_assets_cost"] - before["fixed_assets_cost"]
    back, put = np.maximum(-placed, 0), np.maximum(placed, 0)
    return {
        "investments_recovered": back,
        "investment_income_received": came["investment"],
        "investing_inflow": back + came["investment"],
        "purchases_paid": bought,
        "investments_paid": put,
        "investing_outflow": bought + put,
        "investing_net": back + came["investment"] - bought - put,
    }


INVESTED = ("short_term_investments", "long_term_debt_investments")


def _paid(outflow: Ints, salt: Ints) -> Lines:
    grants, goods, staff = outflow // (6 + salt), outflow * 3 // 10, outflow * 35 // 100
    grain = np.where(outflow % 10_000 == 0, 10_000, 1)
    paid = {"grants_paid": grants, "staff_paid": staff, "goods_paid": goods}
    paid = {name: amount // grain * grain for name, amount in paid.items()}
    return {**paid, "other_operating_paid": outflow - np.sum(list(paid.values()), axis=0)}

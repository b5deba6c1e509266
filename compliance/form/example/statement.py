"""The three statements of a made-up organization, with sums that hold, in either layout."""

from compliance.form import layout
from compliance.form.example.account import Plan, owned

Amounts = dict[str, int]


def statements(plan: Plan, year: int) -> Amounts:
    """Every line of the three statements that is not zero, by id, in fen."""
    flows, before = cash_flow(plan, year), cash_flow(plan, year - 1)
    return {
        **{f"balance.{name}.opening": amount for name, amount in balance(plan, year, year - 1).items()},
        **{f"balance.{name}.closing": amount for name, amount in balance(plan, year, year).items()},
        **activity(plan, year),
        **{f"cash_flow.{name}.this_year": amount for name, amount in flows.items()},
        **{f"cash_flow.{name}.last_year": amount for name, amount in before.items()},
    }


def balance(plan: Plan, year: int, at: int) -> Amounts:
    """The balance sheet at the end of the year `at`, as the report on `year` shows it."""
    own = owned(plan, at)
    sums = {
        "current_assets": _sum(own, "cash short_term_investments receivables prepayments inventories"),
        "long_term_investments": own["long_term_debt_investments"],
        "fixed_assets_net": own["fixed_assets_cost"] - own["accumulated_depreciation"],
        "current_liabilities": _sum(own, "payables salaries_payable taxes_payable advance_receipts"),
        "net_assets": _sum(own, "restricted_net_assets unrestricted_net_assets"),
    }
    sums["fixed_assets"] = sums["fixed_assets_net"]
    fixed = sums["long_term_investments"] + sums["fixed_assets"] + own["intangible_assets"]
    sums["total_assets"] = sums["current_assets"] + fixed + own["entrusted_assets"]
    sums["total_liabilities"] = sums["current_liabilities"] + own["entrusted_liabilities"]
    sums["liabilities_and_net_assets"] = sums["total_liabilities"] + sums["net_assets"]
    return {**own, **sums, **(_new_lines(own, fixed) if layout(year) == 2026 else {})}


def _new_lines(own: Amounts, fixed: int) -> Amounts:
    cost = own["intangible_assets"] * 2
    return {
        "intangible_assets_cost": cost,
        "accumulated_amortization": cost - own["intangible_assets"],
        "non_current_assets": fixed,
    }


def activity(plan: Plan, year: int) -> Amounts:
    """The statement of activities. The 2004 system releases restricted income and spends it unrestricted."""
    new = layout(year) == 2026
    spent = plan.business_restricted if new else 0
    business = plan.charitable + plan.other_business + (0 if new else plan.taxes)
    rows = {
        "donation_income": (plan.donations, plan.donations_restricted),
        "dues_income": (plan.dues, 0),
        "service_income": (plan.services, 0),
        "government_grants": (plan.grants, 0),
        "sales_income": (plan.sales, 0),
        "investment_income": (plan.investment, 0),
        "other_income": (plan.other_income, 0),
        "total_income": (plan.income - plan.donations_restricted, plan.donations_restricted),
        "business_cost": (business - spent, spent),
        **(_new_costs(plan, spent) if new else _old_costs(plan)),
        "management_cost": (plan.management, 0),
        "financing_cost": (plan.financing, 0),
        "fundraising_cost": (plan.fundraising, 0),
        "other_expenses": (plan.other_expenses, 0),
        "total_expense": (plan.expense - spent, spent),
        "change_in_net_assets": (plan.change - plan.restricted_change, plan.restricted_change),
    }
    return {
        f"activity.{name}.{column}": amount for name, row in rows.items() for column, amount in _columns(*row)
    }


def _columns(free: int, limited: int) -> tuple[tuple[str, int], ...]:
    return ("unrestricted", free), ("restricted", limited), ("total", free + limited)


def _new_costs(plan: Plan, spent: int) -> dict[str, tuple[int, int]]:
    return {
        "charitable_activity_cost": (plan.charitable - spent, spent),
        "other_business_cost": (plan.other_business, 0),
        "taxes_and_surcharges": (plan.taxes, 0),
    }


def _old_costs(plan: Plan) -> dict[str, tuple[int, int]]:
    return {
        "donation_project_cost": (plan.charitable, 0),
        "service_cost": (plan.other_business, 0),
        "business_taxes": (plan.taxes, 0),
        "restricted_to_unrestricted": (plan.business_restricted, -plan.business_restricted),
    }


def cash_flow(plan: Plan, year: int) -> Amounts:
    """The year's cash: what came in, what went out, by how much the cash of the balance sheet moved."""
    increase = owned(plan, year)["cash"] - owned(plan, year - 1)["cash"]
    received = {
        "donations_received": plan.donations + plan.donations_restricted - plan.donations_in_kind,
        "dues_received": plan.dues,
        "services_received": plan.services,
        "grants_received": plan.grants,
        "sales_received": plan.sales,
        "other_operating_received": plan.other_income,
    }
    inflow = sum(received.values())
    operating = increase - plan.investment
    return {
        **received,
        "operating_inflow": inflow,
        **_paid(plan, inflow - operating, layout(year) == 2026),
        "operating_outflow": inflow - operating,
        "operating_net": operating,
        "investment_income_received": plan.investment,
        "investing_inflow": plan.investment,
        "investing_net": plan.investment,
        "financing_net": 0,
        "net_increase": increase,
    }


def _paid(plan: Plan, outflow: int, new: bool) -> Amounts:
    paid = {"grants_paid": outflow // 4, "staff_paid": plan.pay, "goods_paid": outflow // 4}
    if new:
        paid["taxes_paid"] = plan.taxes
    return {**paid, "other_operating_paid": outflow - sum(paid.values())}


def _sum(own: Amounts, names: str) -> int:
    return sum(own[name] for name in names.split())

"""Which line of a statement is the sum of which: the arithmetic of both accounting systems as tables.

民间非营利组织会计制度, 2004 (财会〔2004〕7号, reports to 2025) and the system in force from 2026-01-01.
A minus before a row's name subtracts it.
"""

Sums = dict[str, tuple[str, ...]]
"""Rows by the row that is their sum."""

COMMON_ASSETS: Sums = {
    "current_assets": (
        "cash",
        "short_term_investments",
        "receivables",
        "prepayments",
        "inventories",
        "deferred_expenses",
        "current_long_term_investments",
        "other_current_assets",
    ),
    "fixed_assets_net": ("fixed_assets_cost", "-accumulated_depreciation"),
    "net_assets": ("unrestricted_net_assets", "restricted_net_assets"),
    "liabilities_and_net_assets": ("total_liabilities", "net_assets"),
    "total_assets": ("total_liabilities", "net_assets"),
    "total_liabilities": ("current_liabilities", "long_term_liabilities", "entrusted_liabilities"),
}
BALANCE_2004: Sums = {
    "long_term_investments": ("long_term_equity_investments", "long_term_debt_investments"),
    "fixed_assets": (
        "fixed_assets_net",
        "construction_in_progress",
        "cultural_relics",
        "fixed_assets_disposal",
    ),
    "current_liabilities": (
        "short_term_loans",
        "payables",
        "salaries_payable",
        "taxes_payable",
        "advance_receipts",
        "accrued_expenses",
        "provisions",
        "current_long_term_liabilities",
        "other_current_liabilities",
    ),
    "long_term_liabilities": ("long_term_loans", "long_term_payables", "other_long_term_liabilities"),
}
BALANCE_2026: Sums = {
    "long_term_investments": (
        "long_term_equity_investments",
        "long_term_debt_investments",
        "other_long_term_investments",
    ),
    "fixed_assets": ("fixed_assets_net", "construction_in_progress", "fixed_assets_disposal"),
    "intangible_assets": ("intangible_assets_cost", "-accumulated_amortization"),
    "non_current_assets": (
        "long_term_investments",
        "fixed_assets",
        "cultural_relics",
        "intangible_assets",
        "long_term_deferred_expenses",
    ),
    "current_liabilities": (
        "short_term_loans",
        "payables",
        "salaries_payable",
        "taxes_payable",
        "advance_receipts",
        "accrued_expenses",
        "current_long_term_liabilities",
        "other_current_liabilities",
    ),
    "long_term_liabilities": (
        "long_term_loans",
        "long_term_payables",
        "provisions",
        "other_long_term_liabilities",
    ),
}
ALL_ASSETS = {
    2004: (
        "current_assets",
        "long_term_investments",
        "fixed_assets",
        "intangible_assets",
        "entrusted_assets",
    ),
    2026: (
        "current_assets",
        "long_term_investments",
        "fixed_assets",
        "cultural_relics",
        "intangible_assets",
        "long_term_deferred_expenses",
        "entrusted_assets",
    ),
}
"""What makes up total assets, beside its equality with liabilities and net assets."""

INCOME = (
    "donation_income",
    "dues_income",
    "service_income",
    "government_grants",
    "sales_income",
    "investment_income",
    "other_income",
)
ACTIVITY_2004: Sums = {
    "total_income": INCOME,
    "total_expense": ("business_cost", "management_cost", "financing_cost", "other_expenses"),
    "change_in_net_assets": ("total_income", "-total_expense", "restricted_to_unrestricted"),
}
ACTIVITY_2026: Sums = {
    "total_income": (*INCOME, "headquarters_grants"),
    "total_expense": (
        "business_cost",
        "taxes_and_surcharges",
        "management_cost",
        "financing_cost",
        "impairment_losses",
        "income_tax",
        "other_expenses",
    ),
    "change_in_net_assets": (
        "total_income",
        "-total_expense",
        "restricted_to_unrestricted",
        "unrestricted_to_restricted",
        "prior_year_adjustment",
    ),
}
OPERATING_OUT = ("grants_paid", "staff_paid", "goods_paid", "other_operating_paid")
FLOWS: Sums = {
    "operating_inflow": (
        "donations_received",
        "dues_received",
        "services_received",
        "sales_received",
        "grants_received",
        "other_operating_received",
    ),
    "operating_net": ("operating_inflow", "-operating_outflow"),
    "investing_inflow": (
        "investments_recovered",
        "investment_income_received",
        "disposals_received",
        "other_investing_received",
    ),
    "investing_outflow": ("purchases_paid", "investments_paid", "other_investing_paid"),
    "investing_net": ("investing_inflow", "-investing_outflow"),
    "financing_inflow": ("loans_received", "other_financing_received"),
    "financing_outflow": ("loans_repaid", "interest_paid", "other_financing_paid"),
    "financing_net": ("financing_inflow", "-financing_outflow"),
    "net_increase": ("operating_net", "investing_net", "financing_net", "exchange_effect"),
}
CASH_FLOW_2004: Sums = {**FLOWS, "operating_outflow": OPERATING_OUT}
CASH_FLOW_2026: Sums = {**FLOWS, "operating_outflow": (*OPERATING_OUT, "taxes_paid")}

"""The books of the made-up organizations: what flows in and out in a year, what they own at its end.

The flows are the same every year, so that one year's closing balance is the next one's opening balance.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from compliance.facts import Kind

YUAN = 100
BASE_YEAR = 2020


@dataclass(frozen=True)
class Plan:
    """A year's flows in fen, and the net assets at the end of the base year."""

    unrestricted: int
    restricted: int
    donations: int
    donations_restricted: int
    donations_in_kind: int
    dues: int
    services: int
    grants: int
    sales: int
    investment: int
    other_income: int
    charitable: int
    other_business: int
    business_restricted: int
    taxes: int
    management: int
    financing: int
    fundraising: int
    other_expenses: int
    pay: int
    staff: int

    @property
    def income(self) -> int:
        """Total income of every year."""
        free = self.donations + self.dues + self.services + self.grants
        return free + self.donations_restricted + self.sales + self.investment + self.other_income

    @property
    def expense(self) -> int:
        """Total expense of every year."""
        business = self.charitable + self.other_business + self.taxes
        return business + self.management + self.financing + self.other_expenses

    @property
    def restricted_change(self) -> int:
        """By how much restricted net assets grow in a year."""
        return self.donations_restricted - self.business_restricted

    @property
    def change(self) -> int:
        """By how much net assets grow in a year."""
        return self.income - self.expense

    def net_assets(self, year: int) -> int:
        """Net assets at the end of a year."""
        return self.unrestricted + self.restricted + (year - BASE_YEAR) * self.change


def _plan(**yuan: int) -> Plan:
    return Plan(**{name: amount if name == "staff" else amount * YUAN for name, amount in yuan.items()})


PLANS: Mapping[Kind, Plan] = {
    Kind.FOUNDATION: _plan(
        unrestricted=9_000_000, restricted=3_000_000, donations=6_000_000, donations_restricted=3_600_000,
        donations_in_kind=300_000, dues=0, services=150_000, grants=200_000, sales=0, investment=180_000,
        other_income=70_000, charitable=8_600_000, other_business=300_000, business_restricted=3_500_000,
        taxes=12_000, management=640_000, financing=130_000, fundraising=120_000, other_expenses=30_000,
        pay=1_260_000, staff=12,
    ),
    Kind.ASSOCIATION: _plan(
        unrestricted=2_500_000, restricted=500_000, donations=500_000, donations_restricted=300_000,
        donations_in_kind=50_000, dues=900_000, services=300_000, grants=200_000, sales=0, investment=20_000,
        other_income=10_000, charitable=1_450_000, other_business=350_000, business_restricted=280_000,
        taxes=6_000, management=210_000, financing=5_000, fundraising=0, other_expenses=5_000,
        pay=480_000, staff=6,
    ),
    Kind.SERVICE_INSTITUTION: _plan(
        unrestricted=2_800_000, restricted=300_000, donations=300_000, donations_restricted=200_000,
        donations_in_kind=20_000, dues=0, services=2_400_000, grants=300_000, sales=60_000, investment=0,
        other_income=20_000, charitable=2_200_000, other_business=600_000, business_restricted=190_000,
        taxes=9_000, management=330_000, financing=6_000, fundraising=0, other_expenses=4_000,
        pay=1_350_000, staff=15,
    ),
}  # fmt: skip


def owned(plan: Plan, year: int) -> dict[str, int]:
    """The balance sheet lines at the end of a year, without the sums: assets, liabilities, net assets."""
    size, past = plan.unrestricted + plan.restricted, year - BASE_YEAR
    lines = {
        "short_term_investments": size // 5,
        "receivables": size // 50,
        "prepayments": size // 100,
        "inventories": size // 100,
        "long_term_debt_investments": size // 10,
        "fixed_assets_cost": size // 5,
        "accumulated_depreciation": size // 20 + past * (size // 200),
        "intangible_assets": size // 100,
        "entrusted_assets": size // 100,
        "payables": size // 50,
        "salaries_payable": size // 200,
        "taxes_payable": size // 1000,
        "advance_receipts": size // 100,
        "entrusted_liabilities": size // 100,
        "restricted_net_assets": plan.restricted + past * plan.restricted_change,
    }
    lines["unrestricted_net_assets"] = plan.net_assets(year) - lines["restricted_net_assets"]
    return {"cash": _cash(lines), **lines}


OWED = ("payables", "salaries_payable", "taxes_payable", "advance_receipts", "entrusted_liabilities")
NET = ("restricted_net_assets", "unrestricted_net_assets")


def _cash(lines: Mapping[str, int]) -> int:
    """What is left in cash once everything else that is owned and owed is counted."""
    claims = sum(lines[name] for name in OWED + NET)
    held = sum(amount for name, amount in lines.items() if name not in OWED + NET)
    return claims - held + 2 * lines["accumulated_depreciation"]

"""The years of a register one after the other: the lines of the statements and of spending, misconduct and all."""

from collections.abc import Iterator

import numpy as np

from audits.simulate.books import (
    ENOUGH,
    Habits,
    Lines,
    after,
    flows,
    opened,
    spent,
    total_expense,
    total_income,
)
from audits.simulate.conduct import Conduct, Misconduct
from audits.simulate.population import Flags, Ints, Population
from audits.simulate.statements import cash_flow, statements

UNIT = 10_000
"""What a figure shrinks by when it is written in 万元 and read as yuan."""
EXTRA_OVERHEAD = 170


def through(population: Population, own: Habits, conduct: Conduct, seed: int) -> Iterator[tuple[int, Lines]]:
    """Each year with its lines as reported, in fen. The year before the first is lived, not reported."""
    rng = np.random.default_rng([seed, 4])
    before, income, means = opened(own), own.income, _Means()
    last: Lines | None = None
    level = np.ones(len(population))
    for place, year in enumerate((conduct.years[0] - 1, *conduct.years), -1):
        raising = population.status(year)[1]
        level *= rng.lognormal(0.03, 0.07, len(population))
        came = flows(own, level, _done(conduct, Misconduct.HIDDEN, place), raising)
        ratio = rng.uniform(0.86, 1.04, len(population))
        least = np.where(population.status(year)[0], income * ENOUGH // 100, 0)
        above = np.where(_done(conduct, Misconduct.OVERHEAD, place), EXTRA_OVERHEAD, 0)
        out = spent(own, came, before, ratio, least, above)
        now = after(own, before, came, out)
        if place >= 0:
            lines = statements(before, now, came, out, last)
            lines |= spending(came, out, income, before, means, year)
            yield year, committed(lines, conduct, place)
        means.add(total_income(came), _net(now), came["donations"] + came["donations_restricted"])
        last, before, income = cash_flow(before, now, came, out), now, total_income(came)


def _done(conduct: Conduct, what: Misconduct, place: int) -> Flags:
    column: Flags = conduct.done[what][:, max(place, 0)]
    return column if place >= 0 else np.zeros_like(column)


def _net(balance: Lines) -> Ints:
    return balance["restricted_net_assets"] + balance["unrestricted_net_assets"]


class _Means:
    """Three-year means, once there are three years."""

    def __init__(self) -> None:
        self.years: list[tuple[Ints, Ints, Ints]] = []

    def add(self, income: Ints, net: Ints, given: Ints) -> None:
        """One more year."""
        self.years = [*self.years, (income, net, given)][-3:]

    def of(self, place: int) -> Ints | None:
        """The mean of one figure over the last three years."""
        known = [year[place] for year in self.years]
        return np.sum(known, axis=0) // 3 if len(known) == 3 else None


def spending(came: Lines, out: Lines, income: Ints, before: Lines, means: _Means, year: int) -> Lines:
    """The money lines of the charity part, and what other parts take from the books."""
    given = came["donations"] + came["donations_restricted"]
    charitable = out["business"] * 97 // 100
    named = {"income_mean": 0, "net_assets_mean": 1, "donation_income_mean": 2}
    known = {name: means.of(place) for name, place in named.items()}
    raised = np.where(came["fundraising"] > 0, given // 2, 0)
    return {
        "charity.charitable_spending.value": charitable,
        "charity.management_cost.value": out["management"],
        "charity.fundraising_cost.value": came["fundraising"],
        "charity.last_year_income.value": income,
        "charity.last_year_net_assets.value": _net(before),
        **{f"charity.{name}.value": mean for name, mean in known.items() if mean is not None},
        "charity.donations_cash.value": given - came["in_kind"],
        "charity.donations_kind.value": came["in_kind"],
        **_projects(charitable),
        **_campaigns(raised, came["fundraising"]),
        **_people(out, total_expense(out)),
    }


def _projects(charitable: Ints) -> Lines:
    parts = {1: charitable // 2, 2: charitable // 4, 3: charitable // 5}
    return {
        f"charity.project_{n}.{column}": part
        for n, part in parts.items()
        for column in ("income", "spending")
    }


def _campaigns(raised: Ints, cost: Ints) -> Lines:
    used = raised * 9 // 10
    whole = {
        "raised": raised,
        "raised_online": raised // 2,
        "cost": cost,
        "used": used,
        "left": raised - used,
    }
    given = {f"fundraising.{name}.value": amount for name, amount in whole.items()}
    for name in ("raised", "cost", "used"):
        first = whole[name] // 2
        given[f"fundraising.campaign_1.{name}"] = first
        given[f"fundraising.campaign_2.{name}"] = whole[name] - first
    return given


def _people(out: Lines, expense: Ints) -> Lines:
    staff = np.maximum(expense * 45 // 100 // 9_000_000, 0)
    pay = staff * 9_000_000
    return {
        "staff.full_time.value": staff,
        "staff.contracts.value": staff,
        "staff.insured.value": staff,
        "staff.housing_fund.value": staff,
        "staff.women.value": staff // 2,
        "staff.graduates.value": staff // 2,
        "staff.under_35.value": staff // 3,
        "staff.social_workers.value": staff // 6,
        "staff.pay_total.value": pay,
        "staff.highest_pay.value": np.where(staff > 0, 16_000_000, 0),
        "staff.vehicles.value": out["management"] // 50,
        "staff.reception.value": out["management"] // 100,
        "party.funds.value": out["management"] // 200,
    }


def committed(lines: Lines, conduct: Conduct, place: int) -> Lines:
    """The lines as those report them who misreport."""
    shifts = {
        Misconduct.OPENING: ("opening", OPENING, lines["balance.total_assets.opening"] // 20),
        Misconduct.CASH: ("closing", CASH, lines["balance.cash.closing"] // 3),
        Misconduct.ENTRUSTED: ("closing", ENTRUSTED, lines["balance.entrusted_liabilities.closing"] // 2),
    }
    for what, (column, moves, amount) in shifts.items():
        moved = np.where(_done(conduct, what, place), amount, 0)
        for row, sign in moves.items():
            lines[f"balance.{row}.{column}"] = lines[f"balance.{row}.{column}"] + sign * moved
    little = np.minimum(
        lines["charity.last_year_net_assets.value"] // 25, lines["charity.last_year_income.value"] // 4
    )
    short, line = _done(conduct, Misconduct.TOO_LITTLE, place), "charity.charitable_spending.value"
    lines[line] = np.where(short, np.minimum(lines[line], little), lines[line])
    return _in_ten_thousands(lines, _done(conduct, Misconduct.UNIT, place))


OPENING = {
    "receivables": 1, "current_assets": 1, "total_assets": 1, "payables": 1, "current_liabilities": 1,
    "total_liabilities": 1, "liabilities_and_net_assets": 1,
}  # fmt: skip
CASH = {"cash": -1, "receivables": 1}
ENTRUSTED = {"entrusted_liabilities": -1, "payables": 1, "current_liabilities": 1}


def _in_ten_thousands(lines: Lines, wrong: Flags) -> Lines:
    """The statements written in 万元: only round books, whose sums still hold."""
    parts = ("balance.", "activity.", "cash_flow.", "charity.")
    return {
        name: np.where(wrong, amount // UNIT, amount) if name.startswith(parts) else amount
        for name, amount in lines.items()
    }

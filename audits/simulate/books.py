"""Books that go on from year to year: every amount is whole fen, every sum holds, closing becomes opening.

All organizations at once, one numpy array a line. A few keep their books in round hundreds (`grain`).
"""

from dataclasses import dataclass

import numpy as np

from audits.simulate.population import WAN, YUAN, Flags, Ints, Population
from compliance.facts import Kind

ROUND = 10_000
"""Books in round hundreds of yuan, in fen."""
ROUND_SHARE = 0.08
SHARES = {
    Kind.ASSOCIATION: {"dues": 45, "services": 20, "grants": 15, "donations": 14, "other_income": 1},
    Kind.SERVICE_INSTITUTION: {"dues": 0, "services": 74, "grants": 12, "donations": 8, "other_income": 1},
    Kind.FOUNDATION: {"dues": 0, "services": 2, "grants": 3, "donations": 88, "other_income": 1},
}
ENOUGH = 85
"""Charities spend at least so many hundredths of last year's income."""
LEAST_NET = 60
"""Net assets stay above so many hundredths of what they were at first."""


@dataclass(frozen=True)
class Habits:
    """What stays with an organization: its size, how it spends, how it keeps its books."""

    income: Ints
    first_net: Ints
    grain: Ints
    overhead: Ints  # management cost in thousandths of expense
    saving: Ints  # investments in thousandths of net assets
    entrusted: Ints
    shares: dict[str, Ints]
    original_fund: Ints
    foundation: Flags

    def whole(self, amount: Ints) -> Ints:
        """Cut to the grain of the books."""
        return amount // self.grain * self.grain


Lines = dict[str, Ints]
"""Amounts of all organizations by line."""


def habits(population: Population, seed: int, first: int) -> Habits:
    """The habits of every organization of a register."""
    rng = np.random.default_rng([seed, 2])
    size = len(population)
    foundation = population.of_kind(Kind.FOUNDATION)
    charity = np.array([since is not None for since in population.charity_since])
    grain = np.where(rng.random(size) < ROUND_SHARE, ROUND, 1).astype(np.int64)
    ratio = np.where(foundation, rng.uniform(1.0, 6.0, size), rng.uniform(0.4, 2.5, size))
    net = np.maximum(population.income * ratio, np.where(foundation, 450 * WAN, 5 * WAN)).astype(np.int64)
    costly = np.where(charity, rng.integers(30, 95, size), rng.integers(60, 260, size))
    return Habits(
        income=population.income // grain * grain,
        first_net=net // ROUND * ROUND,
        grain=grain,
        overhead=np.where(foundation, np.minimum(costly, rng.integers(30, 95, size)), costly),
        saving=np.where(net > 100 * WAN, rng.integers(0, 200, size), 0),
        entrusted=np.where(rng.random(size) < 0.08, net // 50 // ROUND * ROUND, 0),
        shares={name: _shares(population, name) for name in SHARES[Kind.ASSOCIATION]},
        original_fund=net // 2 // WAN * WAN,
        foundation=foundation,
    )


def _shares(population: Population, name: str) -> Ints:
    return np.array([SHARES[kind][name] for kind in population.kind], dtype=np.int64)


def opened(own: Habits) -> Lines:
    """The closing balance of the year before the first."""
    restricted = own.whole(own.first_net // 10)
    return closed(
        own,
        {"restricted_net_assets": restricted, "unrestricted_net_assets": own.first_net - restricted},
        None,
    )


def closed(own: Habits, net: Lines, before: Lines | None) -> Lines:
    """A balance at a year's end without its sums; cash is what is left once all else is counted."""
    total = net["restricted_net_assets"] + net["unrestricted_net_assets"]
    cost, worn = _fixed(own, before)
    held = {
        "short_term_investments": own.whole(total * own.saving // 1000),
        "receivables": own.whole(np.minimum(own.income // 30, total // 10)),
        "prepayments": own.whole(total // 100),
        "inventories": own.whole(total // 60),
        "long_term_debt_investments": own.whole(total * (own.saving // 3) // 1000),
        "fixed_assets_cost": cost,
        "intangible_assets": own.whole(own.first_net // 100),
        "entrusted_assets": own.entrusted,
    }
    owed = {
        "payables": own.whole(own.income // 25),
        "salaries_payable": own.whole(own.income // 50),
        "taxes_payable": own.whole(own.income // 300),
        "advance_receipts": own.whole(own.income // 60),
        "entrusted_liabilities": own.entrusted,
    }
    cash = total + sum(owed.values()) - sum(held.values()) + worn
    return {"cash": cash, **held, "accumulated_depreciation": worn, **owed, **net}


def _fixed(own: Habits, before: Lines | None) -> tuple[Ints, Ints]:
    """Fixed assets at cost and what they have worn; neither falls."""
    cost = before["fixed_assets_cost"] if before else own.whole(own.first_net // 6)
    worn = before["accumulated_depreciation"] if before else own.whole(cost // 4)
    if before:
        cost = np.minimum(
            cost + own.whole(np.minimum(own.income // 40, own.first_net // 40)), own.first_net * 3 // 10
        )
        cost = np.maximum(own.whole(cost), before["fixed_assets_cost"])
        worn = np.maximum(worn, np.minimum(worn + own.whole(cost // 12), own.whole(cost * 85 // 100)))
    return cost, worn


def flows(own: Habits, growth: np.ndarray, hidden: Flags, raising: Flags) -> Lines:
    """What came in in a year. `hidden`: part of the donations is kept off the books."""
    income = own.whole((own.income * growth).astype(np.int64))
    parts = {name: own.whole(income * share // 100) for name, share in own.shares.items()}
    given = np.where(hidden, own.whole(parts["donations"] * 6 // 10), parts["donations"])
    limited = own.whole(np.where(own.foundation, given * 4 // 10, given // 5))
    in_kind = own.whole(np.where(own.foundation, given // 20, given // 10))
    rest = income - sum(parts.values())
    gain = own.whole(np.where(own.saving > 0, rest // 2, 0))
    return {
        "donations": given - limited,
        "donations_restricted": limited,
        "in_kind": in_kind,
        "dues": parts["dues"],
        "services": parts["services"] + rest - gain,
        "grants": parts["grants"],
        "sales": np.zeros_like(income),
        "investment": gain,
        "other_income": parts["other_income"],
        "fundraising": np.where(raising, own.whole(given * 18 // 1000), 0),
    }


def spent(own: Habits, came: Lines, before: Lines, ratio: np.ndarray, least: Ints, above: Ints) -> Lines:
    """What went out in a year. `least` binds charities, `above` are thousandths added to management cost."""
    income = total_income(came)
    net = before["restricted_net_assets"] + before["unrestricted_net_assets"]
    most = income + net - own.first_net * LEAST_NET // 100
    wanted = np.maximum((income * ratio).astype(np.int64), least)
    expense = np.maximum(own.whole(np.minimum(wanted, most)), own.whole(income // 2))
    management = own.whole(expense * (own.overhead + above) // 1000)
    financing = own.whole(expense // 400) + came["fundraising"]
    other = own.whole(expense // 300)
    released = own.whole((before["restricted_net_assets"] + came["donations_restricted"]) * 55 // 100)
    return {
        "business": expense - management - financing - other,
        "taxes": own.whole(expense // 500),
        "management": management,
        "financing": financing,
        "other_expenses": other,
        "released": released,
    }


def total_income(came: Lines) -> Ints:
    """Income of the year."""
    names = "donations donations_restricted dues services grants sales investment other_income"
    return _sum(came, names)


def total_expense(out: Lines) -> Ints:
    """Expense of the year."""
    return _sum(out, "business management financing other_expenses")


def _sum(lines: Lines, names: str) -> Ints:
    summed: Ints = np.sum([lines[name] for name in names.split()], axis=0, dtype=np.int64)
    return summed


def after(own: Habits, before: Lines, came: Lines, out: Lines) -> Lines:
    """The closing balance of a year."""
    limited = before["restricted_net_assets"] + came["donations_restricted"] - out["released"]
    net = (
        _sum(before, "restricted_net_assets unrestricted_net_assets")
        + total_income(came)
        - total_expense(out)
    )
    return closed(own, {"restricted_net_assets": limited, "unrestricted_net_assets": net - limited}, before)


SMALL = 200_000 * YUAN
"""Where management cost stays below this the cap does not bind (the planted excess must be above it)."""

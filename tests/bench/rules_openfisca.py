"""The peer: the same twenty rules as variables of OpenFisca-core.

Amounts are yuan as floats: its whole numbers end at 2**31.
"""

import importlib
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy

from tests.bench.measure import peak_mb, tell, timed

ASSOCIATION, FOUNDATION, SERVICE = 0, 1, 2
YEAR = "2026"
Get = Callable[[str], Any]
Formula = Callable[[Get], Any]
TYPES = {"b": bool, "i": int, "f": float}


def least(of_assets: int, of_income: int) -> Formula:
    """Charitable spending below both last year's share and that of the mean of three years."""

    def short(get: Get, share: int, base: str, mean: str) -> Any:
        spent = get("charitable_spending") * 100
        return (spent < get(base) * share) & (spent < get(mean) * share)

    def formula(get: Get) -> Any:
        found = numpy.zeros(len(get("charity")), bool)
        if of_income:
            found = found | short(get, of_income, "last_year_income", "income_mean_3y")
        if of_assets:
            found = found | short(get, of_assets, "last_year_net_assets", "net_assets_mean_3y")
        return found

    return formula


def cap(share: int) -> Formula:
    """Management cost of 200,000 yuan or more that is above its share of the total expense."""
    return lambda get: (
        (get("management_cost") >= 200_000) & (get("management_cost") * 100 > get("total_expense") * share)
    )


def foundation(get: Get) -> Any:
    """The foundations."""
    return get("kind") == FOUNDATION


def other(get: Get) -> Any:
    """Associations and service institutions."""
    return (get("kind") == ASSOCIATION) | (get("kind") == SERVICE)


def public(kind: Formula, rule: Formula) -> Formula:
    """Charities of a kind that may raise funds in public."""
    return lambda get: kind(get) & get("charity") & get("fundraising") & rule(get)


def band(kind: Formula, low: int, below: int, rule: Formula) -> Formula:
    """Charities of a kind that may not, by net assets at last year's end."""
    return lambda get: (
        kind(get)
        & get("charity")
        & ~get("fundraising")
        & (get("last_year_net_assets") >= low)
        & (get("last_year_net_assets") < below)
        & rule(get)
    )


def unequal(line: str, one: str, *, plus: str = "", minus: str = "") -> Formula:
    """A line that differs from one other, or from the sum or difference of two."""

    def formula(get: Get) -> Any:
        right = get(one)
        right = right + get(plus) if plus else right
        right = right - get(minus) if minus else right
        return (get("year") > 0) & (get(line) != right)

    return formula


B = "balance."
LOWEST = -(10**15)
FORMULAS: tuple[Formula, ...] = (
    public(foundation, least(0, 70)),
    public(foundation, cap(10)),
    public(other, least(0, 70)),
    public(other, cap(13)),
    band(foundation, 8_000_000, 60_000_000, least(6, 0)),
    band(foundation, 8_000_000, 60_000_000, cap(13)),
    band(other, LOWEST, 1_000_000, least(8, 50)),
    band(other, LOWEST, 1_000_000, cap(20)),
    lambda get: (
        get("charity")
        & get("fundraising")
        & (get("fundraising_cost") * 100 > get("donation_income_mean_3y") * 3)
    ),
    lambda get: foundation(get) & (get("net_assets") < get("original_fund")),
    unequal(
        B + "net_assets.closing",
        B + "unrestricted_net_assets.closing",
        plus=B + "restricted_net_assets.closing",
    ),
    unequal(B + "total_assets.closing", B + "total_liabilities.closing", plus=B + "net_assets.closing"),
    unequal(
        B + "fixed_assets_net.closing",
        B + "fixed_assets_cost.closing",
        minus=B + "accumulated_depreciation.closing",
    ),
    unequal("activity.change_in_net_assets.total", B + "net_assets.closing", minus=B + "net_assets.opening"),
    unequal(B + "entrusted_liabilities.closing", B + "entrusted_assets.closing"),
    lambda get: (
        (get("year") > 0)
        & (get(B + "accumulated_depreciation.closing") < get(B + "accumulated_depreciation.opening"))
    ),
    lambda get: (
        (get("year") > 0) & (get("charity.charitable_spending.value") > get("activity.business_cost.total"))
    ),
    unequal("charity.management_cost.value", "activity.management_cost.total"),
    unequal("charity.last_year_net_assets.value", B + "net_assets.opening"),
    unequal(B + "net_assets.opening", "prior." + B + "net_assets.closing"),
)
"""In the order of rules_ours.twenty()."""


def system(columns: dict[str, Any]) -> Any:
    """A system of one entity: an input for each column, a variable for each rule."""
    entities = importlib.import_module("openfisca_core.entities")
    systems = importlib.import_module("openfisca_core.taxbenefitsystems")
    base = importlib.import_module("openfisca_core.variables").Variable
    unit = importlib.import_module("openfisca_core.periods").YEAR
    entity = entities.build_entity(
        key="organization", plural="organizations", label="Organization", is_person=True
    )
    made = systems.TaxBenefitSystem([entity])
    common = {"entity": entity, "definition_period": unit}
    for name, column in columns.items():
        kind = TYPES[column.dtype.kind]
        made.add_variable(type(name, (base,), {**common, "value_type": kind, "label": name}))
    for number, formula in enumerate(FORMULAS):
        inner = {"value_type": bool, "label": str(number), "formula": _bound(formula)}
        made.add_variable(type(f"rule_{number}", (base,), {**common, **inner}))
    return made


def _bound(formula: Formula) -> Callable[[Any, Any], Any]:
    return lambda organization, period: formula(lambda name: organization(name, period))


def main() -> None:
    """Run once and tell."""
    files = sorted(Path(sys.argv[1]).glob("*.npy"))
    begun = time.perf_counter()
    columns = {file.stem: numpy.load(file) for file in files}
    read = time.perf_counter() - begun
    made = system(columns)
    builder = importlib.import_module("openfisca_core.simulation_builder").SimulationBuilder

    def job() -> list[Any]:
        simulation = builder().build_default_simulation(made, count=len(columns["year"]))
        for name, column in columns.items():
            simulation.set_input(name, YEAR, column)
        return [simulation.calculate(f"rule_{number}", YEAR) for number in range(len(FORMULAS))]

    job()
    first_peak = peak_mb()
    wall, cpu, answers = timed(job)
    counts = [int(answer.sum()) for answer in answers]
    tell(counts, rules_s=wall, rules_cpu_s=cpu, read_rules_s=read + wall, peak_mb=first_peak)


if __name__ == "__main__":
    main()

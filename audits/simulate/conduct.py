"""Who files late or not at all, and who does what in which year: the truth that only the simulation knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from audits.simulate.population import Flags, Population
from compliance.facts import Kind
from compliance.inspection import last_day
from compliance.law.inspection_measures import NEW_EXEMPT_AFTER

STICKY = 0.85
MISSING_AT_FIRST, MISSING_ANEW = 0.03, 0.0045
LATE = 0.015
UNPUBLISHED, PUBLISHED_LATE = 0.03, 0.05
UNDER_REPORTED = 0.004


class Misconduct(StrEnum):
    """What is planted. `hidden_income` and what follows from no figure are for the people, not the rules."""

    OVERHEAD = "overhead"
    TOO_LITTLE = "too_little_spent"
    OPENING = "opening_changed"
    CASH = "cash_understated"
    UNIT = "wrong_unit"
    ENTRUSTED = "entrusted_diverted"
    HIDDEN = "hidden_income"


SHARE = {
    Misconduct.OVERHEAD: 0.035,
    Misconduct.TOO_LITTLE: 0.035,
    Misconduct.OPENING: 0.008,
    Misconduct.CASH: UNDER_REPORTED,
    Misconduct.UNIT: 0.02,
    Misconduct.ENTRUSTED: 0.02,
    Misconduct.HIDDEN: 0.004,
}
"""Of the organizations and years that could do it."""
SEEN_BY = {
    Misconduct.OVERHEAD: "spending.management_cap",
    Misconduct.TOO_LITTLE: "spending.charitable_minimum",
    Misconduct.OPENING: "accounting.opening.receivables",
    Misconduct.CASH: "accounting.cash",
    Misconduct.UNIT: "accounting.unit",
    Misconduct.ENTRUSTED: "accounting.entrusted",
}
"""The rule that should find it."""


@dataclass(frozen=True)
class Conduct:
    """Columns [organization, year] of what each does. `due`: owes a report on the year.

    `fresh`: how many days ago the last report of some came in, so that it lies on the desk.
    """

    years: tuple[int, ...]
    due: Flags
    missing: Flags
    late: Flags
    published_late: Flags
    unpublished: Flags
    done: dict[Misconduct, Flags]
    fresh: Mapping[int, int] = field(default_factory=dict)

    def filed(self) -> Flags:
        """A report was handed in at the season it belongs to."""
        return self.due & ~self.missing


def behave(
    population: Population, years: tuple[int, ...], seed: int, able: dict[Misconduct, Flags]
) -> Conduct:
    """Draw the conduct of a register. `able` [organization, year]: who could do what, by the books."""
    rng = np.random.default_rng([seed, 3])
    shape = len(population), len(years)
    due = np.array([[_owes(population, n, year) for year in years] for n in range(shape[0])])
    missing = _first_filed(_sticky(rng, shape) & due, due)
    late = (rng.random(shape) < LATE) & due & ~missing
    one_at_most = rng.random(shape)
    done, taken = {}, np.zeros(shape, dtype=bool)
    for what in Misconduct:
        chosen = (rng.random(shape) < SHARE[what]) & able[what] & due & ~missing & ~taken
        done[what] = chosen
        taken |= chosen
    unpublished, late_word = one_at_most < UNPUBLISHED, one_at_most > 1 - PUBLISHED_LATE
    return Conduct(years, due, missing, late, late_word, unpublished, done)


def _first_filed(missing: Flags, due: Flags) -> Flags:
    """Who never filed files at least the first report: records begin with it."""
    never = due.any(axis=1) & ~(due & ~missing).any(axis=1)
    missing[never, due[never].argmax(axis=1)] = False
    return missing


def _owes(population: Population, n: int, year: int) -> bool:
    registered = population.registered_on[n]
    text = NEW_EXEMPT_AFTER[population.kind[n]].on(last_day(year))
    return registered.year < year or (
        registered.year == year and (text is None or registered <= text.value.of(year))
    )


def _sticky(rng: np.random.Generator, shape: tuple[int, int]) -> Flags:
    """Absence lasts: who missed a year misses the next with a probability of its own."""
    missing = np.zeros(shape, dtype=bool)
    missing[:, 0] = rng.random(shape[0]) < MISSING_AT_FIRST
    for year in range(1, shape[1]):
        again = rng.random(shape[0])
        missing[:, year] = np.where(missing[:, year - 1], again < STICKY, again < MISSING_ANEW)
    return missing


def able(
    population: Population, years: tuple[int, ...], rounds: Flags, entrusts: Flags
) -> dict[Misconduct, Flags]:
    """Who could do what: rules on spending bind charities, a wrong unit needs round books to add up."""
    charity = np.array([population.status(year)[0] for year in years]).T
    large = np.array(population.income > 400_000 * 100)[:, None]
    later = np.arange(len(years))[None, :] > 0
    anyone = np.ones_like(charity)
    return {
        Misconduct.OVERHEAD: charity & (population.income > 200_000_000)[:, None],
        Misconduct.TOO_LITTLE: charity,
        Misconduct.OPENING: anyone & later,
        Misconduct.CASH: anyone & large,
        Misconduct.UNIT: rounds[:, None] & later,
        Misconduct.ENTRUSTED: entrusts[:, None] & anyone,
        Misconduct.HIDDEN: large & ~population.of_kind(Kind.FOUNDATION)[:, None],
    }

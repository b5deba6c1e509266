"""Everything the seed decides before a row is written, and the truth of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from audits.refusal import Unfit
from audits.simulate.books import Habits, habits
from audits.simulate.conduct import SEEN_BY, Conduct, able, behave
from audits.simulate.population import Population, populate
from compliance.facts import Kind

LAST_YEAR = 2025
LEAST, MOST = 50, 200_000
FEW = 3
UNREAD, AGREED_BY_NOW = 1, 20
"""Days since a report came in: a supervising unit takes two at least, and two weeks at most."""


@dataclass(frozen=True)
class Plan:
    """Everything that the seed decides before a row is written; the truth the office does not know."""

    population: Population
    own: Habits
    conduct: Conduct
    day: date
    seed: int
    walker: int
    settled: int


def plan(organizations: int, years: Sequence[int], seed: int, day: date) -> Plan:
    """Draw a register and its conduct. Unfit where the request makes no sense."""
    if not LEAST <= organizations <= MOST:
        raise Unfit(f"组织数应在{LEAST}到{MOST}之间。", f"Between {LEAST} and {MOST} organizations, please.")
    if (
        not years
        or max(years) > LAST_YEAR
        or max(years) >= day.year
        or list(years) != list(range(years[0], years[-1] + 1))
    ):
        raise Unfit(
            f"年度应连续，且不晚于{LAST_YEAR}年（2004年制度的报表），并且已经结束。",
            f"Years must follow one another, be over, and end with {LAST_YEAR} at the latest.",
        )
    population = populate(organizations, seed, years[0])
    own = habits(population, seed, years[0])
    could = able(population, tuple(years), own.grain > 1, own.entrusted > 0)
    conduct = behave(population, tuple(years), seed, could)
    walker, settled = _visitors(population, conduct)
    conduct = replace(conduct, fresh=_fresh(population, conduct, walker, settled))
    return Plan(population, own, conduct, day, seed, walker, settled)


def _visitors(population: Population, conduct: Conduct) -> tuple[int, int]:
    """Two with a long record and a supervising unit, foundations that raise funds in public if there are any:
    one still owes its last report, one has them all.
    """
    fit = [n for n in range(len(population)) if population.unit[n] >= 0 and conduct.due[n, 0]]
    fit.sort(
        key=lambda n: (population.kind[n] is not Kind.FOUNDATION, population.fundraising_since[n] is None)
    )
    for n in fit[:2]:
        for flags in (conduct.missing, conduct.late, *conduct.done.values()):
            flags[n, :] = False
    conduct.missing[fit[0], -1] = True
    return fit[0], fit[1]


def _fresh(population: Population, conduct: Conduct, walker: int, settled: int) -> dict[int, int]:
    """Some late reports for everyone who signs in: with the walker's supervising unit, and with the registrar."""
    unit = population.unit[walker]
    filed = [int(n) for n in np.flatnonzero(conduct.filed()[:, -1]) if n not in (walker, settled)]
    filed.sort(key=lambda n: population.unit[n] != unit)
    unread, agreed = filed[:FEW], filed[-FEW:]
    population.unit[unread] = unit
    conduct.late[unread + agreed, -1] = True
    return dict.fromkeys(agreed, AGREED_BY_NOW) | dict.fromkeys(unread, UNREAD)


def truth(drawn: Plan) -> list[dict[str, str | int]]:
    """What was planted: code, year, what, and the rule that should find it ("" where none can)."""
    return [
        {
            "code": drawn.population.code[n],
            "year": drawn.conduct.years[place],
            "what": str(what),
            "rule": SEEN_BY.get(what, ""),
        }
        for what, flags in drawn.conduct.done.items()
        for n, place in np.argwhere(flags)
    ]


def truth_of(organizations: int, years: Sequence[int], seed: int, day: date) -> list[dict[str, str | int]]:
    """The truth behind a simulation, drawn again from its seed."""
    return truth(plan(organizations, years, seed, day))

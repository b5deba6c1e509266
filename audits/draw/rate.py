"""How often a draw found something: the rates in the population it was drawn from, each with its interval.

Everybody in a draw was chosen by lot, whatever the model of risk thinks of him: so this is the unbiased part, and
the model is never taught by it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compliance.draw.finding import Outcome
from compliance.outcome import Rate, Stratum, in_population
from models.db import Session
from models.draw.asked import count_places
from models.draw.finding import drawn_plans, strata_found
from models.draw.plan import Plan


@dataclass(frozen=True)
class Rates:
    """What came of the visits of a draw: of `drawn`, `visited` have a finding that counts.

    `found` is of those who answered; `no_answer` of all visited.
    """

    number: str
    name: str
    drawn: int
    visited: int
    found: Rate
    no_answer: Rate


def rates(db: Session, plan: Plan, sizes: Mapping[str, int]) -> Rates:
    """The rates of a plan by the outcomes that count so far; `sizes` of its strata."""
    told = [(stratum, outcome) for stratum, _code, outcome in strata_found(db, plan)]
    answered = [(stratum, outcome) for stratum, outcome in told if outcome != Outcome.NO_ANSWER]
    return Rates(
        plan.number,
        plan.name,
        count_places(db, plan.id),
        len(told),
        _rate(sizes, answered, Outcome.FOUND),
        _rate(sizes, told, Outcome.NO_ANSWER),
    )


def _rate(sizes: Mapping[str, int], told: Sequence[tuple[str, str]], wanted: Outcome) -> Rate:
    visited, came = Counter(stratum for stratum, _ in told), Counter(told)
    return in_population(
        [Stratum(size, visited[stratum], came[stratum, wanted]) for stratum, size in sizes.items()]
    )


def all_rates(db: Session) -> list[Rates]:
    """The rates of every draw in which anybody was visited, oldest first."""
    found = [rates(db, plan, sizes) for plan, sizes in drawn_plans(db)]
    return [one for one in found if one.visited]


def share(rate: Rate) -> str:
    """A rate as pages write it: 12.5% (4.0%–30.1%); a dash of nothing."""
    if rate.value is None:
        return "—"
    return f"{100 * rate.value:.1f}%（{100 * rate.low:.1f}%–{100 * rate.high:.1f}%）"

"""When reports come in and what becomes of them: the days of each step, spread as in an office."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from audits.simulate.conduct import Conduct
from audits.simulate.population import Population
from compliance.duty import report_due
from compliance.facts import Conclusion, Kind, Level, Organization

WAITING = 20
"""So many late reports of the last season still wait on the desk."""
RECENT = 40
"""They came in within so many days."""
SHARES = (
    (Conclusion.QUALIFIED, 0.89),
    (Conclusion.BASICALLY_QUALIFIED, 0.09),
    (Conclusion.UNQUALIFIED, 0.02),
)


@dataclass(frozen=True)
class Walk:
    """The days of one report's steps. None has not happened by the day of the simulation."""

    submitted: date
    consented: date | None
    published: date | None
    concluded: date | None
    conclusion: Conclusion | None


def due(population: Population, n: int, year: int) -> date:
    """By when an organization owes its report on a year."""
    text = report_due(fact(population, n), year)
    return text.value.of(year + 1) if text else date(year + 1, 5, 31)


def fact(population: Population, n: int) -> Organization:
    """An organization as the law sees it."""
    return Organization(
        population.code[n],
        population.name[n],
        population.kind[n],
        level(population, n),
        population.registered_on[n],
        population.charity_since[n],
        population.fundraising_since[n],
        supervised=bool(population.unit[n] >= 0),
    )


def level(population: Population, n: int) -> Level:
    """Registered with the city or with a district."""
    return Level.CITY if population.registered_with_city[n] else Level.COUNTY


def walks(population: Population, conduct: Conduct, place: int, day: date, seed: int) -> dict[int, Walk]:
    """The walk of every report on a year that was ever handed in by a day, by organization."""
    rng = np.random.default_rng([seed, 5, place])
    year, walked = conduct.years[place], {}
    recent = waiting(conduct, place)
    for n in np.flatnonzero(conduct.filed()[:, place] | made_up(conduct, place)):
        luck = rng.random(6)
        submitted = _submitted(population, conduct, place, int(n), luck)
        if int(n) in recent:
            submitted = day - timedelta(conduct.fresh.get(int(n)) or int(luck[0] * RECENT) + 1)
        if submitted <= day:
            quick = int(n) not in recent
            walked[int(n)] = _walk(population, conduct, (int(n), place, year), submitted, day, luck, quick)
    return walked


def waiting(conduct: Conduct, place: int) -> frozenset[int]:
    """Late filers of the last season whose reports are still on the desk."""
    late = np.flatnonzero(conduct.late[:, place])
    last = place == len(conduct.years) - 1
    some = frozenset(int(n) for n in late[: min(WAITING, len(late) * 2 // 3)])
    return some | conduct.fresh.keys() if last else frozenset()


def made_up(conduct: Conduct, place: int) -> np.ndarray:
    """Missed that season, and handed in with a later year's report."""
    later = conduct.filed()[:, place + 1 :].any(axis=1)
    found: np.ndarray = conduct.due[:, place] & conduct.missing[:, place] & later
    return found


def _submitted(population: Population, conduct: Conduct, place: int, n: int, luck: np.ndarray) -> date:
    year = conduct.years[place]
    last = due(population, n, year)
    if conduct.missing[n, place]:
        next_filed = place + 1 + int(np.argmax(conduct.filed()[n, place + 1 :]))
        return date(conduct.years[next_filed] + 1, 1, 10) + timedelta(int(luck[0] * 20))
    if conduct.late[n, place]:
        return last + timedelta(3 + int(luck[0] * 50))
    first = date(year + 1, 2, 5)
    return last - timedelta(int((1 - luck[0] ** 0.5) * (last - first).days))


def _walk(
    population: Population,
    conduct: Conduct,
    which: tuple[int, int, int],
    submitted: date,
    day: date,
    luck: np.ndarray,
    quick: bool,
) -> Walk:
    n, place, _ = which
    supervised = population.unit[n] >= 0
    consented = submitted + timedelta(2 + int(luck[1] * 12)) if supervised else None
    concluded = (consented or submitted) + timedelta(8 + int(luck[2] * 45))
    public = _published(population, conduct, which, consented or submitted, luck)
    done = quick and concluded <= day
    ready = consented is not None and consented <= day
    return Walk(
        submitted,
        consented if ready else None,
        public if public is not None and public <= day and (ready or not supervised) else None,
        concluded if done else None,
        _conclusion(conduct, n, place, luck[3]) if done else None,
    )


def _published(
    population: Population, conduct: Conduct, which: tuple[int, int, int], agreed: date, luck: np.ndarray
) -> date | None:
    n, place, year = which
    if not fact(population, n).is_charity(date(year, 12, 31)) or conduct.unpublished[n, place]:
        return None
    return agreed + timedelta(30 + int(luck[4] * 60)) if conduct.published_late[n, place] else agreed


def _conclusion(conduct: Conduct, n: int, place: int, luck: float) -> Conclusion:
    """Shares of law.md 14, worse for those in whose report something stands."""
    if any(done[n, place] for done in conduct.done.values()):
        luck = 1 - (1 - luck) * 0.4
    for conclusion, share in SHARES:
        if luck < share:
            return conclusion
        luck -= share
    return Conclusion.UNQUALIFIED


def needs_audit(population: Population, n: int, year: int) -> bool:
    """Whether an accountant's report has to be attached."""
    return population.kind[n] is Kind.FOUNDATION or fact(population, n).raises_funds(date(year, 12, 31))

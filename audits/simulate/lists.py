"""Who came onto the lists and off again, by what the simulation knows of reports and penalties."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import numpy as np

from audits.simulate.conduct import Conduct
from audits.simulate.docket import Docket, Whose, no_duty_over
from audits.simulate.office import Office
from audits.simulate.population import Population
from audits.simulate.record import Penalty
from audits.simulate.season import Walk, due
from compliance.case import Move
from compliance.facts import Register
from models.account import Account, Role

OPEN_AT = (Move.PROPOSED, Move.OPENED, Move.NOTICED)
"""How far the cases of the last season have come that are not decided yet; each second officer needs one."""
OPEN_ONE_IN = 6


class People:
    """Who acts in a case."""

    def __init__(self, population: Population, office: Office, accounts: Sequence[Account]) -> None:
        self.population, self.office = population, office
        by_role = {account.role: account.id for account in accounts}
        self.officer, self.approver = by_role[Role.OFFICER], by_role[Role.APPROVER]

    def of(self, n: int) -> Whose:
        """Whose case it would be."""
        registrar = self.office.registrar(self.population, n).id
        return Whose(self.population.code[n], self.population.name[n], registrar, self.officer, self.approver)


def missed(
    docket: Docket,
    people: People,
    conduct: Conduct,
    walked: Sequence[Mapping[int, Walk]],
    spared: frozenset[int],
) -> None:
    """List those who did not report, and remove those who have since done it all."""
    absent = [int(n) for n in np.flatnonzero(conduct.missing.any(axis=1)) if int(n) not in spared]
    stops = _stops([n for n in absent if conduct.missing[n, -1]])
    for n in absent:
        _missed(docket, people, conduct, walked, n, stops.get(n, Move.DECIDED))


def _stops(silent: Sequence[int]) -> dict[int, Move]:
    """How far the cases of those silent last season have come: one at each step first, then one in several."""
    first, rest = silent[: len(OPEN_AT)], silent[len(OPEN_AT) :: OPEN_ONE_IN]
    return {n: OPEN_AT[place % len(OPEN_AT)] for place, n in enumerate((*first, *rest))}


def _missed(
    docket: Docket, people: People, conduct: Conduct, walked: Sequence[Mapping[int, Walk]], n: int, stop: Move
) -> None:
    entries, silent = {}, [int(place) for place in np.flatnonzero(conduct.missing[n])]
    for place in silent:
        year = conduct.years[place]
        since = due(people.population, n, year) + timedelta(1)
        until = stop if place == len(conduct.years) - 1 else Move.DECIDED
        opened = _opened(docket, since, until)
        if opened > docket.day:
            continue
        decided = docket.listing(people.of(n), "anomaly.report_missed", since, (str(year),), opened, until)
        if decided:
            entries["anomaly.report_missed"] = decided
    filed = [walk for place in silent if (walk := walked[place].get(n))]
    if entries and len(filed) == len(silent):
        ready = max(max(walk.submitted for walk in filed), *entries.values()) + timedelta(12)
        docket.removal(people.of(n), Register.ANOMALY, tuple(entries.items()), ready)


def _opened(docket: Docket, since: date, stop: Move) -> date:
    """When a case was opened that has come so far."""
    if stop is Move.DECIDED:
        return since + timedelta(9)
    return docket.day - timedelta(50 if stop is Move.PROPOSED else 12)


def penalized(docket: Docket, people: People, penalties: Sequence[Penalty], absent: frozenset[int]) -> None:
    """List those whom a penalty puts on a list, and remove them once their time is over."""
    for penalty in penalties:
        opened = penalty.on + timedelta(6)
        if opened > docket.day or penalty.n in absent:
            continue
        whose = people.of(penalty.n)
        decided = docket.listing(whose, penalty.ground, penalty.on, (), opened, Move.DECIDED)
        if decided and penalty.ground.startswith("anomaly"):
            leaves = no_duty_over(decided) + timedelta(2)
            docket.removal(whose, Register.ANOMALY, ((penalty.ground, decided),), leaves)

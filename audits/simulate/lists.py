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

OPEN_AT = (Move.OPENED, Move.NOTICED, Move.PROPOSED)


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
    for n in np.flatnonzero(conduct.missing.any(axis=1)):
        if int(n) not in spared:
            _missed(docket, people, conduct, walked, int(n))


def _missed(
    docket: Docket, people: People, conduct: Conduct, walked: Sequence[Mapping[int, Walk]], n: int
) -> None:
    population, entries = people.population, {}
    for place in np.flatnonzero(conduct.missing[n]):
        year = conduct.years[int(place)]
        since = due(population, n, year) + timedelta(1)
        opened, stop = _how_far(docket, n, since, int(place) == len(conduct.years) - 1)
        if opened > docket.day:
            continue
        decided = docket.listing(people.of(n), "anomaly.report_missed", since, (str(year),), opened, stop)
        if decided:
            entries["anomaly.report_missed"] = decided
    filed = [walked[int(place)].get(n) for place in np.flatnonzero(conduct.missing[n])]
    if entries and all(filed):
        done = max(walk.submitted for walk in filed if walk)
        docket.removal(
            people.of(n),
            Register.ANOMALY,
            tuple(entries.items()),
            max(done, *entries.values()) + timedelta(12),
        )


def _how_far(docket: Docket, n: int, since: date, last: bool) -> tuple[date, Move]:
    """When a case was opened and how far it got: some of the last season's stand open."""
    if not last or n % 6:
        return since + timedelta(9), Move.DECIDED
    stop = OPEN_AT[n // 6 % len(OPEN_AT)]
    return docket.day - timedelta(50 if stop is Move.PROPOSED else 12), stop


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

"""Who is in the simulated register: sizes by law.md 14, fictitious names, codes of divisions that do not exist."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray
from stdnum.cn import uscc

from audits.simulate import naming, words
from compliance.facts import Kind
from compliance.form.example.narrative import PREFIX, WEIGHTS

KINDS = tuple(Kind)
OF_3000 = {Kind.ASSOCIATION: 1300, Kind.FOUNDATION: 60}
MEDIAN_YUAN = {Kind.ASSOCIATION: 250_000, Kind.SERVICE_INSTITUTION: 900_000, Kind.FOUNDATION: 2_500_000}
LEAST_YUAN = {Kind.ASSOCIATION: 8_000, Kind.SERVICE_INSTITUTION: 8_000, Kind.FOUNDATION: 1_000_000}
"""A foundation that earns less could not spend what its fund asks for."""
SIGMA = {Kind.ASSOCIATION: 1.5, Kind.SERVICE_INSTITUTION: 1.5, Kind.FOUNDATION: 1.6}
CHARITY_SHARE = {Kind.ASSOCIATION: 30 / 1300, Kind.SERVICE_INSTITUTION: 36 / 1640, Kind.FOUNDATION: 54 / 60}
RAISING_SHARE = {Kind.ASSOCIATION: 8 / 30, Kind.SERVICE_INSTITUTION: 9 / 36, Kind.FOUNDATION: 18 / 54}
IN_DISTRICTS = 0.6
GRADES, GRADE_SHARES, ASSESSED = ("1A", "2A", "3A", "4A", "5A"), (0.03, 0.05, 0.5, 0.3, 0.12), 0.27
YUAN, WAN = 100, 1_000_000
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Population:
    """Columns of the register, one place an organization. `income` is a usual year's, in fen.

    `district` -1 is the city itself (registered with the city), `unit` -1 is none.
    """

    code: tuple[str, ...]
    name: tuple[str, ...]
    kind: tuple[Kind, ...]
    field: tuple[str, ...]
    district: Ints
    registered_with_city: Flags
    unit: Ints
    registered_on: tuple[date, ...]
    charity_since: tuple[date | None, ...]
    fundraising_since: tuple[date | None, ...]
    income: Ints
    head: tuple[str, ...]
    preparer: tuple[str, ...]
    address: tuple[str, ...]
    grade: tuple[str, ...]
    graded_on: tuple[date | None, ...]

    def __len__(self) -> int:
        return len(self.code)

    def of_kind(self, kind: Kind) -> Flags:
        """Which organizations are of a kind."""
        return np.array([one is kind for one in self.kind])

    def status(self, year: int) -> tuple[Flags, Flags]:
        """Which are charities, and which of them raise funds in public, on a year's last day."""
        end = date(year, 12, 31)
        charity = [since is not None and since <= end for since in self.charity_since]
        raising = [since is not None and since <= end for since in self.fundraising_since]
        return np.array(charity), np.array(raising)


def counts(organizations: int) -> dict[Kind, int]:
    """How many of each kind."""
    few = {kind: max(1, round(organizations * share / 3000)) for kind, share in OF_3000.items()}
    return {kind: few.get(kind, organizations - sum(few.values())) for kind in KINDS}


def populate(organizations: int, seed: int, first: int) -> Population:
    """A register for reports from a year on. The same seed gives the same register."""
    rng = np.random.default_rng([seed, 1])
    kinds = tuple(kind for kind, count in counts(organizations).items() for _ in range(count))
    trades = [words.TRADES[kind][rng.integers(len(words.TRADES[kind]))] for kind in kinds]
    district = rng.integers(len(words.DISTRICTS), size=organizations)
    city = rng.random(organizations) > IN_DISTRICTS
    registered = tuple(_registered(rng, first) for _ in kinds)
    charity = tuple(_charity(rng, kinds, registered))
    people = naming.people(rng, 2 * organizations)
    return Population(
        code=tuple(code(kind, int(district[n]), n) for n, kind in enumerate(kinds)),
        name=tuple(naming.names(rng, kinds, trades, district, city)),
        kind=kinds,
        field=tuple(field for _, field, _ in trades),
        district=district,
        registered_with_city=city,
        unit=_units(rng, trades),
        registered_on=registered,
        charity_since=charity,
        fundraising_since=tuple(_raising(rng, kinds, charity)),
        income=_incomes(rng, kinds),
        **_people(rng, people, district),
        grade=tuple(rng.choice(GRADES, size=organizations, p=GRADE_SHARES)),
        graded_on=tuple(_graded(rng, day, first) for day in registered),
    )


def _people(rng: np.random.Generator, people: tuple[str, ...], district: Ints) -> dict[str, tuple[str, ...]]:
    half = len(district)
    return {
        "head": people[:half],
        "preparer": people[half:],
        "address": tuple(naming.addresses(rng, district)),
    }


def code(kind: Kind, district: int, number: int) -> str:
    """A social credit code of a division that does not exist (9999xx), with both check characters right."""
    body = f"{number + 1000:08d}"
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11
    whole = f"{PREFIX[kind]}9999{district + 1:02d}{body}" + {10: "X", 11: "0"}.get(rest, str(rest))
    return whole + str(uscc.calc_check_digit(whole))


def _registered(rng: np.random.Generator, first: int) -> date:
    year = first - int(rng.integers(1, 26)) if rng.random() > 0.06 else first + int(rng.integers(0, 5))
    return date(year, int(rng.integers(1, 13)), int(rng.integers(1, 29)))


def _graded(rng: np.random.Generator, registered: date, first: int) -> date | None:
    """A good quarter was assessed, two years after registration at the earliest."""
    on = date(first - 2 + int(rng.integers(0, 6)), int(rng.integers(3, 12)), int(rng.integers(1, 29)))
    return on if rng.random() < ASSESSED and registered.year <= on.year - 2 else None


def _charity(
    rng: np.random.Generator, kinds: tuple[Kind, ...], registered: tuple[date, ...]
) -> list[date | None]:
    """As many as the share says, spread over the register; none before the Charity Law."""
    since: list[date | None] = [None] * len(kinds)
    for kind in KINDS:
        of_kind = [n for n, one in enumerate(kinds) if one is kind]
        for n in rng.permutation(of_kind)[: round(len(of_kind) * CHARITY_SHARE[kind])]:
            later = date(2017 + int(rng.integers(0, 7)), int(rng.integers(1, 13)), int(rng.integers(1, 29)))
            since[n] = (
                max(registered[n], later)
                if kind is not Kind.FOUNDATION
                else max(registered[n], date(2017, 3, 1))
            )
    return since


def _raising(
    rng: np.random.Generator, kinds: tuple[Kind, ...], charity: tuple[date | None, ...]
) -> list[date | None]:
    """The qualification comes two years after charity status."""
    since: list[date | None] = [None] * len(kinds)
    for kind in KINDS:
        those = [n for n, day in enumerate(charity) if day is not None and kinds[n] is kind]
        for n in rng.permutation(those)[: round(len(those) * RAISING_SHARE[kind])]:
            day = charity[n]
            since[n] = day.replace(year=day.year + 2) if day else None
    return since


def _incomes(rng: np.random.Generator, kinds: tuple[Kind, ...]) -> Ints:
    median = np.array([MEDIAN_YUAN[kind] for kind in kinds], dtype=float)
    sigma = np.array([SIGMA[kind] for kind in kinds])
    least = np.array([LEAST_YUAN[kind] for kind in kinds])
    yuan = np.clip(rng.lognormal(np.log(median), sigma), least, 400_000_000)
    return (yuan * YUAN).astype(np.int64)


def _units(rng: np.random.Generator, trades: list[words.Trade]) -> Ints:
    free = rng.random(len(trades)) < 0.12
    return np.where(free, -1, np.array([unit for _, _, unit in trades]))

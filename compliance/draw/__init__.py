"""`yangguang-draw-1` (contract 5): seed, tickets, who is drawn, and which inspectors go; anyone can repeat it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from itertools import islice
from math import isqrt

ALGORITHM = "yangguang-draw-1"
Population = Mapping[str, str]
"""Code to stratum of every organization that can be drawn."""


def seed_of(population_sha256: str, sources: Iterable[str]) -> str:
    """The seed: SHA-256 of the hash of population.csv and each source's text, joined by line feeds."""
    return sha256("\n".join((population_sha256, *sources)).encode()).hexdigest()


def ticket(seed: str, code: str) -> str:
    """The ticket of an organization: SHA-256 of `SEED,CODE`."""
    return sha256(f"{seed},{code}".encode()).hexdigest()


def how_many(ratio: Fraction, size: int) -> int:
    """How many of a stratum are drawn: the ratio times its size, rounded up, never more than there are."""
    return min(size, -(-ratio.numerator * size // ratio.denominator))


@dataclass(frozen=True)
class Drawn:
    """One that is drawn: `place` counts from 1 in its stratum, by ticket."""

    stratum: str
    place: int
    code: str
    ticket: str


ABOVE_ALL = b"\xff" * 33
"""Higher than every ticket."""


def _below(seed: str, codes: Collection[str], bound: bytes) -> list[tuple[bytes, str]]:
    """Tickets below a bound, as bytes beside their codes. The seed is taken in once, its state copied."""
    copy, found = sha256(f"{seed},".encode()).copy, []
    for code, raw in zip(codes, "\n".join(codes).encode().split(b"\n"), strict=True):
        one = copy()
        one.update(raw)
        digest = one.digest()
        if digest < bound:
            found.append((digest, code))
    return found


def _likely(most: int, size: int) -> bytes:
    """A bound under which so many of a stratum's tickets very probably lie: only these need sorting."""
    share = (most + 6 * isqrt(most) + 6) * 2**32 // size
    return share.to_bytes(4, "big") if share < 2**32 else ABOVE_ALL


def by_stratum(population: Population) -> dict[str, list[str]]:
    """The codes of each stratum, strata in order of their names."""
    strata: dict[str, list[str]] = defaultdict(list)
    for code, stratum in population.items():
        strata[stratum].append(code)
    return dict(sorted(strata.items()))


def in_order(seed: str, codes: Collection[str], most: int) -> list[tuple[bytes, str]]:
    """The lowest tickets of one stratum with their codes, at most so many, lowest first."""
    if not codes:
        return []
    found = _below(seed, codes, _likely(most, len(codes)))
    if len(found) < most:
        found = _below(seed, codes, ABOVE_ALL)
    return sorted(found)[:most]


def draw(seed: str, population: Population, ratio: Mapping[str, Fraction]) -> list[Drawn]:
    """Who is drawn, stratum by stratum, lowest ticket first. KeyError for a stratum without a ratio."""
    found: list[Drawn] = []
    for stratum, codes in by_stratum(population).items():
        lowest = in_order(seed, codes, how_many(ratio[stratum], len(codes)))
        found += [Drawn(stratum, n, code, digest.hex()) for n, (digest, code) in enumerate(lowest, 1)]
    return found


@dataclass(frozen=True)
class Inspectors:
    """Who may be sent: codes of inspectors with how many visits each can make, and whom each may not inspect.

    `recusals` are pairs (code of the organization, inspector).
    """

    capacity: Mapping[str, int]
    recusals: Collection[tuple[str, str]]
    each: int


@dataclass(frozen=True)
class Assigned:
    """Which inspector goes where; `place` counts from 1."""

    code: str
    inspector: str
    place: int


def pick(
    seed: str, code: str, inspectors: Inspectors, load: Mapping[str, int], taken: Sequence[str] = ()
) -> list[str]:
    """The inspectors of one organization in the order drawn: those recused or at capacity are passed over."""
    ranked = sorted(inspectors.capacity, key=lambda who: sha256(f"{seed},{code},{who}".encode()).digest())
    free = (
        who
        for who in ranked
        if (code, who) not in inspectors.recusals
        and load.get(who, 0) < inspectors.capacity[who]
        and who not in taken
    )
    return list(islice(free, inspectors.each))


def assign(
    seed: str, drawn: Iterable[Drawn], inspectors: Inspectors
) -> tuple[list[Assigned], dict[str, int]]:
    """Inspectors in the order of the tickets over all strata, and how many are missing where too few are left."""
    load: Counter[str] = Counter()
    found: list[Assigned] = []
    short: dict[str, int] = {}
    for one in sorted(drawn, key=lambda one: one.ticket):
        sent = pick(seed, one.code, inspectors, load)
        load.update(sent)
        found += [Assigned(one.code, who, place) for place, who in enumerate(sent, 1)]
        if len(sent) < inspectors.each:
            short[one.code] = inspectors.each - len(sent)
    return found, short


@dataclass(frozen=True)
class Replacement:
    """The next of the same order, drawn instead of one that turned out to be dissolved, and its inspectors."""

    instead_of: str
    drawn: Drawn
    inspectors: tuple[str, ...]


def following(seed: str, population: Population, stratum: str, place: int) -> Drawn | None:
    """The organization at a place of a stratum's order; None where the stratum has no more."""
    codes = [code for code, its in population.items() if its == stratum]
    lowest = in_order(seed, codes, place)
    if len(lowest) < place:
        return None
    digest, code = lowest[-1]
    return Drawn(stratum, place, code, digest.hex())


def replace(
    seed: str,
    population: Population,
    inspectors: Inspectors,
    standing: tuple[Sequence[Drawn], Sequence[Assigned], Sequence[Replacement]],
    dissolved: str,
) -> Replacement | None:
    """Who comes instead of a dissolved one; None where its stratum has no more.

    `standing` is who was drawn, which inspectors were assigned, and the replacements so far. KeyError if the
    dissolved one was not drawn. Its inspectors are free again for the next.
    """
    drawn, assigned, before = standing
    every = [*drawn, *(one.drawn for one in before)]
    stratum = {one.code: one.stratum for one in every}[dissolved]
    next_place = 1 + max(one.place for one in every if one.stratum == stratum)
    heir = following(seed, population, stratum, next_place)
    if heir is None:
        return None
    load = load_of(assigned, before, dissolved)
    return Replacement(dissolved, heir, tuple(pick(seed, heir.code, inspectors, load)))


def load_of(assigned: Iterable[Assigned], before: Sequence[Replacement], dissolved: str) -> Counter[str]:
    """How many visits each inspector has, without those to organizations that were replaced."""
    gone = {dissolved, *(one.instead_of for one in before)}
    load = Counter(one.inspector for one in assigned if one.code not in gone)
    for one in before:
        if one.drawn.code not in gone:
            load.update(one.inspectors)
    return load

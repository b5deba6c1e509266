"""Names of organizations and people, and addresses, from small lists."""

import numpy as np
from numpy.typing import NDArray

from audits.simulate import words
from compliance.facts import Kind

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


def people(rng: np.random.Generator, number: int) -> tuple[str, ...]:
    """Names of people."""
    picked = (
        rng.integers(len(pool), size=number)
        for pool in (words.SURNAMES, words.GIVEN_FIRST, words.GIVEN_SECOND)
    )
    return tuple(
        words.SURNAMES[a] + words.GIVEN_FIRST[b] + words.GIVEN_SECOND[c]
        for a, b, c in zip(*picked, strict=True)
    )


def addresses(rng: np.random.Generator, district: Ints) -> list[str]:
    """A street and a number in each district."""
    street, number = (
        rng.integers(len(words.STREETS), size=len(district)),
        rng.integers(1, 400, size=len(district)),
    )
    return [
        f"{words.CITY}{words.DISTRICTS[d]}{words.STREETS[s]}{n}号"
        for d, s, n in zip(district, street, number, strict=True)
    ]


def names(
    rng: np.random.Generator, kinds: tuple[Kind, ...], trades: list[words.Trade], district: Ints, city: Flags
) -> list[str]:
    """Names of organizations, none twice: place, brand, what it is."""
    taken: dict[str, int] = {}
    found = []
    for n, (middle, _, _) in enumerate(trades):
        place = words.CITY if city[n] else words.CITY + words.DISTRICTS[district[n]]
        bare = kinds[n] is Kind.ASSOCIATION and place + middle not in taken
        name = place + ("" if bare else _brand(rng)) + middle
        again = taken.setdefault(name, 0)
        taken[name] += 1
        found.append(name if not again else f"{place}{_brand(rng)}{_brand(rng)}{n}{middle}")
    return found


def _brand(rng: np.random.Generator) -> str:
    first, second = words.BRAND_FIRST, words.BRAND_SECOND
    return first[rng.integers(len(first))] + second[rng.integers(len(second))]

"""The files of a draw (contract 5), byte for byte: what is written is read back as the same, or refused."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from hashlib import sha256
from typing import Any

from compliance.draw import ALGORITHM, Assigned, Drawn, Inspectors, Replacement

Row = tuple[str, ...]
HEADS: Mapping[str, str] = {
    "population.csv": "code,stratum",
    "excluded.csv": "code,reason",
    "inspectors.csv": "inspector,capacity",
    "recusals.csv": "code,inspector",
    "drawn.csv": "stratum,place,code,ticket",
    "assigned.csv": "code,inspector,place",
    "replacements.csv": "instead_of,stratum,place,code,ticket,inspectors",
}
LISTS = ("population.csv", "excluded.csv", "inspectors.csv", "recusals.csv")
"""The lists that are frozen: their hashes are published before the seed exists."""
PLAIN = re.compile(r"[^\s,\"][^,\"\r\n]*(?<!\s)")
RATIO = re.compile(r"(0\.\d{1,6}|1(\.0{1,6})?)")


class Unwritable(ValueError):
    """A value that a file of the draw cannot hold, or bytes that are not such a file; says which."""


def table(name: str, rows: Iterable[Row]) -> bytes:
    """A table as bytes: head, one line a row, UTF-8, line feeds. Unwritable for a value with a comma in it."""
    width = HEADS[name].count(",") + 1
    lines = [HEADS[name]]
    for row in rows:
        if len(row) != width or not all(PLAIN.fullmatch(value) for value in row):
            raise Unwritable(f"{name}: {row!r}")
        lines.append(",".join(row))
    return ("\n".join(lines) + "\n").encode()


def rows_of(name: str, content: bytes) -> list[Row]:
    """The rows of a table. Unwritable unless these are the very bytes that `table` writes."""
    try:
        head, *lines = content.decode().split("\n")
    except UnicodeDecodeError as error:
        raise Unwritable(f"{name}: not UTF-8") from error
    rows = [tuple(line.split(",")) for line in lines[:-1]]
    if head != HEADS[name] or lines[-1:] != [""] or table(name, rows) != content:
        raise Unwritable(name)
    return rows


def share(text: str) -> Fraction:
    """A ratio as written ("0.05"), exactly. Unwritable unless it is a decimal above 0 and at most 1."""
    if not RATIO.fullmatch(text) or not Fraction(text):
        raise Unwritable(f"ratio: {text!r}")
    return Fraction(text)


def decimal(ratio: Fraction) -> str:
    """A ratio as a decimal. Unwritable if six places cannot say it exactly."""
    millionths = ratio * 1_000_000
    if millionths.denominator != 1 or not 0 < ratio <= 1:
        raise Unwritable(f"ratio: {ratio}")
    if ratio == 1:
        return "1"
    return "0." + f"{millionths.numerator:06d}".rstrip("0").ljust(2, "0")


@dataclass(frozen=True)
class Frozen:
    """What is fixed before the seed exists: population, who was left out and why, inspectors, ratios."""

    population: Mapping[str, str]
    excluded: Mapping[str, str]
    inspectors: Inspectors
    ratio: Mapping[str, Fraction]

    def lists(self) -> dict[str, bytes]:
        """The four lists as files."""
        capacity = self.inspectors.capacity
        return {
            "population.csv": table("population.csv", sorted(self.population.items())),
            "excluded.csv": table("excluded.csv", sorted(self.excluded.items())),
            "inspectors.csv": table(
                "inspectors.csv", [(who, str(visits)) for who, visits in sorted(capacity.items())]
            ),
            "recusals.csv": table("recusals.csv", sorted(self.inspectors.recusals)),
        }


def hashes(lists: Mapping[str, bytes]) -> dict[str, str]:
    """SHA-256 of each file, in lower-case hex."""
    return {name: sha256(content).hexdigest() for name, content in lists.items()}


def read_lists(lists: Mapping[str, bytes], ratio: Mapping[str, str], each: int) -> Frozen:
    """The lists as they were frozen. Unwritable for bytes that no freeze wrote."""
    population, excluded, people, recusals = (rows_of(name, lists[name]) for name in LISTS)
    capacity = {who: int(visits) for who, visits in people}
    return Frozen(
        {row[0]: row[1] for row in population},
        {row[0]: row[1] for row in excluded},
        Inspectors(capacity, frozenset((code, who) for code, who in recusals), each),
        {stratum: share(text) for stratum, text in ratio.items()},
    )


@dataclass(frozen=True)
class Said:
    """The words of draw.json: `sources` and `seed` are empty before the draw."""

    id: str
    frozen_at: str
    seed_announced: str
    hashes: Mapping[str, str]
    ratio: Mapping[str, str]
    inspectors_each: int
    sources: Sequence[str] = ()
    seed: str = ""
    short: Mapping[str, int] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The document in the order of the contract."""
        head = {"id": self.id, "frozen_at": self.frozen_at, "seed_announced": self.seed_announced}
        fixed = {
            "hashes": dict(self.hashes),
            "ratio": dict(sorted(self.ratio.items())),
            "inspectors_each": self.inspectors_each,
        }
        seeded = {"sources": list(self.sources), "seed": self.seed, "short": dict(self.short)}
        return head | fixed | (seeded if self.seed else {}) | {"algorithm": ALGORITHM}

    def content(self) -> bytes:
        """The file."""
        return (json.dumps(self.as_json(), ensure_ascii=False, indent=2) + "\n").encode()


def drawn_table(drawn: Iterable[Drawn]) -> bytes:
    """drawn.csv: by stratum and place."""
    return table("drawn.csv", [(one.stratum, str(one.place), one.code, one.ticket) for one in drawn])


def assigned_table(assigned: Iterable[Assigned]) -> bytes:
    """assigned.csv: in the order of the tickets."""
    return table("assigned.csv", [(one.code, one.inspector, str(one.place)) for one in assigned])


def replacements_table(replacements: Iterable[Replacement]) -> bytes:
    """replacements.csv: in the order they were made; inspectors separated by spaces, "-" for none."""
    rows = [
        (
            one.instead_of,
            one.drawn.stratum,
            str(one.drawn.place),
            one.drawn.code,
            one.drawn.ticket,
            " ".join(one.inspectors) or "-",
        )
        for one in replacements
    ]
    return table("replacements.csv", rows)

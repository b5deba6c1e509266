"""What a model learns from: rows of numbers with an outcome, a season each, and a rule of one line beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

import numpy as np
import polars as pl
from numpy.typing import NDArray
from polars import DataFrame, col

from compliance.facts import Said

Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Table:
    """Rows of one question. `x` has a row each and the columns of `columns`, NaN where nothing is known.

    `y` is the outcome, `when` the season it fell in, `naive` the score of the one-line rule. `directions`
    says of a column that the risk only rises (1) or only falls (-1) with it. A season is learned from
    when it lies more than `gap` seasons before the one foretold: its outcome is known by then.
    `validation` are the seasons to choose by, `test` those that are looked at once.
    """

    name: str
    said: Said
    rule: Said
    columns: tuple[str, ...]
    x: Numbers
    y: Mask
    when: NDArray[np.int64]
    naive: Numbers
    validation: tuple[int, ...]
    test: tuple[int, ...]
    directions: Mapping[str, int] = field(default_factory=dict)
    gap: int = 0

    def rows(self, wanted: Mask) -> "Table":
        """The rows of a mask."""
        return replace(
            self, x=self.x[wanted], y=self.y[wanted], when=self.when[wanted], naive=self.naive[wanted]
        )

    def before(self, season: int) -> "Table":
        """What may be learned from to foretell a season."""
        return self.rows(self.when < season - self.gap)

    def of(self, *seasons: int) -> "Table":
        """The rows of some seasons."""
        return self.rows(np.isin(self.when, seasons))


def numbers(frame: DataFrame, columns: tuple[str, ...]) -> Numbers:
    """Columns as a matrix: truth as 0 and 1, what is missing or no finite number as NaN."""
    told = frame.select(col(name).cast(pl.Float64).alias(name) for name in columns)
    x: Numbers = np.ascontiguousarray(told.to_numpy(), dtype=np.float64)
    x[~np.isfinite(x)] = np.nan
    return x


def fingerprint(columns: tuple[str, ...]) -> str:
    """The hash of a list of columns in its order (SHA-256, hex)."""
    return sha256("\n".join(columns).encode()).hexdigest()

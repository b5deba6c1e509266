"""Whether the register still looks as it did in training."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audits.risk.table import Numbers

WATCH, ACT = 0.1, 0.25
"""The usual bounds of the population stability index: to be watched, and to be acted on."""
LEAST = 1e-3
"""A share is taken to be at least this, so that an empty group does not count without end."""
TENTHS = 10


@dataclass(frozen=True)
class Expected:
    """How the training rows lay: the inner tenths of each column, and the share between them and unknown."""

    edges: Numbers
    shares: Numbers


def expected(x: Numbers) -> Expected:
    """The shape of the training rows; `edges` is 9 x columns, `shares` 11 x columns, the last unknown."""
    known = np.where(np.isnan(x).all(axis=0), 0.0, x)
    edges = np.nanquantile(known, np.linspace(0, 1, TENTHS + 1)[1:-1], axis=0)
    return Expected(edges, np.stack([_shares(edges[:, at], x[:, at]) for at in range(x.shape[1])], axis=1))


def _shares(edges: Numbers, column: Numbers) -> Numbers:
    """Shares of the groups; equal tenths are one group, as in columns of few values."""
    group: NDArray[np.int64] = np.where(np.isnan(column), TENTHS, np.searchsorted(edges, column, side="left"))
    told: Numbers = np.bincount(group, minlength=TENTHS + 1) / max(len(column), 1)
    return told


def psi(before: Numbers, seen: Numbers) -> float:
    """The population stability index of two lists of shares; 0 is alike."""
    before, seen = np.clip(before, LEAST, None), np.clip(seen, LEAST, None)
    return float(((seen - before) * np.log(seen / before)).sum())


def drift(shape: Expected, columns: tuple[str, ...], x: Numbers) -> Mapping[str, float]:
    """The index of every column, the most drifted first."""
    told = {
        name: psi(shape.shares[:, at], _shares(shape.edges[:, at], x[:, at]))
        for at, name in enumerate(columns)
    }
    return {name: round(value, 4) for name, value in sorted(told.items(), key=lambda one: -one[1])}

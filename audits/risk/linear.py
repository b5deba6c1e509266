"""Regularized logistic regression on clipped, standardized columns: every part of a score is a product."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from audits.risk.table import Numbers, Table

TAILS = (0.5, 99.5)
"""Columns are clipped at these percentiles of the training rows."""


@dataclass(frozen=True)
class Linear:
    """Weights, one for each column and one for each column's being missing; log odds."""

    low: Numbers
    high: Numbers
    middle: Numbers
    scale: Numbers
    weights: Numbers
    missing: Numbers
    constant: float

    def score(self, x: Numbers) -> Numbers:
        """Log odds, one a row."""
        blank = np.isnan(x)
        told: Numbers = self._standard(x, blank) @ self.weights + blank @ self.missing + self.constant
        return told

    def parts(self, x: Numbers) -> Numbers:
        """What each column adds to the log odds against the typical row; exact."""
        blank = np.isnan(x)
        told: Numbers = self._standard(x, blank) * self.weights + blank * self.missing
        return told

    def _standard(self, x: Numbers, blank: Any) -> Numbers:
        told: Numbers = (np.clip(x, self.low, self.high) - self.middle) / self.scale
        told[blank] = 0.0
        return told


@dataclass(frozen=True)
class LinearRecipe:
    """How a linear candidate is fitted; `strength` is scikit-learn's C, small means strongly held back."""

    strength: float
    simple: int = 0
    name: str = "linear"

    def fit(self, table: Table) -> Linear:
        """Weights from the rows of a table."""
        low, high, middle = _columns(table.x)
        scale = np.nan_to_num(np.nanstd(_filled(np.clip(table.x, low, high), middle), axis=0))
        scale[scale == 0] = 1.0
        blank = np.isnan(table.x)
        standard = (_filled(np.clip(table.x, low, high), middle) - middle) / scale
        model = LogisticRegression(C=self.strength, max_iter=1000)
        model.fit(np.hstack([standard, blank]), table.y)
        found, size = model.coef_[0], len(table.columns)
        return Linear(low, high, middle, scale, found[:size], found[size:], float(model.intercept_[0]))


def _columns(x: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Percentiles and mean of each column; nothing where nothing is known."""
    known = np.where(np.isnan(x).all(axis=0), 0.0, x)
    low, high = np.nanpercentile(known, TAILS, axis=0)
    return low, high, np.nanmean(np.clip(known, low, high), axis=0)


def _filled(x: Numbers, middle: Numbers) -> Numbers:
    told: Numbers = np.where(np.isnan(x), middle, x)
    return told

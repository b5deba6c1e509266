"""How good a score is, with intervals: the rows are drawn anew many times (bootstrap)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from sklearn.metrics import average_precision_score, brier_score_loss, roc_auc_score

from audits.risk.table import Mask, Numbers

TOP = 20
"""The riskiest twentieth is what an office could visit."""
DRAWS = 1000
BOUNDS = (2.5, 97.5)


@dataclass(frozen=True)
class Measure:
    """A number with the bounds between which nineteen of twenty draws lie."""

    value: float
    low: float
    high: float


def top(y: Mask, score: Numbers) -> Mask:
    """Outcomes of the riskiest twentieth; ties in the order of the rows."""
    count = -(-len(y) // TOP)
    told: Mask = y[np.argsort(-score, kind="stable")[:count]]
    return told


def auc(y: Mask, score: Numbers) -> float:
    """The chance that a row with the outcome scores above one without."""
    return float(roc_auc_score(y, score))


def average_precision(y: Mask, score: Numbers) -> float:
    """Mean precision over the found; the base rate for a random order."""
    return float(average_precision_score(y, score))


def precision_in_top(y: Mask, score: Numbers) -> float:
    """The share with the outcome among the riskiest twentieth."""
    return float(top(y, score).mean())


def found_in_top(y: Mask, score: Numbers) -> float:
    """The share of all outcomes that lies among the riskiest twentieth."""
    return float(top(y, score).sum() / y.sum())


def brier(y: Mask, probability: Numbers) -> float:
    """Mean squared distance of the probability from what came."""
    return float(brier_score_loss(y, probability))


ORDER: Mapping[str, Callable[[Mask, Numbers], float]] = {
    "auc": auc,
    "average_precision": average_precision,
    "precision_in_top": precision_in_top,
    "found_in_top": found_in_top,
}
"""What only the order of the rows decides."""


def draws(y: Mask, count: int = DRAWS, seed: int = 0) -> list[np.ndarray]:
    """Rows drawn with return, so often; draws without both outcomes are left out."""
    random = np.random.default_rng(seed)
    made = (random.integers(0, len(y), len(y)) for _ in range(count))
    return [rows for rows in made if 0 < y[rows].sum() < len(y)]


def measure(told: Callable[[Mask, Numbers], float], y: Mask, score: Numbers, count: int = DRAWS) -> Measure:
    """A number with its interval."""
    low, high = np.percentile([told(y[rows], score[rows]) for rows in draws(y, count)], BOUNDS)
    return Measure(told(y, score), float(low), float(high))


def gain(y: Mask, score: Numbers, other: Numbers, count: int = DRAWS) -> Measure:
    """How much more average precision a score has than another on the same rows (paired draws)."""
    differences = [
        average_precision(y[rows], score[rows]) - average_precision(y[rows], other[rows])
        for rows in draws(y, count)
    ]
    low, high = np.percentile(differences, BOUNDS)
    return Measure(average_precision(y, score) - average_precision(y, other), float(low), float(high))

"""Scores for the officer: probability, how sure it is, place and band, the reasons, and what is missing."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from audits.risk.store import Model
from audits.risk.table import Numbers

REASONS = 3
BANDS = ((0.05, "high"), (0.20, "raised"), (1.0, "usual"))
"""Bands by place: the riskiest twentieth, the riskiest fifth, everybody else."""
TEN_THOUSAND = 10_000
BLOCK = 20_000
LEAST = 0.01
"""A column that moves the log odds by less is no reason."""


def scored(model: Model, codes: list[str], x: Numbers) -> Iterator[dict[str, Any]]:
    """A row for each organization, as models.risk keeps it, without its run."""
    score = model.weights.score(x)
    probability = model.calibration.probability(score)
    rates = model.rates(score)
    place = np.empty(len(codes), dtype=int)
    place[np.lexsort((np.array(codes), -score))] = np.arange(1, len(codes) + 1)
    for start in range(0, len(codes), BLOCK):
        parts = model.weights.parts(x[start : start + BLOCK])
        for at, own in enumerate(parts, start):
            low, high = min(rates[at].low, probability[at]), max(rates[at].high, probability[at])
            yield {
                "code": codes[at],
                "probability": _ten_thousandths(probability[at]),
                "low": _ten_thousandths(low),
                "high": _ten_thousandths(high),
                "place": int(place[at]),
                "band": band(int(place[at]), len(codes)),
                "reasons": reasons(model, own, x[at]),
                "missing": [
                    name for name, value in zip(model.columns, x[at], strict=True) if np.isnan(value)
                ],
            }


def _ten_thousandths(share: float) -> int:
    return round(TEN_THOUSAND * float(share))


def band(place: int, count: int) -> str:
    """The band of a place among so many."""
    return next(name for share, name in BANDS if place <= max(1, share * count) or share == 1.0)


def reasons(model: Model, parts: Numbers, row: Numbers) -> list[dict[str, Any]]:
    """What moved a score most, up or down: column, its value, thousandths of log odds."""
    first = np.argsort(-np.abs(parts), kind="stable")[:REASONS]
    return [
        {
            "column": model.columns[at],
            "value": None if np.isnan(row[at]) else round(float(row[at]), 4),
            "moved": round(1000 * float(parts[at] * model.calibration.slope)),
        }
        for at in first
        if abs(parts[at]) >= LEAST
    ]

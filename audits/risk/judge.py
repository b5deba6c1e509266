"""A trained model before the seasons it has not seen: beside the one-line rule and a random order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.metrics import precision_recall_curve, roc_curve

from audits.risk.learn import Calibration, Learned, calibrated
from audits.risk.measure import DRAWS, ORDER, Measure, brier, measure
from audits.risk.table import Mask, Numbers, Table

STEPS = 10
POINTS = 200
"""A curve is drawn through so many points at most."""
Curve = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Step:
    """A tenth of the rows by probability: what was foretold on average, how many came, of how many."""

    foretold: float
    came: int
    of: int


@dataclass(frozen=True)
class Judged:
    """What the test seasons say: measures of the model and the rule by name, curves, calibration."""

    name: str
    rows: int
    learned_from: int
    base_rate: float
    seasons: tuple[int, ...]
    family: str
    model: Mapping[str, Measure]
    rule: Mapping[str, Measure]
    curves: Mapping[str, Curve]
    rule_curves: Mapping[str, Curve]
    calibration: Sequence[Step]
    by_season: Mapping[str, Step]


def judge(table: Table, learned: Learned, count: int = DRAWS) -> Judged:
    """Look at the test seasons: once."""
    test = table.of(*table.test)
    score = learned.weights.score(test.x)
    probability = learned.calibration.probability(score)
    rule = _rule(table).probability(test.naive)
    return Judged(
        name=table.name, rows=len(test.y), learned_from=len(table.before(min(table.test)).y),
        base_rate=float(test.y.mean()), seasons=table.test, family=learned.trial.recipe.name,
        model=measures(test.y, score, probability, count), rule=measures(test.y, test.naive, rule, count),
        curves=curves(test.y, score), rule_curves=curves(test.y, test.naive),
        calibration=steps(test.y, probability),
        by_season=_seasons(table, learned),
    )  # fmt: skip


def _rule(table: Table) -> Calibration:
    """The one-line rule gets its best slope too, so that its probabilities are judged fairly."""
    past = table.of(*table.validation)
    return calibrated(past.y, past.naive)


def measures(y: Mask, score: Numbers, probability: Numbers, count: int = DRAWS) -> Mapping[str, Measure]:
    """Every measure with its interval."""
    told = {name: measure(one, y, score, count) for name, one in ORDER.items()}
    return told | {"brier": measure(brier, y, probability, count)}


def _seasons(table: Table, learned: Learned) -> Mapping[str, Step]:
    """What was foretold of each season on average and what came; those to choose by were scored unseen too."""
    whens = np.concatenate([table.of(season).when for season in table.validation])
    past = learned.calibration.probability(learned.trial.score)
    told = {str(one): _step(past[whens == one], learned.trial.y[whens == one]) for one in table.validation}
    for season in table.test:
        rows = table.of(season)
        told[str(season)] = _step(learned.calibration.probability(learned.weights.score(rows.x)), rows.y)
    return told


def _step(probability: Numbers, y: Mask) -> Step:
    return Step(float(probability.mean()), int(y.sum()), len(y))


def random_order(rate: float) -> Mapping[str, float]:
    """What a random order is worth on average at a base rate."""
    return {
        "auc": 0.5,
        "average_precision": rate,
        "precision_in_top": rate,
        "found_in_top": 0.05,
        "brier": rate * (1 - rate),
    }


def curves(y: Mask, score: Numbers) -> Mapping[str, Curve]:
    """Points of the two curves: false alarms and found, found and precision."""
    false, found, _ = roc_curve(y, score)
    precision, recall, _ = precision_recall_curve(y, score)
    return {"roc": _thinned(false, found), "precision_recall": _thinned(recall[::-1], precision[::-1])}


def _thinned(x: Numbers, y: Numbers) -> Curve:
    at = np.unique(np.linspace(0, len(x) - 1, POINTS).astype(int))
    return [(round(float(x[i]), 4), round(float(y[i]), 4)) for i in at]


def steps(y: Mask, probability: Numbers, count: int = STEPS) -> Sequence[Step]:
    """Rows by probability in steps of equal size."""
    order = np.argsort(probability, kind="stable")
    parts = (part for part in np.array_split(order, count) if len(part))
    return [_step(probability[part], y[part]) for part in parts]

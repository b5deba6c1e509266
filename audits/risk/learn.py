"""Training: candidates on past seasons, the simpler kept unless the other is better beyond its interval."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from audits.risk.linear import Linear, LinearRecipe
from audits.risk.measure import DRAWS, Measure, average_precision, gain
from audits.risk.table import Mask, Numbers, Table
from audits.risk.trees import Trees, TreesRecipe

Recipe = LinearRecipe | TreesRecipe
RECIPES: Sequence[Recipe] = (
    LinearRecipe(0.001),
    LinearRecipe(0.01),
    LinearRecipe(0.3),
    TreesRecipe(),
)
"""The candidates, the simplest family first."""
THREADS = 1
"""Training leaves the other cores to those who work: asking for more is slower on a busy machine."""


@dataclass(frozen=True)
class Calibration:
    """How log odds become a probability: 1 / (1 + exp(-(slope * s + shift)))."""

    slope: float
    shift: float

    def probability(self, score: Numbers) -> Numbers:
        """The probability, one a row."""
        told: Numbers = 1.0 / (1.0 + np.exp(-(self.slope * score + self.shift)))
        return told


@dataclass(frozen=True)
class Trial:
    """A candidate on the seasons to choose by: scores of rows it had not learned from."""

    recipe: Recipe
    y: Mask
    score: Numbers

    @property
    def average_precision(self) -> float:
        """The measure that chooses."""
        return average_precision(self.y, self.score)


@dataclass(frozen=True)
class Learned:
    """What training found: the weights, their calibration, the candidates, and what decided."""

    weights: Linear | Trees
    calibration: Calibration
    trial: Trial
    trials: Sequence[Trial]
    gain: Measure | None


def learn(
    table: Table,
    recipes: Sequence[Recipe] = RECIPES,
    tell: Callable[[str], None] = lambda text: None,
    draws: int = DRAWS,
) -> Learned:
    """Choose on the seasons of validation, calibrate there, then fit on all that precedes the test."""
    with threadpool_limits(limits=THREADS):
        return _learn(table, recipes, tell, draws)


def _learn(table: Table, recipes: Sequence[Recipe], tell: Callable[[str], None], draws: int) -> Learned:
    trials = [_tried(recipe, table, tell) for recipe in recipes]
    best = [max(group, key=lambda one: one.average_precision) for _, group in _families(trials)]
    chosen, decided = best[0], None
    for other in best[1:]:
        decided = gain(chosen.y, other.score, chosen.score, draws)
        chosen = other if decided.low > 0 else chosen
    tell(f"{chosen.recipe.name}: all seasons")
    weights = chosen.recipe.fit(table.before(min(table.test)))
    return Learned(weights, calibrated(chosen.y, chosen.score), chosen, trials, decided)


def _families(trials: Sequence[Trial]) -> list[tuple[str, list[Trial]]]:
    return [(name, list(group)) for name, group in groupby(trials, key=lambda one: one.recipe.name)]


def _tried(recipe: Recipe, table: Table, tell: Callable[[str], None]) -> Trial:
    scores, outcomes = [], []
    for season in table.validation:
        tell(f"{recipe.name}: {season}")
        scores.append(recipe.fit(table.before(season)).score(table.of(season).x))
        outcomes.append(table.of(season).y)
    return Trial(recipe, np.concatenate(outcomes), np.concatenate(scores))


def calibrated(y: Mask, score: Numbers) -> Calibration:
    """Slope and shift from scores of rows not learned from (Platt)."""
    model = LogisticRegression(C=1e6).fit(score.reshape(-1, 1), y)
    return Calibration(float(model.coef_[0, 0]), float(model.intercept_[0]))

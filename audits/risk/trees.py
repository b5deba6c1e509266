"""Boosted trees with directions, kept as plain arrays and scored by scikit-learn's own tree walker."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.ensemble._hist_gradient_boosting.common import PREDICTOR_RECORD_DTYPE
from sklearn.ensemble._hist_gradient_boosting.predictor import TreePredictor

from audits.risk.table import Numbers, Table

KEPT = (
    "value", "count", "feature_idx", "num_threshold", "missing_go_to_left", "left", "right", "is_leaf",
)  # fmt: skip
"""What of a node is kept: all that scoring and reasons need."""
NO_BITS = np.zeros((0, 8), dtype=np.uint32)


@dataclass(frozen=True)
class Trees:
    """Several boosted models, their mean taken. `nodes` stand tree after tree, `sizes` nodes in each."""

    width: int
    constant: float
    nodes: NDArray[Any]
    sizes: NDArray[np.int64]

    @cached_property
    def _trees(self) -> list[NDArray[Any]]:
        return np.split(self.nodes, np.cumsum(self.sizes)[:-1])

    def score(self, x: Numbers, threads: int = 1) -> Numbers:
        """Log odds, one a row."""
        told = np.full(len(x), self.constant)
        places = np.zeros(self.width, dtype=np.uint32)
        for tree in self._trees:
            told += TreePredictor(tree, NO_BITS, NO_BITS).predict(x, NO_BITS, places, threads)
        return told

    def parts(self, x: Numbers) -> Numbers:
        """What each column adds to the log odds: at every split on a row's way, the change of the mean of
        the training rows below. The parts and the typical row's score sum to the score, exactly.
        """
        told = np.zeros(x.shape)
        for tree in self._trees:
            _walk(tree, _means(tree), x, told)
        return told


def _means(tree: NDArray[Any]) -> Numbers:
    """The mean of the leaves below each node, by training rows; children stand after their parent."""
    means = tree["value"].copy()
    for at in range(len(tree) - 1, -1, -1):
        if not tree["is_leaf"][at]:
            below = [tree["left"][at], tree["right"][at]]
            means[at] = np.average(means[below], weights=tree["count"][below])
    return means


def _walk(tree: NDArray[Any], means: Numbers, x: Numbers, told: Numbers) -> None:
    """Walk all rows down a tree at once, adding what each split changes."""
    at = np.zeros(len(x), dtype=np.int64)
    on = np.flatnonzero(~tree["is_leaf"][at].astype(bool))
    while len(on):
        here = at[on]
        column = tree["feature_idx"][here]
        value = x[on, column]
        left = np.where(
            np.isnan(value), tree["missing_go_to_left"][here] == 1, value <= tree["num_threshold"][here]
        )
        below = np.where(left, tree["left"][here], tree["right"][here]).astype(np.int64)
        told[on, column] += means[below] - means[here]
        at[on] = below
        on = on[tree["is_leaf"][below] == 0]


@dataclass(frozen=True)
class TreesRecipe:
    """How boosted trees are fitted: so many models of different seeds, each of `rounds` small trees."""

    rounds: int = 400
    rate: float = 0.025
    leaves: int = 12
    least: int = 50
    share: float = 0.2
    seeds: int = 3
    simple: int = 1
    name: str = "trees"

    def fit(self, table: Table) -> Trees:
        """Trees from the rows of a table; columns with nothing to split on are left out."""
        used = np.flatnonzero([_splits(table.x[:, at]) for at in range(table.x.shape[1])])
        x = table.x if len(used) == table.x.shape[1] else np.ascontiguousarray(table.x[:, used])
        directions = [table.directions.get(table.columns[at], 0) for at in used]
        made = [self._one(seed, directions).fit(x, table.y) for seed in range(self.seeds)]
        trees = [tree.nodes.copy() for model in made for (tree,) in model._predictors]
        nodes, sizes = np.concatenate(trees), np.array([len(tree) for tree in trees])
        nodes["feature_idx"] = used[nodes["feature_idx"]]
        nodes["value"] /= self.seeds
        constant = float(np.mean([model._baseline_prediction[0, 0] for model in made]))
        return Trees(table.x.shape[1], constant, nodes, sizes)

    def _one(self, seed: int, directions: list[int]) -> Any:
        return HistGradientBoostingClassifier(
            max_iter=self.rounds,
            learning_rate=self.rate,
            max_leaf_nodes=self.leaves,
            min_samples_leaf=self.least,
            max_features=self.share,
            monotonic_cst=directions,
            early_stopping=False,
            random_state=seed,
        )


def _splits(column: Numbers) -> bool:
    """Whether a column has two known values."""
    known = column[~np.isnan(column)]
    return len(known) > 0 and bool(known.min() < known.max())


def nodes_of(arrays: dict[str, NDArray[Any]]) -> NDArray[Any]:
    """Nodes as scikit-learn wants them, from the kept arrays."""
    nodes = np.zeros(len(arrays["value"]), dtype=PREDICTOR_RECORD_DTYPE)
    for name in KEPT:
        nodes[name] = arrays[name]
    return nodes

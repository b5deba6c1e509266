"""The peer of the reasons: shap's TreeExplainer on the same trees, in an environment of its own."""

import importlib
import json
import sys
import time

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier


def main(learned: int, asked: int) -> None:
    """Fit as tests.bench.risk does, explain so many rows, tell how long that took."""
    random = np.random.default_rng(1)
    x = random.normal(size=(learned, 40))
    x[random.random(x.shape) < 0.05] = np.nan
    z = np.nan_to_num(x)
    y = random.random(learned) < 1 / (1 + np.exp(1.5 - z[:, 0] - 0.5 * z[:, 1] - z[:, 2] * z[:, 3]))
    model = HistGradientBoostingClassifier(
        max_iter=100, learning_rate=0.1, max_leaf_nodes=31, min_samples_leaf=20, early_stopping=False
    ).fit(x, y)
    explainer = importlib.import_module("shap").TreeExplainer(model)
    begun = time.perf_counter()
    explainer.shap_values(x[:asked])
    print(json.dumps({"reasons_s": time.perf_counter() - begun, "answer": ""}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

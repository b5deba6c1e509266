"""Risk: fit 300,000 x 40 and score 1,000,000 x 40 beside bare scikit-learn, reasons for 10,000 beside shap."""

import sys
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score

from audits.risk.table import Table
from audits.risk.trees import TreesRecipe
from compliance.facts import Said
from tests.bench import peer
from tests.bench.contest import Contender, Contest, Goal, module
from tests.bench.measure import tell, timed

COLUMNS, ROUNDS, RATE, LEAVES, LEAST, REASONS = 40, 100, 0.1, 31, 20, 10_000
SHAP = ("shap==0.51.0", "scikit-learn==1.9.1")
NAME = Said("基准", "bench")
ALONE = ("/usr/bin/env", "OMP_NUM_THREADS=1")
"""Each contender has one thread."""


def bench(quick: bool) -> None:
    """Fit and score ours and bare, one thread, judged by processor time; then reasons for the rows shown."""
    learned, scored = (30_000, 100_000) if quick else (300_000, 1_000_000)
    sizes = (str(learned), str(scored))
    bare = "scikit-learn, bare"
    fits = (
        Contender("yangguang", [*ALONE, *module("tests.bench.risk", "ours", *sizes)]),
        Contender(bare, [*ALONE, *module("tests.bench.risk", "bare", *sizes)]),
    )
    goals = (Goal("fit_cpu_s", 1.15, bare), Goal("score_cpu_s", 1.15, bare))
    Contest(f"risk: fit {learned:,} x {COLUMNS}, score {scored:,}", fits, goals, 1 if quick else 3).run()
    shap = Path(__file__).with_name("risk_shap.py")
    sides = (
        Contender("yangguang", [*ALONE, *module("tests.bench.risk", "reasons", *sizes)]),
        Contender("shap", [*ALONE, peer.python("shap", *SHAP), shap, sizes[0], str(REASONS)]),
    )
    title = f"risk: reasons for {REASONS:,} of the same trees"
    Contest(title, sides, (Goal("reasons_s", 0.1, "shap"),), 1 if quick else 3).run()


def made(rows: int, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Rows with an outcome, two columns of which work together."""
    random = np.random.default_rng(seed)
    x = random.normal(size=(rows, COLUMNS))
    x[random.random(x.shape) < 0.05] = np.nan
    z = np.nan_to_num(x)
    drive = z[:, 0] + 0.5 * z[:, 1] + z[:, 2] * z[:, 3] - 1.5
    return x, random.random(rows) < 1 / (1 + np.exp(-drive))


def ours(learned: int) -> tuple[Table, TreesRecipe]:
    """The bench's rows and settings as ours."""
    x, y = made(learned)
    names = tuple(f"c{n}" for n in range(COLUMNS))
    table = Table("bench", NAME, NAME, names, x, y, np.zeros(learned, dtype=int), x[:, 0], (0,), (1,))
    return table, TreesRecipe(ROUNDS, RATE, LEAVES, LEAST, share=1.0, seeds=1)


def bare() -> HistGradientBoostingClassifier:
    """The same settings, without us."""
    return HistGradientBoostingClassifier(
        max_iter=ROUNDS, learning_rate=RATE, max_leaf_nodes=LEAVES, min_samples_leaf=LEAST,
        early_stopping=False, random_state=0,
    )  # fmt: skip


def main(whose: str, learned: int, scored: int) -> None:
    """Run once and tell."""
    x, y = made(REASONS if whose == "reasons" else scored, seed=2)
    table, recipe = ours(learned)
    if whose == "bare":
        fit, fit_cpu, model = timed(lambda: bare().fit(table.x, table.y), 1)
        score, cpu, told = timed(lambda: model.decision_function(x), 1)
    else:
        fit, fit_cpu, model = timed(lambda: recipe.fit(table), 1)
        if whose == "reasons":
            reasons, _, _ = timed(lambda: model.parts(x), 1)
            tell("", reasons_s=reasons)
            return
        score, cpu, told = timed(lambda: model.score(x), 1)
    tell(f"{roc_auc_score(y, told):.4f}", fit_s=fit, fit_cpu_s=fit_cpu, score_s=score, score_cpu_s=cpu)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))

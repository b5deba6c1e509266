"""Models: their arithmetic is scikit-learn's, their reasons sum to the score, their file is theirs alone."""

from dataclasses import replace

import numpy as np
import orjson
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier

from audits.refusal import Unfit
from audits.risk.drift import ACT, drift
from audits.risk.learn import learn
from audits.risk.linear import Linear, LinearRecipe
from audits.risk.scoring import scored
from audits.risk.store import Model, kept, packed, unpacked
from audits.risk.table import Table
from audits.risk.trees import Trees, TreesRecipe
from compliance.facts import Said

COLUMNS = ("a", "b", "c", "d")
SMALL = TreesRecipe(rounds=40, least=20, share=1.0, seeds=2)
NAME = Said("结果", "outcome")


def table(bent: bool = False, rows: int = 1200) -> Table:
    random = np.random.default_rng(5)
    x = random.normal(size=(rows, len(COLUMNS)))
    x[:, 3] = 1.0
    x[random.random(rows) < 0.2, 1] = np.nan
    drive = 3 * np.sign(x[:, 0] * x[:, 2]) if bent else 1.5 * x[:, 0]
    y = random.random(rows) < 1 / (1 + np.exp(1.0 - drive))
    when = np.arange(rows) * 4 // rows
    return Table("late_filing", NAME, NAME, COLUMNS, x, y, when, x[:, 0].copy(), (1, 2), (3,), {"a": 1})


@pytest.fixture(scope="module", params=["linear", "trees"])
def model(request: pytest.FixtureRequest) -> Model:
    rows = table()
    recipe = LinearRecipe(0.3) if request.param == "linear" else SMALL
    return kept(rows, learn(rows, [recipe]))


def test_trees_score_as_scikit_learn_does() -> None:
    rows = replace(table(), x=table().x[:, :3], columns=COLUMNS[:3])
    ours = replace(SMALL, seeds=1).fit(rows)
    theirs = HistGradientBoostingClassifier(
        max_iter=40, learning_rate=0.025, max_leaf_nodes=12, min_samples_leaf=20, early_stopping=False,
        random_state=0, monotonic_cst=[1, 0, 0],
    ).fit(rows.x, rows.y)  # fmt: skip
    assert np.allclose(ours.score(rows.x), theirs.decision_function(rows.x))


def test_reasons_sum_to_the_score(model: Model) -> None:
    x = table().x
    rest = model.weights.score(x) - model.weights.parts(x).sum(axis=1)
    assert np.allclose(rest, rest[0])


def test_a_kept_model_scores_the_same_and_holds_no_code(model: Model) -> None:
    content = packed(model)
    again = unpacked(content, COLUMNS)
    assert np.array_equal(again.weights.score(table().x), model.weights.score(table().x))
    assert packed(again) == content
    assert set(orjson.loads(content)) >= {"version", "columns", "fingerprint"}


@pytest.mark.parametrize("columns", [("a", "b", "c"), ("b", "a", "c", "d"), ("a", "b", "c", "e")])
def test_a_model_of_other_columns_is_refused(model: Model, columns: tuple[str, ...]) -> None:
    with pytest.raises(Unfit):
        unpacked(packed(model), columns)


def test_a_damaged_model_is_refused(model: Model) -> None:
    for content in (b"", b"{}", packed(model)[:-40], packed(model).replace(b'"data": "', b'"data": "!', 1)):
        with pytest.raises(Unfit):
            unpacked(content, COLUMNS)


def test_a_tree_that_leads_nowhere_is_refused() -> None:
    rows = table()
    model = kept(rows, learn(rows, [SMALL]))
    assert isinstance(model.weights, Trees)
    model.weights.nodes["left"][0] = 10_000
    with pytest.raises(Unfit):
        unpacked(packed(model), COLUMNS)


def test_a_risk_that_rises_with_a_column_never_falls_with_it() -> None:
    rows = table()
    trees = SMALL.fit(rows)
    steps = np.zeros((50, len(COLUMNS)))
    steps[:, 0] = np.linspace(-3, 3, 50)
    assert (np.diff(trees.score(steps)) >= 0).all()


def test_the_simpler_wins_unless_the_other_is_better_beyond_its_interval() -> None:
    straight = learn(table(), [LinearRecipe(0.3), SMALL])
    bent = learn(table(bent=True), [LinearRecipe(0.3), replace(SMALL, rounds=100)])
    assert isinstance(straight.weights, Linear)
    assert isinstance(bent.weights, Trees) and bent.gain is not None and bent.gain.low > 0


def test_training_never_sees_the_test_seasons() -> None:
    rows = table()
    last = rows.when == 3
    wrong = replace(rows, y=np.where(last, ~rows.y, rows.y), x=np.where(last[:, None], 99.0, rows.x))
    assert packed(kept(rows, learn(rows, [SMALL]))) == packed(kept(wrong, learn(wrong, [SMALL])))


def test_drift_is_nothing_on_the_training_rows_and_seen_where_a_column_moved(model: Model) -> None:
    rows = table().before(3)
    assert max(drift(model.expected, COLUMNS, rows.x).values()) < 0.01
    moved = rows.x.copy()
    moved[:, 2] += 2
    told = drift(model.expected, COLUMNS, moved)
    assert next(iter(told)) == "c" and told["c"] > ACT and told["a"] < 0.01


def test_a_score_says_how_sure_it_is_why_and_what_is_missing(model: Model) -> None:
    x = table().x[:200]
    rows = list(scored(model, [f"{n:03d}" for n in range(200)], x))
    assert sorted(row["place"] for row in rows) == list(range(1, 201))
    assert [sum(row["band"] == band for row in rows) for band in ("high", "raised", "usual")] == [10, 30, 160]
    for row, own in zip(rows, x, strict=True):
        assert row["low"] <= row["probability"] <= row["high"]
        assert len(row["reasons"]) <= 3
        assert row["missing"] == (["b"] if np.isnan(own[1]) else [])

"""A trained model as JSON without pickle: numbers as base64 arrays; refused where columns differ."""

import base64
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from audits.refusal import Unfit
from audits.risk.drift import Expected, expected
from audits.risk.learn import Calibration, Learned
from audits.risk.linear import Linear
from audits.risk.table import Mask, Numbers, Table, fingerprint
from audits.risk.trees import KEPT, Trees, nodes_of
from compliance.outcome import Rate, wilson

VERSION = 1
GROUPS = (*(step / 20 for step in range(1, 20)), 0.98, 0.99)
"""Past rows, scored before their outcome was known, in groups by score between these quantiles."""


@dataclass(frozen=True)
class Model:
    """All that scoring needs. `edges`, `came` and `of` tell how often the outcome came at such scores;
    `expected` is the shape of the training rows, against which drift is measured.
    """

    outcome: str
    columns: tuple[str, ...]
    weights: Linear | Trees
    calibration: Calibration
    edges: Numbers
    came: tuple[int, ...]
    of: tuple[int, ...]
    expected: Expected

    def rates(self, score: Numbers) -> list[Rate]:
        """How often the outcome came among past rows scored alike, with its interval."""
        told = [wilson(came, of) for came, of in zip(self.came, self.of, strict=True)]
        return [told[at] for at in np.searchsorted(self.edges, score, side="right")]


def kept(table: Table, learned: Learned) -> Model:
    """A model from what training found."""
    edges, came, of = _groups(learned.trial.y, learned.trial.score)
    return Model(
        table.name, table.columns, learned.weights, learned.calibration, edges, came, of,
        expected(table.before(min(table.test)).x),
    )  # fmt: skip


def _groups(y: Mask, score: Numbers) -> tuple[Numbers, tuple[int, ...], tuple[int, ...]]:
    edges = np.unique(np.quantile(score, GROUPS))
    group = np.searchsorted(edges, score, side="right")
    of = np.bincount(group, minlength=len(edges) + 1)
    came = np.bincount(group, weights=y, minlength=len(edges) + 1).astype(int)
    return edges, tuple(map(int, came)), tuple(map(int, of))


def packed(model: Model) -> bytes:
    """The model as JSON."""
    told = {
        "version": VERSION, "outcome": model.outcome, "columns": list(model.columns),
        "fingerprint": fingerprint(model.columns), "slope": model.calibration.slope,
        "shift": model.calibration.shift, "edges": _pack(model.edges), "came": list(model.came),
        "of": list(model.of), "tenths": _pack(model.expected.edges),
        "shares": _pack(model.expected.shares), **_weights(model.weights),
    }  # fmt: skip
    return orjson.dumps(told, option=orjson.OPT_INDENT_2)


def _weights(weights: Linear | Trees) -> dict[str, Any]:
    if isinstance(weights, Linear):
        told = {one.name: getattr(weights, one.name) for one in fields(weights)}
        return {"linear": {name: _pack(np.asarray(value)) for name, value in told.items()}}
    arrays = {name: _pack(weights.nodes[name]) for name in KEPT}
    sizes = _pack(weights.sizes)
    return {"trees": {**arrays, "sizes": sizes, "width": weights.width, "constant": weights.constant}}


def unpacked(content: bytes, columns: tuple[str, ...]) -> Model:
    """The model kept. Unfit if it is none, or was trained on other columns than these."""
    try:
        told = orjson.loads(content)
        if told["version"] != VERSION or told["fingerprint"] != fingerprint(columns):
            raise Unfit(
                "该模型所用特征与本程序不同，不能使用；请运行 yangguang risk train 重新训练。",
                "This model was trained on other columns than this program has; "
                "train a new one with `yangguang risk train`.",
            )
        return _model(told, columns)
    except (KeyError, ValueError, TypeError) as error:
        raise Unfit("该模型文件已损坏，不能使用。", "This model is damaged and cannot be used.") from error


def _model(told: dict[str, Any], columns: tuple[str, ...]) -> Model:
    calibration = Calibration(float(told["slope"]), float(told["shift"]))
    return Model(
        str(told["outcome"]), columns, _read(told, len(columns)), calibration, _unpack(told["edges"]),
        tuple(told["came"]), tuple(told["of"]), Expected(_unpack(told["tenths"]), _unpack(told["shares"])),
    )  # fmt: skip


def _read(told: dict[str, Any], width: int) -> Linear | Trees:
    if "linear" in told:
        arrays = {name: _unpack(value) for name, value in told["linear"].items()}
        constant = float(arrays.pop("constant"))
        return Linear(**arrays, constant=constant)
    trees = told["trees"]
    nodes = nodes_of({name: _unpack(trees[name]) for name in KEPT})
    sizes = _unpack(trees["sizes"])
    _checked(nodes, sizes, width)
    return Trees(width, float(trees["constant"]), nodes, sizes)


def _checked(nodes: NDArray[Any], sizes: NDArray[np.int64], width: int) -> None:
    """Every step of a tree leads down inside the tree: scikit-learn's walker does not look."""
    size = np.repeat(sizes, sizes)
    inner = nodes["is_leaf"] == 0
    here = (np.arange(len(nodes)) - np.repeat(np.cumsum(sizes) - sizes, sizes))[inner]
    ends = np.maximum(nodes["left"], nodes["right"])[inner]
    starts = np.minimum(nodes["left"], nodes["right"])[inner]
    columns = nodes["feature_idx"][inner]
    if (
        (ends >= size[inner]).any()
        or (starts <= here).any()
        or not ((columns >= 0) & (columns < width)).all()
    ):
        raise ValueError("a tree leads nowhere")


def _pack(array: NDArray[Any]) -> dict[str, Any]:
    plain = np.ascontiguousarray(array).astype(array.dtype.newbyteorder("<"))
    return {
        "dtype": plain.dtype.str,
        "shape": list(array.shape),
        "data": base64.b64encode(plain.tobytes()).decode(),
    }


def _unpack(told: dict[str, Any]) -> NDArray[Any]:
    kind = np.dtype(told["dtype"])
    if kind.kind not in "fiu":
        raise ValueError(f"no numbers: {kind}")
    content = base64.b64decode(told["data"], validate=True)
    return np.frombuffer(content, dtype=kind).reshape(told["shape"]).copy()

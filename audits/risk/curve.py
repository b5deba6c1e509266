"""Curves as points of an inline SVG, in a box of SIZE by SIZE with nothing in its lower left corner."""

from collections.abc import Mapping, Sequence
from typing import Any

SIZE = 200


def points(curve: Sequence[Sequence[float]]) -> str:
    """The `points` of a polyline for shares between 0 and 1."""
    return " ".join(f"{x * SIZE:.1f},{(1 - y) * SIZE:.1f}" for x, y in curve)


def calibration(steps: Sequence[Mapping[str, Any]]) -> tuple[float, list[tuple[float, float]]]:
    """The largest share shown, and foretold against came as points in that box."""
    pairs = [(step["foretold"], step["came"] / step["of"]) for step in steps]
    most = max((max(pair) for pair in pairs), default=0.0) or 1.0
    return most, [(round(SIZE * x / most, 1), round(SIZE * (1 - y / most), 1)) for x, y in pairs]

"""How the scores of an edition are spread: columns of a small drawing, all of it or one class of it."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from models.ranked import Asked, Shape

STEPS = 10
TALL = 60


class Column(NamedTuple):
    """One column: from and to which score in points, how many stand there, and how tall it is drawn."""

    least: int
    most: int
    many: int
    tall: int


def columns(of: Shape, want: Asked) -> Sequence[Column]:
    """The columns of the class or the kind shown, lowest score first; full marks stand in the last."""
    heights: Counter[int] = Counter()
    for (class_, step), count in of.steps.items():
        if want.holds(class_):
            heights[min(step, STEPS - 1)] += count
    most = max(heights.values(), default=1)
    return [Column(n * 10, n * 10 + 10, heights[n], heights[n] * TALL // most) for n in range(STEPS)]

"""How large a share of organizations is drawn for a spot check, at least."""

from datetime import date
from fractions import Fraction

from compliance.facts import Grade, Level
from compliance.law import Cite
from compliance.law.house_rules import SAMPLING_FACTOR
from compliance.law.spot_check_measures import RATIOS


def least_share(level: Level, day: date) -> tuple[Fraction, Cite] | None:
    """Least yearly share of the regular draw at a level of registrar, with its basis; None before 2017."""
    text = RATIOS.on(day)
    if text is None:
        return None
    share = text.value[level]
    return Fraction(share.part, share.of), text.cite


def share_for(level: Level, grade: Grade, day: date) -> Fraction | None:
    """Share drawn among organizations of a grade: the least share, raised by the grade's factor, at most all."""
    least, factors = least_share(level, day), SAMPLING_FACTOR.on(day)
    if least is None or factors is None:
        return None
    factor = factors.value[grade]
    return Fraction(1) if factor is None else min(Fraction(1), least[0] * max(Fraction(1), factor))

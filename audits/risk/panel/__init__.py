"""Real published panels on which the same training is put on trial; what they are is told in their README."""

from collections.abc import Callable, Mapping
from pathlib import Path

from audits.risk.panel import deficit_uk, deficit_us, late_us
from audits.risk.table import Table

PANELS: Mapping[str, Callable[[Path], Table]] = {
    "E2": deficit_uk.table,
    "U2": deficit_us.table,
    "L1": late_us.table,
}
"""Each trial by its name in the README of the data, made from the folder of the data."""

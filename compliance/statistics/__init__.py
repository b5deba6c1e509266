"""The figures an office reports upward. Each is counted in models, and its cases are listed there, by one and
the same condition.
"""

from collections.abc import Mapping, Sequence

from compliance.facts import Said
from compliance.statistics.complaints import COMPLAINED
from compliance.statistics.figure import Figure, Section
from compliance.statistics.reporting import CONCLUDED, PARTICIPATION, REGISTERED
from compliance.statistics.supervision import ASSESSED, CHECKED, LISTED, PENALIZED

FIGURES: tuple[Figure, ...] = (
    *REGISTERED,
    *PARTICIPATION,
    *CONCLUDED,
    *LISTED,
    *ASSESSED,
    *CHECKED,
    *PENALIZED,
    *COMPLAINED,
)
"""Every figure, in the order of the page."""
BY_KEY: Mapping[str, Figure] = {figure.key: figure for figure in FIGURES}
MAIN = (
    "took_part",
    "not_reported",
    "concluded",
    "anomaly.in",
    "anomaly.out",
    "serious.in",
    "assessed_well",
    "drawn",
    "penalties",
)
"""The figures of the panel on the first page of the desk."""
NOT_KEPT: tuple[Said, ...] = (
    Said(
        "登记管理机关委托的抽查审计、离任审计和清算审计",
        "Audits ordered by the registrar: on a draw, on departure, on winding up",
    ),
)
"""What offices report as well and this system does not keep yet: said, never made up."""


def of_section(section: Section) -> Sequence[Figure]:
    """The figures of a table."""
    return [figure for figure in FIGURES if figure.section is section]

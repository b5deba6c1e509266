"""The desk of officers, supervising units and inspectors."""

from audits.web.regulator import (
    accounts,
    cases,
    deciding,
    draws,
    filing,
    home,
    inspectors,
    organizations,
    planning,
    queue,
    reports,
    risk,
    statistics,
)
from audits.web.regulator.pages import pages

__all__ = [
    "accounts",
    "cases",
    "deciding",
    "draws",
    "filing",
    "home",
    "inspectors",
    "organizations",
    "pages",
    "planning",
    "queue",
    "reports",
    "risk",
    "statistics",
]

"""The desk of officers, supervising units and inspectors."""

from audits.web.regulator import (
    accounts,
    cases,
    complaints,
    deciding,
    draws,
    filing,
    findings,
    home,
    inspectors,
    organizations,
    planning,
    queue,
    ranking,
    reports,
    risk,
    statistics,
)
from audits.web.regulator.pages import pages

__all__ = [
    "accounts",
    "cases",
    "complaints",
    "deciding",
    "draws",
    "filing",
    "findings",
    "home",
    "inspectors",
    "organizations",
    "pages",
    "planning",
    "queue",
    "ranking",
    "reports",
    "risk",
    "statistics",
]

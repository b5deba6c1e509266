"""The desk of officers, supervising units and inspectors."""

from audits.web.regulator import accounts, cases, deciding, home, organizations, queue, reports, risk
from audits.web.regulator.pages import pages

__all__ = ["accounts", "cases", "deciding", "home", "organizations", "pages", "queue", "reports", "risk"]

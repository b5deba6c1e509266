"""The desk of officers, supervising units and inspectors."""

from audits.web.regulator import accounts, cases, home, organizations, reports
from audits.web.regulator.pages import pages

__all__ = ["accounts", "cases", "home", "organizations", "pages", "reports"]

"""The desk of officers, supervising units and inspectors."""

from audits.web.regulator import cases, home, organizations, reports
from audits.web.regulator.pages import pages

__all__ = ["cases", "home", "organizations", "pages", "reports"]

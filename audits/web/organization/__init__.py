"""What an organization sees and does: its reports, its standing, its cases. Its code comes from its session."""

from audits.web.organization import case, home, lines, report
from audits.web.organization.pages import pages

__all__ = ["case", "home", "lines", "pages", "report"]

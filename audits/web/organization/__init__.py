"""What an organization sees and does: its reports, its standing, its cases. Its code comes from its session."""

from audits.web.organization import case, draws, filing, home, lines, papers, ranking, report
from audits.web.organization.pages import pages

__all__ = ["case", "draws", "filing", "home", "lines", "pages", "papers", "ranking", "report"]

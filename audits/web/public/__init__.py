"""The public side: whoever wants to know an organization, the lists, the ranking, the law."""

from audits.web.public import check, home, law, lists, organization, organizations, ranking, report
from audits.web.public.pages import pages

__all__ = ["check", "home", "law", "lists", "organization", "organizations", "pages", "ranking", "report"]

"""The API under /api/v1: what the public pages give, from the same queries."""

from audits.web.api import compare, document, draws, question, register
from audits.web.api.pages import pages

__all__ = ["compare", "document", "draws", "pages", "question", "register"]

"""The API under /api/v1: what the public pages give, from the same queries."""

from audits.web.api import document, draws, question, register
from audits.web.api.pages import pages

__all__ = ["document", "draws", "pages", "question", "register"]

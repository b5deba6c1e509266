"""The API under /api/v1: what the public pages give, from the same queries."""

from audits.web.api import document, question, register
from audits.web.api.pages import pages

__all__ = ["document", "pages", "question", "register"]

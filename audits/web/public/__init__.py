"""The public side: whoever wants to know an organization, the lists, the ranking, the log, the law."""

from audits.web.public import (
    badge,
    check,
    compare,
    complaints,
    data,
    decision,
    draw_log,
    draws,
    edition_paper,
    feeds,
    home,
    law,
    lists,
    log,
    organization,
    organizations,
    place,
    ranking,
    report,
    statistics,
)
from audits.web.public.pages import pages

__all__ = [
    "badge", "check", "compare", "complaints", "data", "decision", "draw_log", "draws", "edition_paper", "feeds",
    "home", "law", "lists", "log", "organization", "organizations", "pages", "place", "ranking", "report",
    "statistics",
]  # fmt: skip

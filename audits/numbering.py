"""Document numbers (文号): one series for each office, kind of paper and year, without gaps."""

from datetime import date
from enum import StrEnum

from models.db import Session
from models.job import next_number
from models.organization import Organization


class Paper(StrEnum):
    """The kinds of numbered papers, by the words of their numbers."""

    RECEIPT = "收"
    CONCLUSION = "年检"
    CASE = "案"
    NOTICE = "告"
    HEARING = "听"
    DECISION = "决"


def number(db: Session, paper: Paper, organization: Organization, day: date) -> str:
    """The next number of the organization's registrar in a year, such as 民社年检〔2026〕12号."""
    prefix = organization.registrar.number_prefix
    running = next_number(db, f"{organization.registrar_id}/{paper}/{day.year}")
    return f"{prefix}{paper}〔{day.year}〕{running}号"

"""Every table known, whoever asks first: import this before the tables are made or compared."""

from models import (
    account,
    case,
    complaint,
    enter,
    entry,
    event,
    holiday,
    job,
    organization,
    preview,
    publication,
    ranking,
    ranking_inputs,
    registrar,
    reminder,
    report,
    risk,
    snapshot,
)
from models.db import Base
from models.draw import finding, outcome, people, plan

metadata = Base.metadata
FILES = (
    account, case, complaint, enter, entry, event, holiday, job, organization, preview, publication, ranking,
    ranking_inputs, registrar, reminder, report, risk,
    snapshot,
)  # fmt: skip
DRAWS = (plan, people, outcome, finding)

MADE_BY_HAND = ("search",)
"""Prefixes of tables that a migration makes and the ORM does not know."""


def is_ours(name: str | None, kind: str, parents: object) -> bool:
    """Whether a comparison of tables looks at this one."""
    return kind != "table" or name is None or not name.startswith(MADE_BY_HAND)

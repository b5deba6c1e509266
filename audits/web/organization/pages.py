"""The blueprint of an organization's own pages, and what all of them need."""

from flask import Blueprint, abort

from audits.config import today
from audits.web.access import my_code
from models.account import Role
from models.db import Session
from models.organization import Organization, find

pages = Blueprint("organization", __name__, url_prefix="/my")
OURS = (Role.PREPARER, Role.SIGNER)
FIRST_YEAR = 2000


def mine(db: Session) -> Organization:
    """The organization of the signed-in account."""
    organization = find(db, my_code())
    if organization is None:
        abort(404)
    return organization


def a_year(year: int) -> int:
    """A year that can be reported on; others do not exist."""
    if not FIRST_YEAR <= year < today().year:
        abort(404)
    return year

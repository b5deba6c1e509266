"""A draw as JSON, from plan to result."""

from flask.typing import ResponseReturnValue

from audits.config import today
from audits.draw import shown
from audits.web.access import public
from audits.web.api.pages import pages
from audits.web.session import database


@pages.get("/draws/<number>")
@public
def draw(number: str) -> ResponseReturnValue:
    """One draw: plan, lists with their hashes, sources, seed, who was drawn and which inspectors go."""
    with database().read() as db:
        return shown.as_json(db, shown.public_plan(db, number), today())

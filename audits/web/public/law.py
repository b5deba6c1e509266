"""The law applied here: every instrument, provision and version, from the code itself."""

from flask import render_template
from flask.typing import ResponseReturnValue

from audits.web.access import public
from audits.web.public.pages import pages
from compliance.shelf import shelf, unconfirmed


@pages.get("/law")
@public
def law() -> ResponseReturnValue:
    """Every instrument with its provisions and versions; rules on reports under the act they apply."""
    rules = {one.act.key: one.rules for one in shelf()}
    return render_template("public/law.html", shelf=shelf(), rules=rules, open_points=len(unconfirmed()))

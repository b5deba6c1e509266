"""The law applied here: every instrument, provision and version, from the code itself."""

from flask import render_template
from flask.typing import ResponseReturnValue

from audits.web.access import public
from audits.web.public.pages import pages
from compliance.inspection import ON_FIGURES, ON_STATEMENTS
from compliance.shelf import shelf, unconfirmed


@pages.get("/law")
@public
def law() -> ResponseReturnValue:
    """Every instrument with its provisions and versions; rules on reports under the act they apply."""
    rules: dict[str, list[object]] = {}
    for rule in (*ON_FIGURES, *ON_STATEMENTS):
        rules.setdefault(rule.provision.act.key, []).append(rule)
    return render_template("public/law.html", shelf=shelf(), rules=rules, open_points=len(unconfirmed()))

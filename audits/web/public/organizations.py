"""Search and browse the register."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue

from audits.config import today
from audits.web import asked
from audits.web.access import public
from audits.web.public.pages import pages
from audits.web.public.status import Status, of_row
from audits.web.session import database
from compliance.facts import KIND_NAMES, LEVEL_NAMES
from models.browse import Found, Sought, browse, districts
from models.db import Session


@dataclass(frozen=True)
class Listed:
    """A row of the register with its reporting status."""

    row: Any
    status: Status


def found(db: Session, sought: Sought, day: date) -> tuple[Found, list[Listed]]:
    """A page of the register, each row with how it reported on the year."""
    page = browse(db, sought)
    return page, [Listed(row, of_row(row, sought.year or day.year - 1, day)) for row in page.rows]


@pages.get("/organizations")
@public
def organizations() -> ResponseReturnValue:
    """The register: filters, hits, and each hit's reporting status in words."""
    day = today()
    with database().read() as db:
        sought = asked.sought(db, day)
        page, rows = found(db, sought, day)
        known = districts(db)
    return render_template(
        "public/organizations.html",
        sought=sought,
        found=page,
        rows=rows,
        districts=known,
        kinds=KIND_NAMES,
        levels=LEVEL_NAMES,
        next=asked.next_page(sought.page, sought.size, page.total, page.more),
        previous=asked.address(sought.page - 1) if sought.page > 1 else None,
    )

"""The desk: for officers, supervising units and inspectors. Each sees what his registrar or unit answers for."""

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, abort, request

from audits.web.access import me
from compliance.facts import KIND_NAMES, Kind
from models.db import Session
from models.organization import Organization, find
from models.queue import Wanted
from models.registrar import within
from models.report import Report

pages = Blueprint("desk", __name__, url_prefix="/desk")
SIZE = 50


@dataclass(frozen=True)
class Page:
    """Which page of how many."""

    number: int
    size: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(1, -(-self.total // self.size))


def number(name: str, least: int, most: int, default: int) -> int:
    """A whole number from the address, held within limits; the default where it is none."""
    given = request.args.get(name, "")
    return max(least, min(most, int(given))) if given.isascii() and given.isdigit() else default


def wanted(db: Session, state: str = "", year: int | None = None) -> Wanted:
    """The queue of whoever is signed in, filtered as the address says. Nobody's queue is everybody's."""
    account = me()
    registrars = within(db, account.registrar_id) if account.registrar_id else ()
    if not registrars and account.unit_id is None:
        abort(403)
    kind = request.args.get("kind", "")
    return Wanted(
        registrars=registrars,
        unit=account.unit_id,
        year=year,
        state=state,
        kind=kind if kind in set(Kind) else "",
        district=request.args.get("district", "")[:60],
        q=request.args.get("q", "").strip()[:60],
        page=number("page", 1, 100_000, 1),
        size=number("size", 1, 200, SIZE),
    )


def page_link(page: int) -> str:
    """This page of the desk with another page number."""
    return f"{request.path}?{urlencode({**request.args.to_dict(), 'page': page})}"


def ours(db: Session, organization: Organization | None) -> Organization:
    """The organization if the signed-in account may see it; otherwise it does not exist."""
    account = me()
    if organization is not None:
        if account.registrar_id and organization.registrar_id in within(db, account.registrar_id):
            return organization
        if account.unit_id is not None and organization.unit_id == account.unit_id:
            return organization
    abort(404)


def our_organization(db: Session, code: str) -> Organization:
    """The organization of a code, if it is ours to see."""
    return ours(db, find(db, code))


def our_report(db: Session, report_id: int) -> Report:
    """A report by its number, if it is ours to see."""
    report = db.get(Report, report_id)
    if report is None:
        abort(404)
    ours(db, report.organization)
    return report


def filters() -> dict[str, object]:
    """What every list of the desk offers."""
    return {"kinds": list(KIND_NAMES.items()), "page_link": page_link}

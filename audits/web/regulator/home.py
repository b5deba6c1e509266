"""The desk's first page: what waits, the next things to do, and how far the season is."""

from dataclasses import replace
from typing import Any

from flask import g, render_template, url_for
from flask.typing import ResponseReturnValue

from audits.config import config, today
from audits.web.access import DESK, me, only
from audits.web.case import brief
from audits.web.figures import opener
from audits.web.language import gettext as _
from audits.web.regulator.complaints import READERS
from audits.web.regulator.pages import pages, wanted
from audits.web.regulator.ranking import waiting
from audits.web.regulator.statistics import panel
from audits.web.session import database
from audits.web.unchanged import unchanged
from audits.web.words import TONES, stands
from compliance.statistics.figure import SECTION_NAMES
from models.account import OFFICE, Role
from models.case import Move
from models.complaint import open_count
from models.db import Session
from models.holiday import gazette
from models.queue import Wanted, case_counts, cases_page, missing, report_counts, reports_page

FEW = 8


@pages.get("", endpoint="home")
@only(*DESK)
def home() -> ResponseReturnValue:
    """The desk of whoever is signed in; counted anew when something has changed."""
    day = today()
    with database().read() as db:
        mine = wanted(db, year=day.year - 1)
        key = ("desk", repr(mine), me().registrar_id, me().role, g.language, day)
        page = unchanged(db, key, lambda: _page(db, mine, day.year - 1))
        figures = panel(db, day) if me().role in OFFICE else None
        rankings = waiting(db) if me().role in OFFICE else []
        tiles = [*page["tiles"], *_complaint_tiles(db, mine)]
    return render_template(
        "regulator/home.html",
        whom=_whom(),
        figures=figures,
        rankings=rankings,
        address=opener(".figure"),
        sections=SECTION_NAMES,
        **page | {"tiles": tiles},
    )


def _page(db: Session, mine: Wanted, year: int) -> dict[str, Any]:
    """What waits: tiles, tasks, and how far the season is."""
    counted, late = report_counts(db, mine), missing(db, mine)
    waiting = case_counts(db, replace(mine, state="open", year=None)) if me().role in OFFICE else {}
    return {
        "tiles": _tiles(counted, waiting, late, year),
        "tasks": _tasks(db, mine),
        "season": {"year": year, "bars": _bars(counted, late)},
    }


def _whom() -> str:
    account = me()
    if account.unit is not None:
        return account.unit.name_en if g.language == "en" and account.unit.name_en else account.unit.name
    office = account.registrar or config().office
    return office.name_en if g.language == "en" else office.name


def _tile(label: str, count: int, address: str) -> dict[str, Any]:
    return {"label": label, "count": count, "address": address}


def _tiles(counted: Any, waiting: Any, late: int, year: int) -> list[dict[str, Any]]:
    def queue(label: str, count: int, state: str) -> dict[str, Any]:
        return _tile(label, count, url_for(".reports", state=state, year=year))

    silent = queue(_("Organizations without a report on %(year)s", year=year), late, "missing")
    if me().role is Role.SUPERVISING_UNIT:
        first = queue(_("Reports to agree to"), counted["submitted"], "submitted")
        return [first, queue(_("Agreed to"), counted["consented"], "consented"), silent]
    ready = queue(_("Reports to conclude"), counted["ready"], "ready")
    tiles = [ready, queue(_("With the supervising unit"), counted["submitted"], "submitted"), silent]
    return tiles + (_case_tiles(waiting) if me().role in OFFICE else [])


def _case_tiles(waiting: Any) -> list[dict[str, Any]]:
    steps = (
        (Move.OPENED, _("Notices to issue")),
        (Move.NOTICED, _("Statement period")),
        (Move.PROPOSED, _("Decisions to take")),
    )
    return [
        _tile(label, waiting.get(str(move), 0), url_for(".cases", state=str(move))) for move, label in steps
    ]


def _complaint_tiles(db: Session, mine: Wanted) -> list[dict[str, Any]]:
    if me().role not in READERS:
        return []
    return [_tile(_("Complaints"), open_count(db, mine.registrars), url_for(".complaints"))]


def _tasks(db: Session, mine: Wanted) -> list[dict[str, Any]]:
    state = "submitted" if me().role is Role.SUPERVISING_UNIT else "ready"
    found = reports_page(db, Wanted(mine.registrars, mine.unit, mine.year, state, size=FEW))
    tasks = [
        {
            "address": url_for(".report", report_id=report.id),
            "title": f"{organization.name} · {report.year}",
            "stands": stands(step, organization),
            "tone": TONES.get(step.took, ""),
            "note": step.on.isoformat(),
        }
        for report, step, organization in found
    ]
    return _case_tasks(db, mine) + tasks if me().role in OFFICE else tasks


def _case_tasks(db: Session, mine: Wanted) -> list[dict[str, Any]]:
    first = Move.PROPOSED if me().role is Role.APPROVER else Move.OPENED
    found = cases_page(db, Wanted(mine.registrars, state=str(first), size=FEW // 2))
    told = []
    for case in found:
        shown = brief(case, today(), gazette(db))
        told.append(
            {
                "address": url_for(".case", number=case.number),
                "title": f"{case.organization.name} · {shown['title']}",
                "stands": shown["stands"],
                "tone": shown["tone"],
                "note": f"{case.number} · {shown['clock']}",
            }
        )
    return told


def _bars(counted: Any, late: int) -> list[dict[str, Any]]:
    rows = (
        (_("Concluded"), counted["concluded"], "#17663c"),
        (_("Waiting to be concluded"), counted["ready"], "#174a8c"),
        (_("With the supervising unit"), counted["submitted"], "#6b8fc2"),
        (_("Returned for correction"), counted["returned"] + counted["declined"], "#c98a12"),
        (_("Not reported"), late, "#a3231c"),
    )
    most = max((count for _label, count, _fill in rows), default=0) or 1
    return [
        {"label": label, "count": count, "share": round(100 * count / most, 1), "fill": fill}
        for label, count, fill in rows
    ]

"""Every page for every audience, at both widths and in both languages: it opens, it fits, axe finds nothing."""

import pytest
from playwright.sync_api import ConsoleMessage

from audits.config import today
from audits.web.public.lists import on_list
from compliance.facts import Register
from models.complaint import complaints
from models.db import Database
from models.listed import decision_numbers, latest_conclusions
from models.queue import Wanted, cases, reports
from models.ranking import Place
from models.registrar import registrars
from tests.browser.conftest import LANGUAGES, WIDTHS, Opener, Site, accessible, too_wide

PUBLIC = (
    "/",
    "/organizations",
    "/organizations?q=%E9%98%B3%E5%85%89",
    "/lists/anomaly",
    "/lists/serious",
    "/ranking",
    "/ranking/method",
    "/compare",
    "/compare?add=%E5%9F%BA%E9%87%91%E4%BC%9A",
    "/draws",
    "/draws/2025-1",
    "/draws/2026-1",
    "/statistics",
    "/statistics?period=2025",
    "/statistics/anomaly.in?period=2025",
    "/law",
    "/log",
    "/check",
    "/complaints",
    "/complaints/new",
    "/accessibility",
    "/account/sign-in",
    "/no-such-page",
)
MINE = ("/my", "/my/report", "/my/standing", "/my/ranking", "/account/password")
DESK = ("/desk", "/desk/reports", "/desk/reports?state=concluded", "/desk/reports?state=missing")
DRAWS = ("/desk/draws", "/desk/draws/2025-1", "/desk/draws/2026-1", "/desk/inspectors")
RANKING = ("/desk/ranking", "/desk/ranking/1")
FIGURES = (
    "/desk/statistics",
    "/desk/statistics?period=2025&against=year",
    "/desk/statistics/concluded?period=2025",
)
OFFICE = (
    *DESK,
    *DRAWS,
    *FIGURES,
    "/desk/cases",
    "/desk/cases?state=decided",
    "/desk/complaints",
    "/desk/organizations",
    *RANKING,
)


def some_pages(site: Site) -> dict[str, tuple[str, ...]]:
    """Pages whose address depends on what was simulated."""
    database = Database(site.database_url)
    with database.read() as db:
        report = reports(db, Wanted(state="ready", size=1))[0][0][0]
        case = cases(db, Wanted(state="open", size=1))[0][0]
        complaint = complaints(db, [one.id for one in registrars(db)], True, 1, 9)[0][-1]
        code, second = db.query(Place).limit(2)
        concluded = latest_conclusions(db, 1)[0].number
        listed, entry = on_list(db, Register.ANOMALY, today())[0]
        decided = decision_numbers(db, [listed.code])[listed.code, entry.since]
    database.close()
    organization = f"/organizations/{code.code}"
    return {
        "": (
            organization,
            f"/ranking/1/{code.code}",
            f"/compare?code={code.code}&code={second.code}&code=nobody",
            f"/decisions/{concluded}",
            f"/decisions/{decided}",
        ),
        "officer": (
            f"/desk/reports/{report.id}",
            f"/desk/reports/{report.id}/lines",
            f"/desk/cases/{case.number}",
            f"/desk/complaints/{complaint.number}",
            f"/desk{organization}",
        ),
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("login", "addresses"),
    [
        ("", PUBLIC),
        ("preparer", MINE),
        ("preparer2", MINE),
        ("officer", OFFICE),
        ("unit", DESK),
        ("inspector", (*DESK, "/desk/visits")),
        ("admin", ("/desk/accounts",)),
    ],
)
def test_pages_open_fit_and_are_accessible(
    site: Site, visit: Opener, login: str, addresses: tuple[str, ...], width: str, language: str
) -> None:
    page = visit(login, width, language)
    problems: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error" and "404" not in message.text:
            problems.append(f"{page.url}: {message.text}")

    page.on("console", note)
    for address in (*addresses, *some_pages(site).get(login, ())):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == (404 if address == "/no-such-page" else 200), address
        problems += too_wide(page)
        problems += accessible(page)
    assert problems == []

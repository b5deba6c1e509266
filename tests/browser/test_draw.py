"""A visitor redoes a published draw in his own browser; one changed byte and it says where."""

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Opener

DRAW = "/draws/2025-1"
PATIENCE = 30_000


def redone(page: Page) -> None:
    page.goto(DRAW)
    page.click("#redo button")
    expect(page.locator("#redo button")).to_have_text("Do it once more", timeout=PATIENCE)


def test_the_browser_draws_the_same(visit: Opener) -> None:
    page = visit(language="en")
    redone(page)
    assert "All that is published agrees" in page.inner_text("#redo ol")
    assert page.locator("#redo .bad").count() == 0


def test_the_browser_finds_one_changed_place(visit: Opener) -> None:
    page = visit(language="en")

    def change(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(",1,", ",9,", 1))

    page.route("**/files/drawn.csv", change)
    redone(page)
    assert "Drawn again from all tickets" in page.inner_text("#redo li:last-child")
    assert page.locator("#redo .bad").count() > 0


def test_without_scripts_the_page_says_how_to_verify(visit: Opener) -> None:
    page = visit(language="en")
    page.route("**/static/draw.js", lambda route: route.abort())
    page.goto(DRAW)
    assert not page.is_visible("#redo")
    assert page.is_visible("text=python3 verify.py")

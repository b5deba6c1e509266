"""A real browser before a real server: a small simulated office on its own database and port."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyotp
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, sync_playwright

from audits.catalogue import build
from audits.config import today
from audits.demo import Demo, Wanted
from audits.simulate.office import SignIn
from models.migrate import newest

ORGANIZATIONS, SEED = 300, 7
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDTHS = {"desktop": (1280, 900), "phone": (375, 800)}
LANGUAGES = ("zh", "en")
PATIENCE = 60
HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True)
class Site:
    """A running office: its address, the sign-ins of its people, and its database."""

    address: str
    people: dict[str, SignIn]
    database_url: str


def free_port() -> int:
    """A port nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def wait_for(address: str) -> None:
    """Until the server answers."""
    for _ in range(PATIENCE * 5):
        try:
            urllib.request.urlopen(f"{address}/account/sign-in", timeout=2).close()
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise TimeoutError(address)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    build()
    day: date = today()
    wanted = Wanted(ORGANIZATIONS, day.year - 5, day.year - 1, SEED, newest())
    demo = Demo(wanted, tmp_path_factory.mktemp("office"))
    for _ in demo.make(day):
        pass
    port = free_port()
    folder = Path(__file__).parents[2]
    server = subprocess.Popen(
        [sys.executable, "-m", "audits", "serve", "--port", str(port)],
        cwd=folder,
        env={**os.environ, "YANGGUANG_DATABASE_URL": demo.url},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address)
        yield Site(address, {one.login: one for one in demo.sign_ins()}, demo.url)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield launched
        launched.close()


Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def states() -> dict[str, StorageState]:
    """Cookies of those who have signed in already."""
    return {}


@pytest.fixture
def visit(site: Site, browser: Browser, states: dict[str, StorageState]) -> Iterator[Opener]:
    """Open the site as somebody: `visit("officer", width="phone", language="en")`."""
    opened: list[BrowserContext] = []

    def open_as(login: str = "", width: str = "desktop", language: str = "zh") -> Page:
        wide, high = WIDTHS[width]
        context = browser.new_context(
            base_url=site.address, viewport={"width": wide, "height": high}, storage_state=states.get(login)
        )
        opened.append(context)
        page = context.new_page()
        if login and login not in states:
            sign_in(page, site.people[login])
            states[login] = context.storage_state()
        page.goto(f"/account/sign-in?lang={language}")
        return page

    yield open_as
    for context in opened:
        context.close()


def sign_in(page: Page, who: SignIn) -> None:
    """Sign in by the form, with the second factor where one is asked."""
    page.goto("/account/sign-in")
    page.fill("#login", who.login)
    page.fill("#password", who.password)
    page.click("main button")
    if who.totp_secret:
        page.fill("#code", pyotp.TOTP(who.totp_secret).now())
        page.click("main button")
    page.wait_for_url(re.compile(r"/(my|desk)$"))


RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def accessible(page: Page) -> list[str]:
    """What axe finds on a page (WCAG 2.2 A and AA): nothing, we hope."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{page.url} {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


WIDE = """() => document.documentElement.scrollWidth <= window.innerWidth + 1 ? [] :
    ["the page", ...[...document.querySelectorAll("body *")]
        .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
        .map(e => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}`)].slice(0, 4)"""


def too_wide(page: Page) -> list[str]:
    """That a page needs scrolling sideways, and some of what makes it so."""
    return [f"{page.url} {found}" for found in page.evaluate(WIDE)]

"""Public pages as rendered, kept until something public changes: no template runs twice for the same page."""

from collections import OrderedDict
from collections.abc import Iterable
from datetime import date
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from audits.config import today
from audits.web import language, session
from models.db import Database
from models.publication import Version

MOST_BYTES = 64 * 1024 * 1024
PRIVATE = (
    "/my", "/desk", "/account", "/check", "/health", "/static", "/bootstrap", "/complaints", "/log", "/decisions",
    "/data",
)  # fmt: skip


Key = tuple[str, str, bool, date, str]
"""A day counts: what is overdue, and what may still be displayed, changes at midnight."""
ADDRESSED = ("/feeds/", "/badges/", "/ranking/")
"""Feeds, badges and the HTML that shows a badge name whole addresses, so that they are kept for each host."""
VERSION = "yangguang.public_version"
"""Under this key of the WSGI environment a page finds what the middleware saw, where it may be kept."""
Page = tuple[str, list[tuple[str, str]], bytes]


def keepable(environ: WSGIEnvironment) -> bool:
    """A page that looks the same to everyone: a public GET without a session."""
    if environ["REQUEST_METHOD"] != "GET" or environ["PATH_INFO"].startswith(PRIVATE):
        return False
    return f"{session.COOKIE}=" not in environ.get("HTTP_COOKIE", "")


def key_of(environ: WSGIEnvironment) -> Key:
    """Address, query, language, legal day, and the host where it matters."""
    english = f"{language.COOKIE}=en" in environ.get("HTTP_COOKIE", "")
    path = environ["PATH_INFO"]
    whole = path.startswith(ADDRESSED)
    host = f"{environ['wsgi.url_scheme']}://{environ.get('HTTP_HOST', '')}" if whole else ""
    return path, environ.get("QUERY_STRING", ""), english, today(), host


class Published:
    """WSGI middleware: answers from memory what was rendered since the last public change."""

    def __init__(self, app: WSGIApplication, database: Database) -> None:
        self.app = app
        self.public = Version(database)
        self.version = -1
        self.size = 0
        self.pages: OrderedDict[Key, Page] = OrderedDict()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """The page from memory if it still holds, else from the application."""
        if not keepable(environ):
            return self.app(environ, start_response)
        version = self.public.now()
        if version is None:
            return self.app(environ, start_response)  # which says so in words
        if version != self.version:
            self.pages.clear()
            self.version, self.size = version, 0
        key = key_of(environ)
        page = self.pages.get(key)
        if page is None:
            environ[VERSION] = version
            return self.render(key, environ, start_response)
        start_response(page[0], page[1])
        return [page[2]]

    def render(self, key: Key, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Ask the application, and keep a good answer that sets no cookie."""
        head: list[Any] = []

        def remember(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            head[:] = [status, headers]
            return start_response(status, headers, exc_info) if exc_info else start_response(status, headers)

        body = b"".join(self.app(environ, remember))
        if head[0].startswith("200") and not any(name == "Set-Cookie" for name, _ in head[1]):
            self.keep(key, (head[0], [pair for pair in head[1] if pair[0] != "X-Request-Id"], body))
        return [body]

    def keep(self, key: Key, page: Page) -> None:
        """Keep a page; the oldest go when the shelf is full."""
        self.pages[key] = page
        self.size += len(page[2])
        while self.size > MOST_BYTES:
            self.size -= len(self.pages.popitem(last=False)[1][2])

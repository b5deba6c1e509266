"""Chinese first, English one click away: kept in a cookie once chosen, never guessed."""

from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import urlencode

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from babel.support import Translations
from flask import Flask, Response, g, request
from flask_babel import Babel
from markupsafe import Markup

from audits.config import zone
from compliance.facts import Said, yuan
from compliance.fault import cited

LANGUAGES = ("zh", "en")
COOKIE = "lang"
BADGES = "/badges/"
CATALOGUES = Path(__file__).parents[2] / "templates" / "translations"
babel = Babel()


def language() -> str:
    """The language of this request: as asked in the address, else as chosen before, else Chinese."""
    asked = request.args.get("lang") or request.cookies.get(COOKIE)
    return asked if asked in LANGUAGES else "zh"


def keep(response: Response) -> Response:
    """Remember a language chosen in the address, but for a badge, which other sites show."""
    if request.args.get("lang") in LANGUAGES and not request.path.startswith(BADGES):
        response.set_cookie(COOKIE, request.args["lang"], max_age=31_536_000, samesite="Lax", httponly=True)
    response.headers.setdefault("Content-Language", "en" if g.get("language") == "en" else "zh-CN")
    return response


@cache
def translated(language: str, text: str) -> str:
    """A message out of the catalogue. Flask-Babel would look for catalogue and locale again for each of them."""
    return str(_catalogue(language).gettext(text))


@cache
def _unfilled(language: str, text: str) -> Markup:
    """A message without blanks, as it stands in a page."""
    return Markup(translated(language, text)) % {}


@cache
def _catalogue(language: str) -> Translations:
    return Translations.load(CATALOGUES, [language])  # type: ignore[return-value]


def gettext(text: str, **blanks: object) -> str:
    """A message in the language of this request."""
    return translated(g.get("language", "zh"), text) % blanks


def marked(text: str, **blanks: object) -> Markup:
    """The same in a template: what is filled in is escaped."""
    language = g.get("language", "zh")
    return Markup(translated(language, text)) % blanks if blanks else _unfilled(language, text)


def said(text: Said) -> str:
    """A text in the language of this request."""
    return text.on(g.language)


def basis(kept: str) -> str:
    """The basis of a finding as kept, in the language of this request."""
    return cited(kept).on(g.language)


def money(amount: int | None) -> str:
    """Fen as yuan with thousands and two decimals; a dash where it is not known."""
    return "—" if amount is None else format_decimal(Decimal(yuan(amount)), "#,##0.00", locale="en")


def day(value: date | None) -> str:
    """A day as people write it: 2026年5月31日, 31 May 2026."""
    if value is None:
        return "—"
    return _day(value, g.language)


@lru_cache(4096)
def _day(value: date, language: str) -> str:
    return format_date(value, "y年M月d日" if language == "zh" else "d MMM y", locale=language)


def moment(value: datetime | None) -> str:
    """A moment in the legal time zone, to the minute."""
    if value is None:
        return "—"
    pattern = "y年M月d日 HH:mm" if g.language == "zh" else "d MMM y, HH:mm"
    return format_datetime(value, pattern, tzinfo=zone(), locale=g.language)


def link(other: str) -> str:
    """This page in another language."""
    query = (
        {**request.args.to_dict(flat=False), "lang": other} if request.method == "GET" else {"lang": other}
    )
    return f"{request.path}?{urlencode(query, doseq=True)}"


def open_request() -> None:
    """Settle the language of the request."""
    g.language = language()


def install(app: Flask) -> None:
    """Babel on our catalogue, and the filters that templates use."""
    babel.init_app(app, default_locale="zh", locale_selector=lambda: g.get("language", "zh"))
    app.jinja_env.globals.update(_=marked)
    app.jinja_env.filters.update(said=said, cited=basis, money=money, day=day, moment=moment)

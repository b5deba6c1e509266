"""Sessions in the database: the cookie holds a random token, the database its SHA-256."""

import secrets
from datetime import timedelta
from hashlib import sha256

from flask import Response, current_app, g, request

from audits.config import config, now
from models.account import Account, SignIn, session_of
from models.db import Database

COOKIE = "yangguang"
STEP = timedelta(minutes=1)
"""How stale `seen_at` may grow before a request writes it again."""


def database() -> Database:
    """The database of this application."""
    found: Database = current_app.extensions["database"]
    return found


def digest(token: str) -> str:
    """What the database keeps of a token."""
    return sha256(token.encode()).hexdigest()


def load() -> None:
    """Before each request: whose session is it? Ended, aged, idle or disabled ones are nobody's."""
    g.account, g.sign_in = None, None
    g.app_views = current_app.view_functions
    token = request.cookies.get(COOKIE)
    if not token:
        return
    web = config().web
    with database().read() as db:
        found = session_of(
            db, digest(token), now(), timedelta(hours=web.session_hours), timedelta(minutes=web.idle_minutes)
        )
    if found is None:
        return
    g.sign_in, account = found
    g.account = account if g.sign_in.confirmed else None
    if now() - g.sign_in.seen_at > STEP:
        with database().write() as db:
            db.merge(g.sign_in).seen_at = now()


def start(account: Account, confirmed: bool) -> str:
    """A new session; the token to put in the cookie."""
    token = secrets.token_urlsafe(32)
    with database().write() as db:
        db.add(
            SignIn(
                token_sha256=digest(token),
                account_id=account.id,
                started_at=now(),
                seen_at=now(),
                confirmed=confirmed,
                ended_at=None,
            )
        )
    return token


def end() -> None:
    """End this session for good."""
    if g.sign_in is not None:
        with database().write() as db:
            db.merge(g.sign_in).ended_at = now()


def give(response: Response, token: str) -> Response:
    """Put the token in the cookie."""
    secure = config().web.secure_cookies
    response.set_cookie(COOKIE, token, httponly=True, secure=secure, samesite="Lax", path="/")
    return response

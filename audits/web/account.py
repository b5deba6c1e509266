"""Signing in: password, then a second factor for those who owe one; signing out; a new password."""

from http import HTTPStatus
from urllib.parse import urlsplit

import segno
from flask import Blueprint, Response, abort, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from audits import credential
from audits.account import needs_second_factor
from audits.config import config, now
from audits.web import session
from audits.web.access import half, me, only, public
from audits.web.journal import note
from audits.web.language import gettext as _
from audits.web.limit import limiter
from models.account import ORGANIZATION, Account, Role, by_login

pages = Blueprint("account", __name__, url_prefix="/account")

HOME = {Role.PREPARER: "/my", Role.SIGNER: "/my"}


def failed(response: Response) -> bool:
    """Whether an attempt counts: only those that failed do."""
    return response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def owes_second_factor(account: Account) -> bool:
    """The roles that always do, and whoever has set one up."""
    return needs_second_factor(account.role) or account.totp_secret is not None


def onward(account: Account) -> str:
    """Where to go after signing in: back to where one came from on this site, else home."""
    asked = request.values.get("next", "")
    parts = urlsplit(asked)
    safe = asked.startswith("/") and not asked.startswith(("//", "/\\")) and not parts.netloc
    return asked if safe else HOME.get(account.role, "/desk")


@pages.get("/sign-in")
@public
def sign_in() -> ResponseReturnValue:
    """The sign-in form."""
    if g.account is not None:
        return redirect(onward(g.account), 303)
    return render_template("account/sign_in.html", wrong=False, login="")


@pages.post("/sign-in")
@public
@limiter.limit(lambda: config().web.sign_in_attempts, deduct_when=failed)
@limiter.limit(
    lambda: config().web.sign_in_attempts,
    key_func=lambda: f"login:{request.form.get('login', '')[:80]}",
    deduct_when=failed,
)
def enter() -> ResponseReturnValue:
    """Check the password. The answer is the same for a wrong password and an unknown account."""
    login, password = request.form.get("login", "").strip(), request.form.get("password", "")
    with session.database().read() as db:
        account = by_login(db, login)
    known = account is not None and account.disabled_at is None
    if not credential.matches(account.password_hash if account and known else None, password):
        note("authn_login_fail", login=login[:80])
        return render_template("account/sign_in.html", wrong=True, login=login), 422
    assert account is not None
    owes = owes_second_factor(account)
    token = session.start(account, confirmed=not owes)
    note("authn_login_success", account=account.id)
    goal = url_for(".second_factor", next=request.form.get("next", "")) if owes else onward(account)
    return session.give(make_response(redirect(goal, 303)), token)


def waiting() -> Account:
    """The account of a half-open session."""
    if g.sign_in is None:
        abort(401)
    with session.database().read() as db:
        account = db.get(Account, g.sign_in.account_id)
    if account is None:
        abort(401)
    return account


def picture(account: Account, secret: str) -> str:
    """The address for the authenticator app as an inline picture."""
    return segno.make(credential.address(secret, account.login)).svg_inline(scale=5, border=2, omitsize=True)


@pages.get("/second-factor")
@half
def second_factor() -> ResponseReturnValue:
    """Ask for the code; a first time, show the secret to put into an authenticator app."""
    if g.account is not None:
        return redirect(onward(g.account), 303)
    if g.sign_in is None:
        return redirect(url_for(".sign_in"), 303)
    return ask_for_code(waiting(), wrong=False)


def ask_for_code(account: Account, wrong: bool) -> ResponseReturnValue:
    """The page for the code; the secret is made once and shown until the first right code."""
    first = account.totp_used is None
    if account.totp_secret is None:
        with session.database().write() as db:
            account = db.merge(account)
            account.totp_secret = credential.new_secret()
    secret = account.totp_secret or ""
    drawn = picture(account, secret) if first else ""
    page = render_template(
        "account/second_factor.html", first=first, secret=secret if first else "", picture=drawn, wrong=wrong
    )
    return page, 422 if wrong else 200


@pages.post("/second-factor")
@half
@limiter.limit(lambda: config().web.sign_in_attempts, deduct_when=failed)
def confirm() -> ResponseReturnValue:
    """Check the code; each code works once. The confirmed session gets a new token."""
    account = waiting()
    code = request.form.get("code", "").replace(" ", "")
    step = credential.accepted_step(account.totp_secret or "", code, now().timestamp(), account.totp_used)
    if account.totp_secret is None or step is None:
        note("authn_login_fail", account=account.id, factor="totp")
        return ask_for_code(account, wrong=True)
    with session.database().write() as db:
        db.merge(account).totp_used = step
    session.end()
    token = session.start(account, confirmed=True)
    return session.give(make_response(redirect(onward(account), 303)), token)


@pages.post("/sign-out")
@half
def sign_out() -> ResponseReturnValue:
    """End the session; it cannot be used again."""
    session.end()
    answer = make_response(redirect("/", 303))
    answer.delete_cookie(session.COOKIE, path="/")
    return answer


@pages.get("/password")
@only(*Role)
def password() -> ResponseReturnValue:
    """The form for a new password."""
    return render_template("account/password.html", wrong="", least=credential.LEAST_CHARACTERS)


@pages.post("/password")
@only(*Role)
@limiter.limit(lambda: config().web.sign_in_attempts, deduct_when=failed)
def change_password() -> ResponseReturnValue:
    """Take a new password; the old one must be given."""
    old, new = request.form.get("old", ""), request.form.get("new", "")
    wrong = ""
    if not credential.matches(me().password_hash, old):
        wrong = _("The present password is not right.")
    elif len(new) < credential.LEAST_CHARACTERS:
        wrong = _("The new password needs at least %(n)s characters.", n=credential.LEAST_CHARACTERS)
    if wrong:
        least = credential.LEAST_CHARACTERS
        return render_template("account/password.html", wrong=wrong, least=least), 422
    with session.database().write() as db:
        db.merge(me()).password_hash = credential.hashed(new)
    note("authn_password_change")
    return redirect("/my" if me().role in ORGANIZATION else "/desk", 303)

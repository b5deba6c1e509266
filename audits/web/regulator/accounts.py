"""Accounts of an installation, for its administrator: who can sign in, new ones, and ending one."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from audits import account as acts
from audits.config import now
from audits.web.access import only
from audits.web.journal import note
from audits.web.regulator.pages import pages
from audits.web.session import database
from audits.web.words import role_name
from models.account import Account, Role, everyone

MAY_BE_MADE = tuple(Role)


@pages.get("/accounts", endpoint="accounts")
@only(Role.ADMINISTRATOR)
def accounts() -> ResponseReturnValue:
    """Everyone who can sign in."""
    return _page(None)


def _page(welcome: acts.Welcome | None) -> ResponseReturnValue:
    with database().read() as db:
        rows = [_row(account) for account in everyone(db)]
    roles = [(str(role), role_name(role)) for role in MAY_BE_MADE]
    return render_template("regulator/accounts.html", rows=rows, roles=roles, welcome=welcome)


def _row(account: Account) -> dict[str, object]:
    whom = account.organization or account.unit or account.registrar
    return {
        "login": account.login,
        "name": account.name,
        "role": role_name(account.role),
        "whom": whom.name if whom else "",
        "disabled_at": account.disabled_at,
    }


@pages.post("/accounts", endpoint="add_account")
@only(Role.ADMINISTRATOR)
def add_account() -> ResponseReturnValue:
    """A new account; its password is shown this once."""
    form = {name: request.form.get(name, "").strip() for name in ("login", "name", "role", "acts_for")}
    role = Role(form["role"]) if form["role"] in set(Role) else Role.PREPARER
    with database().write() as db:
        welcome = acts.add(db, now(), form["login"], form["name"], role, acts_for=form["acts_for"])
    note("user_created", login=form["login"], role=str(role))
    return _page(welcome)


@pages.post("/accounts/disable", endpoint="disable_account")
@only(Role.ADMINISTRATOR)
def disable_account() -> ResponseReturnValue:
    """End an account: its next request is refused."""
    login = request.form.get("login", "")
    with database().write() as db:
        acts.disable(db, now(), login)
    note("user_disabled", login=login[:80])
    return redirect(url_for(".accounts"), 303)

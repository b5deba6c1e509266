"""Who may see a view: every view says so, or the program does not start."""

from collections.abc import Callable
from typing import TypeVar, cast

from flask import Flask, abort, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from audits.web.journal import note
from models.account import OFFICE, ORGANIZATION, Account, Role

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])

EVERYONE: frozenset[Role] = frozenset()
DESK = OFFICE | {Role.SUPERVISING_UNIT, Role.INSPECTOR}


class SilentViews(RuntimeError):
    """Some views do not say who may see them."""


def only(*roles: Role) -> Callable[[View], View]:
    """A view for accounts of these roles, signed in with every factor they need."""

    def declare(view: View) -> View:
        view.open_to = frozenset(roles)  # type: ignore[attr-defined]
        return view

    return declare


def public(view: View) -> View:
    """A view for everyone."""
    view.open_to = EVERYONE  # type: ignore[attr-defined]
    return view


def half(view: View) -> View:
    """A view for someone who has given the password and still owes the second factor."""
    view.open_to = EVERYONE  # type: ignore[attr-defined]
    view.half = True  # type: ignore[attr-defined]
    return view


def check(app: Flask) -> None:
    """Refuse to start with a view that does not say who may see it."""
    silent = {name for name, view in app.view_functions.items() if not hasattr(view, "open_to")}
    silent -= {"static", "bootstrap.static"}
    if silent:
        raise SilentViews(f"views that do not say who may see them: {', '.join(sorted(silent))}")


def guard() -> ResponseReturnValue | None:
    """Before each request: a stranger is asked to sign in, the wrong role gets 403, and the log says so."""
    view = request.endpoint and g.app_views.get(request.endpoint)
    roles: frozenset[Role] = getattr(view, "open_to", EVERYONE)
    if not roles:
        return None
    if g.account is None:
        return ask_to_sign_in()
    if g.account.role not in roles:
        note("authz_fail", endpoint=request.endpoint)
        abort(403)
    return None


def ask_to_sign_in() -> ResponseReturnValue:
    """To the sign-in page, and back here afterwards; a form that was sent must be sent again."""
    if request.method != "GET":
        abort(401)
    return redirect(url_for("account.sign_in", next=request.full_path.rstrip("?")), 303)


def me() -> Account:
    """The signed-in account, inside a view that `only` guards."""
    return cast(Account, g.account)


def my_code() -> str:
    """The code of the organization the signed-in account acts for: it never comes from the address."""
    if me().role not in ORGANIZATION or me().code is None:
        abort(403)
    return cast(str, me().code)

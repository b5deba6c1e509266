"""`yangguang account`: add, list, disable."""

import click

from audits import account
from audits.commands.answer import json_option, say, show_json
from audits.commands.door import opened
from audits.commands.init import greet
from audits.config import now
from audits.words import _
from models.account import Account, Role, everyone


@click.group("account")
def command() -> None:
    """Accounts by command line, for the first ones and for emergencies."""


@command.command("add", help=_("A new account; its password is shown once"))
@click.argument("login")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--name", required=True, help=_("The person's name"))
@click.option(
    "--for", "acts_for", default="", help=_("Code of the organization, or name of the supervising unit")
)
def add(login: str, role: str, name: str, acts_for: str) -> None:
    """Make an account and show its secrets."""
    with opened() as database, database.write() as db:
        welcome = account.add(db, now(), login, name, Role(role), acts_for=acts_for)
    greet(welcome)


@command.command("list", help=_("Every account"))
@json_option
def list_all(as_json: bool) -> None:
    """Show every account without its secrets."""
    with opened() as database, database.read() as db:
        lines = [described(one) for one in everyone(db)]
    if as_json:
        show_json(lines)
    for line in () if as_json else lines:
        click.echo("\t".join(str(value or "") for value in line.values()))


def described(one: Account) -> dict[str, str | None]:
    """What may be shown of an account."""
    whom = one.registrar or one.unit or one.organization
    return {
        "login": one.login,
        "name": one.name,
        "role": one.role.value,
        "acts_for": whom.name if whom else None,
        "disabled_at": one.disabled_at.isoformat() if one.disabled_at else None,
    }


@command.command("disable", help=_("End an account; nothing of it is deleted"))
@click.argument("login")
def disable(login: str) -> None:
    """End an account."""
    with opened() as database, database.write() as db:
        account.disable(db, now(), login)
    say(_("The account %(login)s is disabled.") % {"login": login})

"""`yangguang init`: the tables, the office and the first administrator."""

import click

from audits import account
from audits.commands.answer import say
from audits.commands.door import opened
from audits.config import config, now, today
from audits.words import _
from compliance.facts import Level
from models import migrate
from models.enter import enter_missing


@click.command("init")
@click.option("--level", type=click.Choice([level.value for level in Level]), default=Level.CITY.value)
def command(level: str) -> None:
    """Make the tables, the office and somebody who can sign in."""
    office = config().office
    with opened(any_revision=True) as database:
        migrate.upgrade(database)
        with database.write() as db:
            account.found_office(db, office.name, office.name_en, Level(level), today().year - 1)
            welcome = account.first_administrator(db, now())
            enter_missing(db, now())
    if welcome is None:
        say(_("The database is up to date."))
    else:
        greet(welcome)


def greet(welcome: account.Welcome) -> None:
    """Show a new account's secrets, once."""
    click.echo(_("Account: %(login)s") % {"login": welcome.account.login})
    click.echo(_("Password (shown once): %(password)s") % {"password": welcome.password})
    if welcome.totp_secret:
        click.echo(_("Second factor (shown once): %(secret)s") % {"secret": welcome.totp_secret})

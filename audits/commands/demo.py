"""`yangguang demo`: a simulated office, served, with a way in for each role."""

import subprocess
import sys

import click

from audits.commands.answer import say
from audits.commands.door import opened
from audits.commands.serve import announce
from audits.commands.simulate import YEARS, organizations_option, seed_option, show, years_of
from audits.config import config, now, today
from audits.credential import current_code
from audits.demo import Demo, Wanted
from audits.export.current import current, renew
from audits.log.publish import publish
from audits.schedule import publishing
from audits.serve import serve
from audits.simulate.office import SignIn
from audits.words import _
from models import migrate


@click.command("demo")
@organizations_option
@seed_option
@click.option("--port", type=click.IntRange(1, 65535), help=_("Instead of the port in config.toml"))
@click.option("--no-serve", is_flag=True, help=_("Only make it and show the ways in"))
def command(organizations: int, seed: int, port: int | None, no_serve: bool) -> None:
    """Make the demo unless it stands already, show the ways in, and serve it."""
    years = years_of(YEARS)
    demo = Demo(Wanted(organizations, years[0], years[-1], seed, migrate.newest()))
    if not demo.is_made():
        make(demo, apart=not no_serve)
    demo.serve_from_here()
    with demo.held(alone=False), opened() as database:
        publish(database)
        if current() is None:
            renew(database, today())
        greet(demo)
        if not no_serve:
            announce(port or config().web.port)
            with publishing(database):
                serve(port)


def make(demo: Demo, apart: bool) -> None:
    """Make the demo; in a program of its own before serving, because threads that computed would be missing in
    the server's forks.
    """
    if not apart:
        with demo.held(alone=True):
            show(demo.make(today()))
        return
    asked = ["--organizations", str(demo.wanted.organizations), "--seed", str(demo.wanted.seed), "--no-serve"]
    done = subprocess.run([sys.executable, "-m", "audits", "demo", *asked], stdout=subprocess.DEVNULL)
    if done.returncode:
        raise click.exceptions.Exit(done.returncode)


def greet(demo: Demo) -> None:
    """Print one sign-in for each role. They guard nothing: every organization here is simulated."""
    click.echo(_("Everything here is simulated; no organization or person is real."))
    for one in demo.sign_ins():
        click.echo(line(one))
    say(_("Codes change every 30 seconds: `yangguang demo --no-serve` shows the current ones."))


def line(one: SignIn) -> str:
    """A role with its login and password, and for officers the code of this moment."""
    code = current_code(one.totp_secret, now().timestamp()) if one.totp_secret else ""
    told = {"role": one.role.value, "login": one.login, "password": one.password}
    text = _("%(role)-18s account %(login)-10s password %(password)s") % told
    if code:
        text += " " + _("code now %(code)s, authenticator secret %(secret)s") % {
            "code": code,
            "secret": one.totp_secret,
        }
    return f"{text} {one.acts_for}".rstrip()

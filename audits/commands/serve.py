"""`yangguang serve`: the pages."""

import click

from audits.commands.answer import Unusable, say
from audits.commands.door import opened
from audits.config import config
from audits.serve import is_free, serve
from audits.words import _


@click.command("serve")
@click.option("--port", type=click.IntRange(1, 65535), help=_("Instead of the port in config.toml"))
def command(port: int | None) -> None:
    """Serve until stopped; refuse a database of another revision."""
    with opened():
        pass
    announce(port or config().web.port)
    serve(port)


def announce(port: int) -> None:
    """Say where the pages will be; Unusable if something else is there."""
    place = {"host": config().web.host, "port": port}
    if not is_free(port):
        raise Unusable(_("Another program listens on port %(port)s: stop it, or give --port.") % place)
    say(_("Serving on http://%(host)s:%(port)s") % place)

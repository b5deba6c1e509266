"""`yangguang serve`: the pages."""

import click

from audits.commands.answer import say
from audits.commands.door import opened
from audits.config import config
from audits.serve import serve
from audits.words import _


@click.command("serve")
@click.option("--port", type=click.IntRange(1, 65535), help=_("Instead of the port in config.toml"))
def command(port: int | None) -> None:
    """Serve until stopped; refuse a database of another revision."""
    with opened():
        pass
    say(_("Serving on http://%(host)s:%(port)s") % {"host": config().web.host, "port": port or config().web.port})
    serve(port)

"""`yangguang restore FILE`."""

from pathlib import Path

import click

from audits import backup
from audits.commands.answer import READABLE, say
from audits.commands.door import opened
from audits.words import _


@click.command("restore")
@click.argument("file", type=READABLE)
@click.option("--replace", is_flag=True, help=_("Replace everything that is in the database now"))
def command(file: Path, replace: bool) -> None:
    """Bring the database of this installation back from a file."""
    with opened(any_revision=True) as database:
        backup.restore(database, file, replace)
    say(_("Restored from %(file)s.") % {"file": file})

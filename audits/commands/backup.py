"""`yangguang backup FILE`."""

from pathlib import Path

import click

from audits import backup
from audits.commands.answer import FILE, say
from audits.commands.door import opened
from audits.words import _


@click.command("backup")
@click.argument("file", type=FILE)
def command(file: Path) -> None:
    """Write the database of this installation to a file."""
    with opened() as database:
        size = backup.backup(database, file)
    say(_("Written: %(file)s, %(size)s bytes.") % {"file": file, "size": size})

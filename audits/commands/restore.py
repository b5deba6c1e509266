"""`yangguang restore FILE`."""

from pathlib import Path

import click

from audits import backup
from audits.commands.answer import READABLE, say
from audits.commands.door import opened
from audits.log.restore import bring_back
from audits.words import _


@click.command("restore")
@click.argument("file", type=READABLE)
@click.option("--replace", is_flag=True, help=_("Replace everything that is in the database now"))
def command(file: Path, replace: bool) -> None:
    """Bring the database of this installation back from a file."""
    with opened(any_revision=True) as database:
        backup.restore(database, file, replace)
        back = bring_back(database)
    say(_("Restored from %(file)s.") % {"file": file})
    if back:
        say(
            _("%(count)s entries of the decision log were newer: put back from what was published.")
            % {"count": back}
        )

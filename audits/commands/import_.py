"""`yangguang import FILE`: the register of organizations."""

from datetime import datetime
from pathlib import Path

import click

from audits.commands.answer import READABLE, answer_no, day_of, on_option, read, say
from audits.commands.door import opened
from audits.config import today
from audits.register import import_register
from audits.words import _, terminal_language

MOST_BYTES = 2**30


@click.command("import")
@click.argument("file", type=READABLE)
@on_option
def command(file: Path, on: datetime | None) -> None:
    """Take in every row, or none and say what is wrong with each."""
    content = read(file, MOST_BYTES)
    with opened() as database, database.write() as db:
        faults = import_register(db, content, file.name, day_of(on, today))
        for fault in faults:
            place = _("Row %(row)s, %(column)s") % {"row": fault.row, "column": fault.column}
            click.echo(f"{place}\t{fault.said.on(terminal_language())}")
        if faults:
            say(_("%(count)s faults; nothing was imported.") % {"count": len(faults)})
            answer_no()
    say(_("Imported."))

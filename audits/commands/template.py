"""`yangguang template`: the empty workbook."""

from pathlib import Path

import click

from audits.commands.answer import say, write
from audits.commands.asked import kind_and_year, output
from audits.template import template
from audits.words import _
from compliance.facts import Kind


@click.command("template")
@kind_and_year
@output
def command(kind: str, year: int, output: Path) -> None:
    """Write the workbook that an organization of a kind fills in for a year."""
    write(output, template(Kind(kind), year))
    say(_("Written: %(file)s") % {"file": output})

"""`yangguang example`: a filled workbook, or the same as .json."""

from pathlib import Path

import click
import orjson

from audits.commands.answer import say, write
from audits.commands.asked import kind_and_year, output
from audits.template import template
from audits.words import _
from compliance.facts import Kind
from compliance.form.document import to_json
from compliance.form.example import example


@click.command("example")
@kind_and_year
@output
def command(kind: str, year: int, output: Path) -> None:
    """Write a report without faults."""
    write(output, content(Kind(kind), year, as_json=output.suffix.lower() == ".json"))
    say(_("Written: %(file)s") % {"file": output})


def content(kind: Kind, year: int, as_json: bool) -> bytes:
    """The example in either form of a report."""
    answers = example(kind, year)
    if as_json:
        return orjson.dumps(to_json(kind, year, answers), option=orjson.OPT_INDENT_2)
    return template(kind, year, prefill=answers)

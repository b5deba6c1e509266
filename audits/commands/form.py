"""`yangguang form`: every line of the annual report form."""

from collections.abc import Sequence

import click

from audits.commands.answer import json_option, show_json
from audits.commands.asked import kind_and_year
from audits.words import terminal_language
from compliance.asked import rules_of
from compliance.facts import Kind
from compliance.form import Line, layout
from compliance.form.book import lines
from compliance.form.say import named


@click.command("form")
@kind_and_year
@json_option
def command(kind: str, year: int, as_json: bool) -> None:
    """Show the form of a kind and year."""
    if as_json:
        show_json(document(Kind(kind), year))
    for line in () if as_json else lines(Kind(kind), year):
        words = (line.sheet, line.cell, line.id, line.type.value, line.label.on(terminal_language()))
        click.echo("\t".join(words))


def document(kind: Kind, year: int) -> dict[str, object]:
    """The form as contract 3 has it."""
    rules = rules_of(year)
    described = [entry(line, rules.get(line.id, ())) for line in lines(kind, year)]
    return {"kind": kind.value, "year": year, "layout": layout(year), "lines": described}


def entry(line: Line, rules: Sequence[str]) -> dict[str, object]:
    """One line as contract 3 has it, with its texts in both languages, its choices, and the rules on it."""
    label = named(line)
    return {
        "id": line.id,
        "sheet": line.sheet,
        "cell": line.cell,
        "label": label.zh,
        "label_en": label.en,
        "type": line.type.value,
        "required": line.required,
        "help": line.help.zh,
        "help_en": line.help.en,
        "asked": line.asked.value,
        "choices": [choice.key for choice in line.choices],
        "rules": list(rules),
    }

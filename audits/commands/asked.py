"""The options that say which form is meant."""

from collections.abc import Callable
from typing import Any

import click

from audits.commands.answer import FILE
from audits.words import _
from compliance.facts import Kind

Command = Callable[..., Any]
YEARS = click.IntRange(2005, 2100)


def kind_and_year(function: Command) -> Command:
    """--kind KIND --year Y."""
    kinds = click.Choice([kind.value for kind in Kind])
    function = click.option("--year", type=YEARS, required=True, help=_("The year reported on"))(function)
    return click.option("--kind", type=kinds, required=True, help=_("The kind of organization"))(function)


output = click.option("-o", "--output", type=FILE, required=True, help=_("The file to write"))

"""`yangguang schedule`: the nightly jobs by the clock."""

import click

from audits.commands.door import opened
from audits.schedule import keep_time


@click.command("schedule")
def command() -> None:
    """Keep time until stopped."""
    with opened() as database:
        keep_time(database)

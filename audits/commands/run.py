"""`yangguang run JOB`: what the clock would do, now."""

from datetime import datetime

import click

from audits import jobs
from audits.commands.answer import day_of, json_option, on_option, say, show_json
from audits.commands.door import opened
from audits.config import today
from audits.words import _


@click.command("run")
@click.argument("job")
@on_option
@json_option
def command(job: str, on: datetime | None, as_json: bool) -> None:
    """Run a job for a day, although the night has done it."""
    with opened() as database:
        outcome = jobs.by_hand(database, job, day_of(on, today))
    if as_json:
        show_json(outcome)
    else:
        counts = ", ".join(f"{name} {value}" for name, value in outcome.items())
        say(_("%(job)s: done (%(counts)s)") % {"job": job, "counts": counts})

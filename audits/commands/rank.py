"""`yangguang rank`: rank a year's reports by transparency, and publish the edition."""

from datetime import datetime

import click

from audits import ranking
from audits.commands.answer import day_of, json_option, on_option, say, show_json
from audits.commands.asked import YEARS
from audits.commands.door import opened
from audits.config import now, today
from audits.words import _


@click.command("rank")
@click.option("--year", type=YEARS, required=True, help=_("The year reported on"))
@click.option("--publish", is_flag=True, help=_("Publish the edition; it can never be changed"))
@on_option
@json_option
def command(year: int, publish: bool, on: datetime | None, as_json: bool) -> None:
    """Compute an edition; keep it with its places."""
    with opened() as database, database.write() as db:
        edition, places = ranking.compute(db, year, day_of(on, today))
        if publish:
            ranking.publish(db, edition, now())
        told = ranking.summary(edition, places)
    if publish:
        with opened() as database, database.write() as db:
            ranking.order_search(db, edition.id)
    if as_json:
        show_json(told)
    else:
        text = _("Edition %(edition)s on %(year)s: %(ranked)s ranked, mean score %(mean)s.")
        say(text % {name: told[name] for name in ("edition", "year", "ranked", "mean")})

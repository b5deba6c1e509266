"""`yangguang rank`: rank a year's reports by transparency, and publish the edition."""

from datetime import date, datetime
from typing import Any

import click
from polars import DataFrame

from audits import ranking
from audits.commands.answer import day_of, json_option, on_option, say, show_json
from audits.commands.asked import YEARS
from audits.commands.door import opened
from audits.config import now, today
from audits.preview import prepare
from audits.words import _
from models.db import Session
from models.preview import Preview, open_previews
from models.ranking import Edition


@click.command("rank")
@click.option("--year", type=YEARS, required=True, help=_("The year reported on"))
@click.option("--publish", is_flag=True, help=_("Publish the edition; it can never be changed"))
@on_option
@json_option
def command(year: int, publish: bool, on: datetime | None, as_json: bool) -> None:
    """Compute an edition; keep it with its places. One that is prepared is published once its period is over."""
    day: date = day_of(on, today)
    with opened() as database, database.write() as db:
        prepared = next(iter(open_previews(db, year)), None)
        edition, places = _ranked(db, year, day, publish, prepared)
        told = ranking.summary(edition, places) | {"preview": _brief(prepared)}
    if publish:
        with opened() as database, database.write() as db:
            ranking.order_search(db, edition.id)
    if as_json:
        show_json(told)
    else:
        _say(told, publish)


def _say(told: dict[str, Any], publish: bool) -> None:
    text = _("Edition %(edition)s on %(year)s: %(ranked)s ranked, mean score %(mean)s.")
    say(text % {name: told[name] for name in ("edition", "year", "ranked", "mean")})
    if told["preview"] and not publish:
        say(_("Preview %(number)s of this year is open to corrections until %(until)s.") % told["preview"])


def _ranked(
    db: Session, year: int, day: date, publish: bool, prepared: Preview | None
) -> tuple[Edition, DataFrame]:
    """The edition that is prepared, if it is to be published and one is; else one as of the day."""
    if publish and prepared:
        return prepare.publish(db, day, None, prepared.id)
    edition, places = ranking.compute(db, year, day)
    if publish:
        ranking.publish(db, edition, now())
    return edition, places


def _brief(preview: Preview | None) -> dict[str, Any] | None:
    return {"number": preview.id, "until": preview.until.isoformat()} if preview else None

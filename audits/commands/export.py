"""`yangguang export`: the open data files."""

from datetime import date, datetime
from pathlib import Path

import click
from tqdm import tqdm

from audits.commands.answer import DAY, day_of, json_option, say, show_json
from audits.commands.door import opened
from audits.config import today
from audits.export import export
from audits.words import _
from models.db import Database

FOLDER = click.Path(path_type=Path, file_okay=False)


def shown(database: Database, folder: Path, day: date) -> dict[str, int]:
    """The export, with progress on standard error while it is a terminal."""
    with tqdm(total=None, disable=None, unit="", leave=False) as bar:

        def told(table: str, done: int, of: int) -> None:
            bar.total, bar.n = of, done
            bar.set_description(table)

        return export(database, folder, day, told)


@click.command("export")
@click.argument("folder", type=FOLDER, required=False)
@click.option("--out", "out", type=FOLDER, help=_("The folder to write; the same as FOLDER"))
@click.option("--on", "--day", "on", type=DAY, help=_("The legal day, YYYY-MM-DD; today unless given"))
@json_option
def command(folder: Path | None, out: Path | None, on: datetime | None, as_json: bool) -> None:
    """CSV, JSON lines and Parquet with dictionary and checksums; appears whole or not at all."""
    where, day = folder or out, day_of(on, today)
    if where is None:
        raise click.UsageError(_("Name the folder to write."))
    with opened() as database:
        counts = shown(database, where, day)
    if as_json:
        show_json({"folder": str(where), "day": day.isoformat(), "rows": counts})
        return
    say(_("Open data of %(day)s in %(folder)s") % {"day": day.isoformat(), "folder": where})
    for name, count in counts.items():
        say(f"  {name}: {count}")

"""`yangguang evaluate`: the whole register held against the law."""

from datetime import date, datetime

import click
from tqdm import tqdm

from audits.commands.answer import day_of, json_option, on_option, say, show_json
from audits.commands.door import opened
from audits.config import now, today
from audits.evaluate import evaluate
from audits.evaluation import Outcome, silent
from audits.words import _
from models.db import Database


def shown(database: Database, day: date, dry_run: bool) -> Outcome:
    """The evaluation, with progress on standard error while it is a terminal."""
    with tqdm(total=None, disable=None, unit="", leave=False, desc=_("Evaluating")) as bar:

        def told(done: int, of: int) -> None:
            bar.total, bar.n = of, done
            bar.refresh()

        return evaluate(database, day, now(), dry_run, silent if bar.disable else told)


@click.command("evaluate")
@on_option
@click.option("--dry-run", is_flag=True, help=_("Keep nothing"))
@json_option
def command(on: datetime | None, dry_run: bool, as_json: bool) -> None:
    """Duties, findings, proposals, points and grades of every organization."""
    with opened() as database:
        told = shown(database, day_of(on, today), dry_run).as_json()
    if as_json:
        show_json(told)
        return
    say(_("%(organizations)s organizations on %(on)s") % told)
    for title, counts in (
        (_("Found in figures and reports"), told["findings"]),
        (_("Credit grades"), told["grades"]),
    ):
        say(f"{title}: " + ", ".join(f"{name} {count}" for name, count in counts.items()))
    for one in told["proposals"]:
        say(_("Proposed: %(list)s, %(ground)s: %(organizations)s") % one)

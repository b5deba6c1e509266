"""`yangguang simulate`: fill an empty database with a simulated office."""

from collections.abc import Iterable
from datetime import datetime

import click
from tqdm import tqdm

from audits.commands.answer import on_option, say
from audits.commands.door import opened
from audits.config import today
from audits.simulate import simulate
from audits.words import _
from models import migrate

ORGANIZATIONS, YEARS, SEED = 3000, "2021-2025", 1


def years_of(text: str) -> range:
    """The years of "2021-2025" or "2025"."""
    first, _dash, last = text.partition("-")
    try:
        return range(int(first), int(last or first) + 1)
    except ValueError as error:
        raise click.BadParameter(_("Years are written 2021-2025."), param_hint="--years") from error


organizations_option = click.option(
    "--organizations", type=click.IntRange(50, 200_000), default=ORGANIZATIONS, help=_("How many")
)
seed_option = click.option(
    "--seed", type=click.IntRange(0, 2**31), default=SEED, help=_("The same seed makes the same office")
)


@click.command("simulate")
@organizations_option
@click.option("--years", default=YEARS, help=_("Years reported on, such as 2021-2025"))
@seed_option
@on_option
def command(organizations: int, years: str, seed: int, on: datetime | None) -> None:
    """Make the tables if need be, and fill them."""
    with opened(any_revision=True) as database:
        migrate.upgrade(database)
        show(simulate(database, organizations, years_of(years), seed, on.date() if on else today()))
    say(_("%(count)s simulated organizations are in the database.") % {"count": organizations})


def show(progress: Iterable[tuple[str, int, int]]) -> None:
    """Progress on standard error while it is a terminal."""
    with tqdm(total=None, disable=None, unit="", desc=_("Simulating")) as bar:
        for _what, done, of in progress:
            bar.total = of
            bar.update(done - bar.n)

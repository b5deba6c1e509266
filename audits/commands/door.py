"""The database of this installation as commands open it: only with the revision this code is written for."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from audits.commands.answer import Unusable
from audits.config import config
from audits.words import _
from models import migrate
from models.db import Database, DatabaseFault


def prepared() -> Database:
    """The database of the configuration; the folder of a SQLite file is made."""
    url = config().database.url
    if url.startswith("sqlite:///"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    return Database(url)


@contextmanager
def opened(any_revision: bool = False) -> Iterator[Database]:
    """The database, closed afterwards. Unusable if it cannot be reached or has another revision."""
    try:
        database = prepared()
        if not any_revision:
            migrate.require(database)
        yield database
        database.close()
    except migrate.WrongRevision as wrong:
        raise Unusable(explained(wrong)) from wrong
    except DatabaseFault as fault:
        raise Unusable(_("The database cannot be used: %(why)s") % {"why": one_line(fault)}) from fault


def explained(wrong: migrate.WrongRevision) -> str:
    """What to do about a revision."""
    values = {"found": wrong.found, "wanted": wrong.wanted}
    if wrong.found is None:
        return _("The database is empty: run `yangguang init` first.")
    if wrong.known:
        return (
            _("The database has revision %(found)s, this program needs %(wanted)s: run `yangguang init`.")
            % values
        )
    return (
        _("The database has revision %(found)s, which is newer than this program knows: upgrade it.") % values
    )


def one_line(fault: BaseException) -> str:
    """The first line of what the database said."""
    return str(getattr(fault, "orig", None) or fault).strip().splitlines()[0]

"""Writes the next migration from how the tables of the code differ: `python -m models.migrations NAME`.

What it writes is a draft: read it, give it a sentence, and format it.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command

from models import migrate
from models.db import Database


def main(name: str) -> None:
    """Make an empty database, bring it to the newest revision, and write what is still missing."""
    number = f"{int(migrate.newest()) + 1:04d}"
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder)}/draft.db")
        migrate.upgrade(database)
        with database.engine.connect() as connection:
            command.revision(migrate.settings(connection), message=name, autogenerate=True, rev_id=number)
        database.close()


if __name__ == "__main__":
    main(sys.argv[1])

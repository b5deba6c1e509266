"""Datasette over the same tables, as somebody would set it up who wants pages without a program."""

import shutil
import sqlite3
from contextlib import AbstractContextManager, closing
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.bench.contest import CACHE
from tests.bench.peer import python
from tests.bench.server import free_port, running

OFF = ("suggest_facets", "allow_facet", "allow_download")
SEARCH = """
    CREATE VIRTUAL TABLE organization_fts
        USING fts5(name, content='organization', content_rowid='rowid', tokenize='trigram');
    INSERT INTO organization_fts(organization_fts) VALUES ('rebuild');
    CREATE INDEX peer_place ON place(district, class_, position);
    ANALYZE;
"""


def file_of(ours: Path) -> Path:
    """A copy of our database, with the search and the index that Datasette needs, made once."""
    file = CACHE / f"datasette-{ours.parents[1].name}.db"
    if not file.exists():
        half = file.with_suffix(".partial")
        shutil.copyfile(ours, half)
        with closing(sqlite3.connect(half)) as db:
            db.executescript(SEARCH)
        half.rename(file)
    return file


def running_over(ours: Path) -> AbstractContextManager[tuple[str, int]]:
    """Datasette with facets off: its address and its process."""
    port = free_port()
    program = python("datasette", "datasette==0.65.*", "setuptools<81").with_name("datasette")
    settings = [word for name in OFF for word in ("--setting", name, "off")]
    named = ["--immutable", str(file_of(ours)), "--host", "127.0.0.1", "--port", str(port)]
    return running([program, *named, *settings], port, "/-/versions.json")


def addresses(ours: str, database: str) -> dict[str, str]:
    """What one of our addresses asks for, as Datasette is asked for it.

    Its page of an organization is one row with the numbers of related rows: `organization_row` is that page, the
    others show what ours shows with it, its reports and its record.
    """
    parts = urlsplit(ours)
    given = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if "q" in given:
        return {"search": f"/{database}/organization?" + urlencode({"_search": given["q"], "_size": 50})}
    if "class" in given:
        wanted = {"class___exact": given["class"], "district__exact": given["district"]}
        return {"ranking": f"/{database}/place?" + urlencode({**wanted, "_sort": "position", "_size": 50})}
    code = parts.path.rpartition("/")[2]
    return {
        "organization_row": f"/{database}/organization/{code}",
        "organization_reports": f"/{database}/year_figures?code__exact={code}",
        "organization_record": f"/{database}/event?code__exact={code}",
    }

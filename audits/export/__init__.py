"""Open data: what the public pages show and nothing else, as files that appear all at once or not at all.

The same database and day give the same bytes.
"""

import json
import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from audits.export.dictionary import DICTIONARY, SOURCES, package, rows
from audits.export.files import digest, write
from audits.refusal import Conflict
from models.db import Database
from models.open_data import steady

Progress = Callable[[str, int, int], None]
"""Is told which table is being written, and how many of how many are done."""
SUMS, PACKAGE = "SHA256SUMS", "datapackage.json"


def silent(table: str, done: int, of: int) -> None:
    """Tell nobody how far it is."""


def export(database: Database, folder: Path, day: date, progress: Progress = silent) -> dict[str, int]:
    """Write the open data of a day to a folder, which appears whole; gives the rows of each table.

    An older export there is replaced. Conflict if the folder holds anything else.
    """
    refuse_foreign(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = folder.with_name(f".{folder.name}.{os.getpid()}.partial")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir()
    try:
        counts = fill(database, beside, day, progress)
        to_disk(beside)
        put(beside, folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return counts


def refuse_foreign(folder: Path) -> None:
    """Conflict if there is something that is no export."""
    if folder.exists() and not (folder.is_dir() and ((folder / SUMS).is_file() or not any(folder.iterdir()))):
        raise Conflict(
            f"{folder} 已存在且不是数据导出，未作改动。",
            f"{folder} exists and is no export; it was left alone.",
        )


def fill(database: Database, folder: Path, day: date, progress: Progress) -> dict[str, int]:
    """Write every file into a folder."""
    counts = {}
    with database.read() as db:
        steady(db)
        for done, (table, read) in enumerate(SOURCES):
            progress(table.name, done, len(SOURCES))
            counts[table.name] = write(table, read(db, day), folder)
    write(DICTIONARY, iter([DICTIONARY.frame(rows())]), folder)
    sums = {path.name: (path.stat().st_size, digest(path)) for path in sorted(folder.iterdir())}
    text = json.dumps(package(day, counts, sums), ensure_ascii=False, indent=1) + "\n"
    (folder / PACKAGE).write_text(text, encoding="utf-8")
    sums[PACKAGE] = ((folder / PACKAGE).stat().st_size, digest(folder / PACKAGE))
    told = "".join(f"{sha256}  {name}\n" for name, (_, sha256) in sorted(sums.items()))
    (folder / SUMS).write_text(told, encoding="utf-8")
    return counts


def to_disk(folder: Path) -> None:
    """Bring a folder and its files to the disk."""
    for path in (*folder.iterdir(), folder):
        opened = os.open(path, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def put(beside: Path, folder: Path) -> None:
    """Give a finished folder its name; what stood there goes."""
    old = folder.with_name(f".{folder.name}.{os.getpid()}.old")
    if folder.exists():
        folder.rename(old)
    beside.rename(folder)
    shutil.rmtree(old, ignore_errors=True)

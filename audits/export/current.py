"""The open data of this installation: the export of the last night, and what has been taken down since."""

import json
import os
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from audits.config import config
from audits.export import PACKAGE, SUMS, export
from audits.export.lists import ENTRIES, shown
from models.db import Database, Facts, Session

NAME = "current"
KEY = [*ENTRIES.key, "display"]


@dataclass(frozen=True)
class File:
    """A file of the export: name, bytes, SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Export:
    """An export as it lies in its folder, which never changes."""

    folder: Path

    @property
    def files(self) -> list[File]:
        """Its files by name, as SHA256SUMS tells them."""
        told = (line.split("  ", 1) for line in (self.folder / SUMS).read_text(encoding="utf-8").splitlines())
        return [File(name, (self.folder / name).stat().st_size, digest) for digest, name in told]

    @property
    def package(self) -> dict[str, Any]:
        """What datapackage.json says."""
        found: dict[str, Any] = json.loads((self.folder / PACKAGE).read_text(encoding="utf-8"))
        return found

    @property
    def day(self) -> date:
        """The day whose state it shows."""
        return date.fromisoformat(self.package["as_of"])

    def withdrawn(self, db: Session, day: date) -> bool:
        """Whether an entry of a list in it may not be shown on a day any more: repaired, or its time is over."""
        held = pl.read_parquet(self.folder / f"{ENTRIES.name}.parquet").select(KEY)
        now = pl.concat([ENTRIES.frame(()), *shown(db, day)]).select(KEY)
        return not held.join(now, on=KEY, how="anti", nulls_equal=True).is_empty()


def current() -> Export | None:
    """The export that stands now; None before the first."""
    link = Path(config().export.folder) / NAME
    return Export(link.resolve()) if (link / SUMS).is_file() else None


def renew(database: Database, day: date) -> Facts:
    """Write the open data of a day and let it stand in the place of the old, which goes: what was repaired
    must not be found in older files.
    """
    home = Path(config().export.folder)
    before = current()
    folder = home / f"{day.isoformat()}-{_next(before)}"
    counts = export(database, folder, day)
    link = home / f"{NAME}.partial"
    link.unlink(missing_ok=True)
    link.symlink_to(folder.name)
    os.replace(link, home / NAME)
    for old in home.iterdir():
        if old.is_dir() and not old.is_symlink() and old.name != folder.name:
            shutil.rmtree(old)
    return {"rows": sum(counts.values()), "files": len(Export(folder).files)}


def _next(before: Export | None) -> int:
    return int(before.folder.name.rpartition("-")[2]) + 1 if before else 1

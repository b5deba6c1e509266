"""Backup and restore: a backup is whole or not there, a restore asks before it replaces."""

import os
from pathlib import Path

from audits.refusal import Conflict, Unfit
from models import copying, migrate
from models.db import Database


def backup(database: Database, file: Path) -> int:
    """Write the database to a file, which appears under its name only when whole; gives its size in bytes.

    What stood under that name is kept until then. A backup that was interrupted is named `.partial`.
    """
    partial = file.with_name(f"{file.name}.partial")
    partial.unlink(missing_ok=True)
    try:
        copying.copy_out(database, partial)
    except copying.Unreadable as error:
        raise Conflict(f"备份失败：{error.said.zh}", f"The backup failed: {error.said.en}") from error
    with partial.open("rb") as written:
        os.fsync(written.fileno())
        size = os.fstat(written.fileno()).st_size
    partial.replace(file)
    folder = os.open(file.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
    return size


def restore(database: Database, file: Path, replace: bool) -> None:
    """Bring a backup back. Unfit if the file is no whole backup or newer than this program; Conflict if the
    database is not empty and nobody said that it may be replaced.
    """
    if not replace and migrate.found(database) is not None:
        raise Conflict(
            "数据库不为空；确要以备份替换，请加 --replace",
            "The database is not empty; say --replace to replace it by the backup",
        )
    try:
        revision = copying.inspected(database, file)
        if not migrate.is_known(revision):
            raise copying.Unreadable(
                f"版本 {revision} 新于本程序", f"revision {revision} is newer than this program"
            )
        copying.copy_in(database, file)
    except copying.Unreadable as error:
        zh, en = error.said
        raise Unfit(f"{file.name} 无法恢复：{zh}", f"{file.name} cannot be restored: {en}") from error
    migrate.upgrade(database)
